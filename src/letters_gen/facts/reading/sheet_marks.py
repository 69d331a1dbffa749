"""One pass over the XML of a worksheet for what calamine doesn't tell of it.

Only cells that are out of the ordinary are looked at closer than by a search in the bytes: a
country's sheet has half a million. What isn't in the plain form that such a search needs
(`NotPlainError`) is put into it first: see `plain_form`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from letters_gen.facts.grid import Area, Spot
from letters_gen.facts.reading.styles import Styles

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
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_HIDDEN_ROW = re.compile(rb'<row r="([0-9]+)"[^>]*?\shidden="(?:1|true)"')
_LAST_ROW = re.compile(rb'<row r="([0-9]+)"')
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{2,3})[0-9]')
_COLUMN = re.compile(rb"<col\s([^>]*)>")
_MERGE = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Za-z]+)([0-9]+):([A-Za-z]+)([0-9]+)"')
_NUMBER_OF = {name: re.compile(rf'\b{name}="([0-9]+)"'.encode()) for name in ("min", "max", "s")}
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_FORMULA = re.compile(rb"<f[\s/>]")
_COLUMN_OF_CELL = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_ALPHABET = 26
# From here on it matters whether the columns are twelve or twenty-six.
_TALL = 50_000


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
    struck: set[Spot] = field(default_factory=set)


def found_in(xml: bytes, styles: Styles, stand_ins: Collection[str]) -> Found:
    """What the worksheet `xml` tells beside its values.

    Args:
        styles: those that change what a cell says.
        stand_ins: what a formula's cell holds while it isn't computed: nothing; in a file that asks
            for its formulas to be computed when it is opened also a zero.

    Raises:
        NotPlainError: the XML has to be put into plain form first.
    """
    head, tail = _around_rows(xml)
    found = Found()
    for spec in _COLUMN.findall(head):
        if _HIDDEN.search(b" " + spec):
            first, last = (_number(name, spec) for name in ("min", "max"))
            found.hidden_columns |= set(range(first - 1, min(last, 16_384)))
    if b"hidden=" in xml:
        found.hidden_rows = {int(row) - 1 for row in _HIDDEN_ROW.findall(xml)}
    found.rows, found.columns = _extent(xml)
    for cell in _odd_cells(xml, {*styles.formats, *styles.struck}):
        letters, row, attributes, inside = cell
        spot = (int(row) - 1, column_number(letters))
        _look_at_cell(spot, attributes, inside, found, styles, stand_ins)
    found.merged = [
        Area(int(top) - 1, column_number(left), int(bottom) - 1, column_number(right))
        for left, top, right, bottom in _MERGE.findall(tail)
    ]
    return found


def _around_rows(xml: bytes) -> tuple[bytes, bytes]:
    """What stands before the rows and what after them; raises NotPlainError."""
    opening, closing = xml.find(b"<sheetData"), xml.rfind(b"</sheetData>")
    if opening < 0 or not is_utf8(xml) or b"<!" in xml[:opening]:
        raise NotPlainError
    if closing < 0:  # <sheetData/>
        return xml[:opening], xml[opening:]
    addressed = xml.count(b'<c r="')
    holds_cells = addressed or b"<" not in xml[opening + 1 : closing]
    if not holds_cells or xml.count(b"<c ") != addressed:
        raise NotPlainError
    return xml[:opening], xml[closing:]


def _extent(xml: bytes) -> tuple[int, int]:
    """How many rows and columns the cells reach over, at least."""
    last = _LAST_ROW.match(xml, max(xml.rfind(b"<row r="), 0))
    rows = int(last[1]) if last else 0
    looked_for = _COLUMN_OF_CELL if rows > _TALL else _FAR_COLUMN
    columns = map(column_number, set(looked_for.findall(xml)))
    return rows, max(columns, default=_ALPHABET - 1) + 1


def _odd_cells(xml: bytes, styles: Collection[int]) -> list[tuple[bytes, bytes, bytes, bytes]]:
    """The cells with an error, a formula or one of the `styles`: column, row, attributes, what they
    hold.
    """
    signs = ['t="e"', *(f's="{style}"' for style in sorted(styles))]
    is_there = _FORMULA.search(xml) or any(sign.encode() in xml for sign in signs)
    if not is_there:
        return []
    told = rf"[^>]*?\s(?:{'|'.join(signs)})[\s/>]"
    address, inside = r'<c r="([A-Za-z]+)([0-9]+)"', r"([^>]*?)(?:/>|>(.*?)</c>)"
    odd = re.compile(rf"{address}(?=[^>]*><f[\s/>]|{told}){inside}".encode(), re.DOTALL)
    return odd.findall(xml)


def is_utf8(xml: bytes) -> bool:
    """Whether an XML part is in UTF-8, as its declaration or the lack of one says."""
    declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=[\"']([^\"']+)", xml[:200])
    if declared:
        return declared[1].lower() in (b"utf-8", b"us-ascii")
    return not xml.startswith((b"\xff\xfe", b"\xfe\xff"))


def _look_at_cell(
    spot: Spot,
    attributes: bytes,
    inside: bytes,
    found: Found,
    styles: Styles,
    stand_ins: Collection[str],
) -> None:
    value = _VALUE.search(inside)
    text = value[1].strip().decode() if value else ""
    if b't="e"' in attributes:
        found.errors[spot] = _error(text)
    is_text = b't="str"' in attributes and value is not None
    # A computed empty text is a value: `<c t="str"><f>…</f><v></v></c>`.
    if _FORMULA.search(inside) and text in stand_ins and not is_text:
        found.uncounted.add(spot)
    style = _number("s", attributes)
    if style in styles.formats and text:
        found.formats[spot] = styles.formats[style]
    if style in styles.struck:
        found.struck.add(spot)


def _error(name: str) -> str:
    """An error as Excel shows it; raises NotPlainError of one that calamine refuses."""
    if name not in ERROR_NAMES and (name in ERROR_NAMES.values() or not name.startswith("#")):
        raise NotPlainError
    return ERROR_NAMES.get(name, name)


def _number(name: str, attributes: bytes) -> int:
    match = _NUMBER_OF[name].search(attributes)
    return int(match[1]) if match else 0


def column_number(letters: bytes) -> int:
    """The column, from 0, that letters name: A -> 0, AB -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
