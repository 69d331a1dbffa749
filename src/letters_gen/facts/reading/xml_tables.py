"""«Таблица XML 2003»: a workbook in one XML file (SpreadsheetML of Office 2003)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import FORMATS, Area, Grid, Marks, Spot
from letters_gen.facts.reading.prepared import LARGEST_AREA
from letters_gen.facts.reading.rich_text import settle_raised, settle_struck, struck_out
from letters_gen.facts.reading.sheet_marks import ERROR_NAMES
from letters_gen.word.elements import parsed

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HTML = "{http://www.w3.org/TR/REC-html40}"
_X = "{urn:schemas-microsoft-com:office:excel}"


def xml_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of a workbook kept as XML.

    Raises:
        InputError: `sheet-damaged`: it isn't well-formed; `sheet-too-large`.
    """
    try:
        root = parsed(content)
        struck = frozenset(_struck_styles(root))
        return [_Sheet(node, file, struck).grid() for node in root.iterfind(f"{_SS}Worksheet")]
    except (ValueError, TypeError) as error:
        raise InputError("sheet-damaged", Place(file=file)) from error


def _struck_styles(root: etree._Element) -> Iterator[str]:
    """The styles that strike a cell out."""
    for style in root.iterfind(f"{_SS}Styles/{_SS}Style"):
        if style.find(f"{_SS}Font[@{_SS}StrikeThrough='1']") is not None:
            yield style.get(f"{_SS}ID", "")


@dataclass
class _Sheet:
    """One worksheet as it is read: `cells` and marks grow."""

    node: etree._Element
    file: str
    struck_styles: Collection[str]
    cells: dict[Spot, object] = field(default_factory=dict)
    covered: dict[Spot, object] = field(default_factory=dict)
    errors: dict[Spot, str] = field(default_factory=dict)
    uncounted: set[Spot] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def grid(self) -> Grid:
        self._read_columns()
        self._read_rows()
        for area in self.merged:
            self._cover(area)
        name = self.node.get(f"{_SS}Name", "")
        height = max((row for row, _ in self.cells), default=-1) + 1
        width = max((column for _, column in self.cells), default=-1) + 1
        if height * width > LARGEST_AREA:
            raise InputError("sheet-too-large", Place(file=self.file, sheet=name))
        rows: list[list[object]] = [[""] * width for _ in range(height)]
        for (row, column), value in self.cells.items():
            rows[row][column] = value
        visible = self.node.findtext(f"{_X}WorksheetOptions/{_X}Visible")
        marks = Marks(
            hidden=visible in ("SheetHidden", "SheetVeryHidden"),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            merged=tuple(self.merged),
            covered=self.covered,
            errors=self.errors,
            uncounted=frozenset(self.uncounted),
            unseen=frozenset((FORMATS,)),
        )
        return Grid(name, rows, marks)

    def _read_columns(self) -> None:
        for column, node in _indexed(self.node.iterfind(f"{_SS}Table/{_SS}Column")):
            if node.get(f"{_SS}Hidden") == "1":
                self.hidden_columns |= set(range(column, column + 1 + _span(node, "Span")))

    def _read_rows(self) -> None:
        for row, node in _indexed(self.node.iterfind(f"{_SS}Table/{_SS}Row")):
            if node.get(f"{_SS}Hidden") == "1":
                self.hidden_rows |= set(range(row, row + 1 + _span(node, "Span")))
            for column, cell in _indexed(node.iterfind(f"{_SS}Cell")):
                self._read_cell((row, column), cell)

    def _read_cell(self, spot: Spot, cell: etree._Element) -> None:
        across, down = _span(cell, "MergeAcross"), _span(cell, "MergeDown")
        if across or down:
            self.merged.append(Area(*spot, spot[0] + down, spot[1] + across))
        data = cell.find(f"{_SS}Data")
        text, kind = ("", "") if data is None else (_said(data), data.get(f"{_SS}Type", ""))
        if cell.get(f"{_SS}Formula") and not text and kind != "String":
            self.uncounted.add(spot)
        if kind == "Error":
            text = self.errors[spot] = ERROR_NAMES.get(text, text)
        if text.strip():
            is_struck = cell.get(f"{_SS}StyleID") in self.struck_styles
            self.cells[spot] = struck_out(text) if is_struck else _value(text, kind)

    def _cover(self, area: Area) -> None:
        """What stands under a merge isn't shown."""
        hidden = [spot for spot in self.cells if spot in area and spot != (area.top, area.left)]
        for spot in hidden:
            self.covered[spot] = self.cells.pop(spot)


def _said(data: etree._Element) -> str:
    """The text of a cell without footnote marks, what is struck out marked as such."""
    for piece in data.iter(f"{_HTML}Sup"):
        settle_raised(piece, data)
    for piece in data.iter(f"{_HTML}S"):
        settle_struck(piece)
    return "".join(data.itertext())


def _indexed(nodes: Iterator[etree._Element]) -> Iterator[tuple[int, etree._Element]]:
    """Each of rows, columns or cells with its place from 0: told where one is left out before it,
    behind what the one before spans.
    """
    place = 0
    for node in nodes:
        place = int(node.get(f"{_SS}Index") or place + 1)
        yield place - 1, node
        place += _span(node, "Span") + _span(node, "MergeAcross")


def _span(node: etree._Element, name: str) -> int:
    return int(node.get(f"{_SS}{name}", "0"))


def _value(text: str, kind: str) -> object:
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return text.strip() == "1"
    return datetime.fromisoformat(text) if kind == "DateTime" else text
