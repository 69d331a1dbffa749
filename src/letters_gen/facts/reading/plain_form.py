"""A worksheet's XML put into the form in which Excel writes it: UTF-8, no prefix, each row and cell
with its address, errors by their English names, and no blank cells beyond the last that holds
something.

Server programs write it otherwise, and calamine keeps room for every cell up to the last: for one
space in XFD1048576 it asks for 549 GB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from letters_gen.facts.grid import column_letters
from letters_gen.facts.reading.sheet_marks import ERROR_NAMES, column_number
from letters_gen.word.elements import parsed, written

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ENGLISH = {shown: name for name, shown in ERROR_NAMES.items()}
_KEPT_OF_CELL = ("s", "t")


def plain_form(xml: bytes, blank_strings: frozenset[str]) -> bytes:
    """`xml` in plain form.

    Args:
        blank_strings: the indices of the shared strings that are blank.

    Raises:
        ValueError: it has a DTD.
        etree.LxmlError: it isn't well-formed.
    """
    if b"<!DOCTYPE" in xml:
        raise ValueError("a DTD")
    before, rows, after = list[str](), list[str](), list[str]()
    number = 0
    for _, node in etree.iterparse(
        BytesIO(xml), tag=("{*}cols", "{*}row", "{*}mergeCells"), resolve_entities=False
    ):
        kind = etree.QName(node).localname
        if kind == "cols":
            before.append(f"<cols>{''.join(_empty_elements(node, 'col'))}</cols>")
        elif kind == "mergeCells":
            merged = "".join(_empty_elements(node, "mergeCell"))
            after.append(f"<mergeCells>{merged}</mergeCells>")
        else:
            number = int(node.get("r") or number + 1)
            rows.append(_row(node, number, blank_strings))
        node.clear()
    inside = "".join((*before, "<sheetData>", *rows, "</sheetData>", *after))
    return f'<worksheet xmlns="{_MAIN}">{inside}</worksheet>'.encode()


def recoded(xml: bytes) -> bytes:
    """Any XML part in UTF-8; raises ValueError where it isn't well-formed."""
    return written(parsed(xml))


def _empty_elements(node: etree._Element, name: str) -> Iterator[str]:
    for child in node.iter(f"{{*}}{name}"):
        yield f"<{name}{_attributes(child, map(str, child.attrib))}/>"


def _attributes(node: etree._Element, names: Iterable[str]) -> str:
    told = ((name, node.get(name)) for name in names)
    return "".join(f" {name}={quoteattr(value)}" for name, value in told if value is not None)


def _row(row: etree._Element, number: int, blank_strings: frozenset[str]) -> str:
    cells, column = list[str](), -1
    for cell in row.iterchildren("{*}c"):
        address = cell.get("r", "")
        letters = address.rstrip("0123456789")
        column = column_number(letters.encode()) if letters else column + 1
        inside = _inside(cell, blank_strings)
        if inside:
            at = f"{column_letters(column)}{number}"
            cells.append(f'<c r="{at}"{_attributes(cell, _KEPT_OF_CELL)}>{inside}</c>')
    hidden = ' hidden="1"' if row.get("hidden") in ("1", "true") else ""
    return f'<row r="{number}"{hidden}>{"".join(cells)}</row>' if cells or hidden else ""


def _inside(cell: etree._Element, blank_strings: frozenset[str]) -> str:
    """What a cell holds: a formula, a value, a text; '' where that is blank."""
    formula = "<f/>" if cell.find("{*}f") is not None else ""
    inline = cell.find("{*}is")
    if inline is not None:
        text = "".join(_texts(inline))
        return f"<is><t>{escape(text)}</t></is>" if text.strip() else formula
    value = (cell.findtext("{*}v") or "").strip()
    if cell.get("t") == "e":
        value = _ENGLISH.get(value, value if value in ERROR_NAMES else "#VALUE!")
    is_blank = not value or (cell.get("t") == "s" and value in blank_strings)
    return formula if is_blank else f"{formula}<v>{escape(value)}</v>"


def _texts(inline: etree._Element) -> Iterator[str]:
    """The texts of a rich string, without those that say how it is read aloud."""
    spoken = set(inline.iterfind("{*}rPh/{*}t"))
    for text in inline.iter("{*}t"):
        if text not in spoken:
            yield text.text or ""
