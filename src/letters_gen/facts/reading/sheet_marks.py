"""One pass over the XML of a worksheet for what calamine doesn't tell of it.

Only rows and cells that are out of the ordinary are looked at closer than by a search in their
bytes: a country's sheet has half a million cells. What isn't in the plain form that such a search
needs (`NotPlainError`) is put into it first: see `plain_form`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from letters_gen.facts.grid import Area, Spot

# An error as files hold it, and as Excel shows it in Russian; files hold that too.
ERROR_NAMES: Mapping[str, str] = {
    "#NULL!": "#ПУСТО!",
    "#DIV/0!": "#ДЕЛ/0!",
    "#VALUE!": "#ЗНАЧ!",
    "#REF!": "#ССЫЛКА!",
    "#NAME?": "#ИМЯ?",
    "#NUM!": "#ЧИСЛО!",
    "#N/A": "#Н/Д",
}
_ROW = re.compile(rb"<row(?=[\s/>])")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_ROW_NUMBER = re.compile(rb'\sr="([0-9]+)"')
_CELL = re.compile(rb'<c r="([A-Za-z]+)[0-9]+"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_COLUMN = re.compile(rb"<col\s([^>]*)>")
_MERGE = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Za-z]+)([0-9]+):([A-Za-z]+)([0-9]+)"')
_NUMBER_OF = {name: re.compile(rf'\b{name}="([0-9]+)"'.encode()) for name in ("min", "max", "s")}
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_FORMULA = re.compile(rb"<f[\s/>]")


class NotPlainError(ValueError):
    """The XML isn't written as Excel writes it, or holds what calamine can't read."""


@dataclass
class Found:
    """What the pass has found; `rows` and `columns` are how far the cells reach."""

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    errors: dict[Spot, str] = field(default_factory=dict)
    uncounted: set[Spot] = field(default_factory=set)
    formats: dict[Spot, str] = field(default_factory=dict)


def found_in(xml: bytes, formats: Mapping[int, str], zeros_are_uncounted: bool) -> Found:
    """What the worksheet `xml` tells beside its values.

    Args:
        formats: the number formats worth telling, by the style of a cell.
        zeros_are_uncounted: the file asks for its formulas to be computed when it is opened, so
            that a zero of theirs may be a stand-in.

    Raises:
        NotPlainError: the XML has to be put into plain form first.
    """
    head, rows, tail = _parts(xml)
    found = Found()
    for spec in _COLUMN.findall(head):
        if _HIDDEN.search(b" " + spec):
            first, last = (_number(name, spec) for name in ("min", "max"))
            found.hidden_columns |= set(range(first - 1, min(last, 16_384)))
    styles = "|".join(map(str, formats))
    styled = re.compile(rf'\ss="(?:{styles})"'.encode()) if formats else None
    for row in rows:
        _look_at(row, found, styled, formats, zeros_are_uncounted)
    found.merged = [
        Area(int(top) - 1, column_number(left), int(bottom) - 1, column_number(right))
        for left, top, right, bottom in _MERGE.findall(tail)
    ]
    return found


def _parts(xml: bytes) -> tuple[bytes, Iterator[bytes], bytes]:
    """What stands before the rows, each row from behind `<row`, and what stands after them."""
    if not is_utf8(xml) or b"<!" in xml:
        raise NotPlainError
    opening = xml.find(b"<sheetData")
    closing = xml.rfind(b"</sheetData>")
    if opening < 0:
        raise NotPlainError
    if closing < 0:  # <sheetData/>
        return xml[:opening], iter(()), xml[opening:]
    return xml[:opening], _rows(xml, opening, closing), xml[closing:]


def _rows(xml: bytes, opening: int, closing: int) -> Iterator[bytes]:
    start = None
    for match in _ROW.finditer(xml, opening, closing):
        if start is not None:
            yield xml[start : match.start()]
        start = match.end()
    if start is not None:
        yield xml[start:closing]
    elif b"<" in xml[opening + 1 : closing]:  # rows under another name
        raise NotPlainError


def is_utf8(xml: bytes) -> bool:
    """Whether an XML part is in UTF-8, as its declaration or the lack of one says."""
    declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=[\"']([^\"']+)", xml[:200])
    if declared:
        return declared[1].lower() in (b"utf-8", b"us-ascii")
    return not xml.startswith((b"\xff\xfe", b"\xfe\xff"))


def _look_at(
    row: bytes,
    found: Found,
    styled: re.Pattern[bytes] | None,
    formats: Mapping[int, str],
    zeros_are_uncounted: bool,
) -> None:
    head = row[: row.find(b">")]
    numbered = _ROW_NUMBER.match(head) or _ROW_NUMBER.search(head)
    if numbered is None or b"='" in row:
        raise NotPlainError
    number = int(numbered[1]) - 1
    if b"hidden" in head and _HIDDEN.search(head):
        found.hidden_rows.add(number)
    last = row.rfind(b'<c r="')
    if row.count(b"<c ") + row.count(b"<c>") != row.count(b'<c r="') or (
        last < 0 and b"<" in row[len(head) : row.rfind(b"</row>")]
    ):
        raise NotPlainError
    if last < 0:
        return
    found.rows = max(found.rows, number + 1)
    letters = row[last + 6 : last + 9].rstrip(b'0123456789"')
    found.columns = max(found.columns, column_number(letters) + 1)
    is_odd = b'"e"' in row or _FORMULA.search(row) or (styled and styled.search(row))
    if is_odd:
        for letters, attributes, inside in _CELL.findall(row):
            spot = (number, column_number(letters))
            _look_at_cell(spot, attributes, inside, found, formats, zeros_are_uncounted)


def _look_at_cell(
    spot: Spot,
    attributes: bytes,
    inside: bytes,
    found: Found,
    formats: Mapping[int, str],
    zeros_are_uncounted: bool,
) -> None:
    value = _VALUE.search(inside)
    text = value[1].strip() if value else b""
    if b't="e"' in attributes:
        name = text.decode()
        if name not in ERROR_NAMES and not name.startswith("#"):
            raise NotPlainError
        if name in ERROR_NAMES.values():  # calamine refuses them
            raise NotPlainError
        found.errors[spot] = ERROR_NAMES.get(name, name)
    # A computed empty text is a value: `<c t="str"><f>…</f><v></v></c>`.
    is_text = b't="str"' in attributes and value is not None
    stands_in = zeros_are_uncounted and text == b"0"
    if _FORMULA.search(inside) and ((not text and not is_text) or stands_in):
        found.uncounted.add(spot)
    style = _NUMBER_OF["s"].search(attributes)
    code = formats.get(int(style[1])) if style else None
    if code is not None and text:
        found.formats[spot] = code


def _number(name: str, attributes: bytes) -> int:
    match = _NUMBER_OF[name].search(attributes)
    return int(match[1]) if match else 0


def column_number(letters: bytes) -> int:
    """The column, from 0, that letters name: A -> 0, AB -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
