"""The appendix as a workbook: the same figures as real numbers, ready to filter and to print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from letters_gen.outputs.tables import Figure, Line, Table
from letters_gen.russian.numbers import value_text

Look = dict[str, object]

_FACE: Look = {"font_name": "Liberation Serif", "font_size": 12}
_GRID: Look = {**_FACE, "border": 1, "valign": "vcenter", "text_wrap": True}
_HEADER: Look = {**_GRID, "font_size": 11, "bold": True, "align": "center", "bg_color": "#E7E6E6"}
_MARKED: Look = {"bg_color": "#F2DCDB"}
_LINE_HEIGHT = 16
_MADE = datetime(2000, 1, 1)
_HEADER_ROW = 3
_A4 = 9
# How wide a letter of a row, or of a heading, is beside the digit that a column's width counts in.
_SERIF, _HEADING = 0.95, 1.3
_BOLD = 1.05


def appendix_workbook(mark: str, tables: Sequence[Table], above: str = "") -> bytes:
    """The workbook that holds `tables`, a sheet each. Equal input gives equal bytes.

    Args:
        mark: which letter it is an appendix to, shown above each table (form: requisite 19).
        above: what stands on top of every printed page.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": mark, "created": _MADE})
    for table in tables:
        _Drawing(book, table).draw(mark, above)
    book.close()
    return buffer.getvalue()


class _Drawing:
    """One table on its worksheet."""

    def __init__(self, book: xlsxwriter.Workbook, table: Table) -> None:
        self._book, self._table = book, table
        self._sheet: Worksheet = book.add_worksheet(table.sheet)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        # No heading breaks inside a word; its letters are bold, but smaller than the digit that a
        # width counts in.
        self._widths = [
            max(width, ceil(max(map(len, heading.split())) * _BOLD) + 1)
            for heading, width in table.columns
        ]

    def draw(self, mark: str, above: str) -> None:
        """Draw all of it: what stands above, the header, the rows, the totals, the look in
        print.
        """
        lines, last_column = self._table.lines, len(self._table.columns) - 1
        self._sheet.write_string(0, last_column, mark, self._format(**_FACE, align="right"))
        self._sheet.write_string(
            1, 0, self._table.title, self._format(**{**_FACE, "bold": True, "font_size": 13})
        )
        self._draw_header()
        for row, line in enumerate(lines, _HEADER_ROW + 1):
            self._draw_line(row, line, _MARKED if line.marked else {})
        self._sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(lines), last_column)
        if self._table.totals:
            self._draw_line(_HEADER_ROW + 1 + len(lines), self._table.totals, {"bold": True})
        self._prepare_print()
        if above:
            self._sheet.set_header(f"&R{above}")

    def _draw_header(self) -> None:
        for column, (heading, _) in enumerate(self._table.columns):
            self._sheet.set_column(column, column, self._widths[column])
            self._sheet.write_string(_HEADER_ROW, column, heading, self._format(**_HEADER))
        self._fit_height(_HEADER_ROW, [heading for heading, _ in self._table.columns], _HEADING)
        self._sheet.freeze_panes(_HEADER_ROW + 1, 2)

    def _draw_line(self, row: int, line: Line, look: Look) -> None:
        for column, cell in enumerate(line.cells):
            self._draw_cell(row, column, cell, {**_GRID, **look})
        self._fit_height(row, [value_text(cell.value) for cell in line.cells])

    def _draw_cell(self, row: int, column: int, cell: Figure, look: Look) -> None:
        """A count or a share as a number, a share in as many decimals as documents show; text
        always as text.
        """
        text = value_text(cell.value, cell.requirement)
        centred = {**look, "align": "center"}
        if isinstance(cell.value, int):
            self._sheet.write_number(row, column, cell.value, self._format(**centred))
        elif isinstance(cell.value, Fraction):
            decimals = len(text.rstrip("%").partition(",")[2])
            shown = f"0.{'0' * decimals}%" if decimals else "0%"
            self._sheet.write_number(
                row, column, float(cell.value), self._format(**centred, num_format=shown)
            )
        elif not text:
            self._sheet.write_blank(row, column, None, self._format(**look))
        else:
            self._sheet.write_string(
                row, column, text, self._format(**(centred if text == "–" else look))
            )

    def _fit_height(self, row: int, texts: Sequence[str], letter: float = _SERIF) -> None:
        """Make room for wrapped text: not every program that opens the workbook does it by
        itself.
        """
        tallest = max(
            ceil(len(text) * letter / width)
            for text, width in zip(texts, self._widths, strict=True)
        )
        self._sheet.set_row(row, _LINE_HEIGHT * max(1, tallest))

    def _prepare_print(self) -> None:
        self._sheet.repeat_rows(_HEADER_ROW)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        self._sheet.set_footer("&C&P из &N")

    def _format(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]
