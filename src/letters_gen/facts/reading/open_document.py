"""What an .ods tells beside its values: one pass over its content (OASIS OpenDocument 1.2, 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from letters_gen.facts.grid import Area, Marks, Spot
from letters_gen.facts.reading.rich_text import Lettering, settle_raised, settle_struck
from letters_gen.facts.reading.sheet_marks import ERROR_NAMES
from letters_gen.word.elements import parsed, written
from letters_gen.word.package import Package

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_WANTED = (
    *(f"{_TABLE}{name}" for name in ("table", "table-row", "table-column")),
    f"{_STYLE}style",
)
_NOT_SHOWN = ("collapse", "filter")
_PERCENT = "0%"


def marks_of_document(
    package: Package,
) -> tuple[Mapping[str, Marks], Mapping[str, Lettering]]:
    """The marks of each sheet by its name, and which of its cells are struck out whole.

    Raises:
        InputError: `sheet-damaged`: there is no content.
        etree.LxmlError: the content isn't well-formed.
    """
    content = BytesIO(package.content("content.xml"))
    found: dict[str, Marks] = {}
    struck: dict[str, Lettering] = {}
    styles: set[str] = set()
    sheet = _Sheet()
    for event, node in etree.iterparse(
        content, events=("start", "end"), tag=_WANTED, resolve_entities=False
    ):
        if event == "start":
            if node.tag == _WANTED[0]:
                sheet = _Sheet(styles)
        elif node.tag == _WANTED[0]:
            name = node.get(f"{_TABLE}name", "")
            found[name] = sheet.marks()
            struck[name] = Lettering(struck=frozenset(sheet.struck))
        elif node.tag == _WANTED[1]:
            sheet.read_row(node)
            node.clear()
        elif node.tag == _WANTED[2]:
            sheet.read_column(node)
        elif _strikes(node):
            styles.add(node.get(f"{_STYLE}name", ""))
    return found, struck


def without_marks(package: Package) -> bytes | None:
    """The content without footnote marks above the line, what is struck out marked as such; None
    where it has neither.

    Raises:
        etree.LxmlError: the content isn't well-formed.
    """
    xml = package.content("content.xml")
    if b"<text:span" not in xml:
        return None
    root = parsed(xml)
    raised, struck = _styles_of_pieces(root)
    pieces = [span for span in root.iter(f"{_TEXT}span") if _style(span) in raised | struck]
    for piece in pieces:
        if _style(piece) in struck:
            settle_struck(piece)
        else:
            settle_raised(piece, next(piece.iterancestors(f"{_TABLE}table-cell"), root))
    return written(root) if pieces else None


def _styles_of_pieces(root: etree._Element) -> tuple[set[str], set[str]]:
    """The names of the styles that raise a text above the line, and of those that strike it out."""
    raised, struck = set(), set()
    for style in root.iter(f"{_STYLE}style"):
        told = style.find(f"{_STYLE}text-properties")
        if told is None:
            continue
        name = style.get(f"{_STYLE}name", "")
        position = told.get(f"{_STYLE}text-position", "0%").split(" ")[0]
        if position not in ("sub", "0%") and not position.startswith("-"):
            raised.add(name)
        if _strikes(style):
            struck.add(name)
    return raised, struck


def _strikes(style: etree._Element) -> bool:
    """Whether a style strikes out what is written in it."""
    told = style.find(f"{_STYLE}text-properties")
    if told is None:
        return False
    line = told.get(f"{_STYLE}text-line-through-style") or told.get(
        f"{_STYLE}text-line-through-type", "none"
    )
    return line != "none"


def _style(span: etree._Element) -> str:
    return span.get(f"{_TEXT}style-name", "")


@dataclass
class _Sheet:
    """One sheet's marks as its rows are read."""

    struck_styles: Collection[str] = ()
    row: int = 0
    column: int = 0
    struck: set[Spot] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    errors: dict[Spot, str] = field(default_factory=dict)
    uncounted: set[Spot] = field(default_factory=set)
    formats: dict[Spot, str] = field(default_factory=dict)

    def marks(self) -> Marks:
        return Marks(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            merged=tuple(self.merged),
            errors=self.errors,
            uncounted=frozenset(self.uncounted),
            formats=self.formats,
        )

    def read_column(self, node: etree._Element) -> None:
        count = _times(node, "number-columns-repeated")
        if node.get(f"{_TABLE}visibility") in _NOT_SHOWN:
            self.hidden_columns |= set(range(self.column, self.column + count))
        self.column += count

    def read_row(self, node: etree._Element) -> None:
        times = _times(node, "number-rows-repeated")
        for column, cell in _cells(node):
            for row in range(self.row, self.row + times):
                self._look_at((row, column), cell)
            if node.get(f"{_TABLE}visibility") in _NOT_SHOWN:
                self.hidden_rows |= set(range(self.row, self.row + times))
        self.row += times

    def _look_at(self, spot: Spot, cell: etree._Element) -> None:
        down, across = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            self.merged.append(Area(*spot, spot[0] + down - 1, spot[1] + across - 1))
        kind = cell.get(f"{_OFFICE}value-type", "")
        if cell.get(f"{_EXTENDED}value-type") == "error":
            text = "".join(cell.itertext(f"{_TEXT}p")).strip()
            self.errors[spot] = ERROR_NAMES.get(text, text or "#Н/Д")
        elif cell.get(f"{_TABLE}formula") is not None and not kind:
            self.uncounted.add(spot)
        if kind == "percentage":
            self.formats[spot] = _PERCENT
        if cell.get(f"{_TABLE}style-name") in self.struck_styles:
            self.struck.add(spot)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row that hold or begin something, with their columns."""
    column = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = _times(cell, "number-columns-repeated")
        if len(cell) or cell.get(f"{_OFFICE}value-type") or cell.get(f"{_TABLE}formula"):
            for one in range(column, column + times):
                yield one, cell
        column += times


def _times(node: etree._Element, name: str) -> int:
    return int(node.get(f"{_TABLE}{name}", "1"))
