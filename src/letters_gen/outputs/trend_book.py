"""The weeks as a workbook: a worksheet an indicator, each with its chart; native charts, which
Excel draws and keeps up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from letters_gen.outputs.trend_tables import TrendTable

_FACE: dict[str, object] = {"font_name": "Liberation Serif", "font_size": 10}
_GRID: dict[str, object] = {**_FACE, "border": 1}
_MADE = datetime(2000, 1, 1)
_A4 = 9
_HEADER_ROW = 2
_CHARTS = "Графики"
_CHART_HEIGHT, _CHART_WIDTH = 24, 1000
# More lines than these nobody tells apart; Excel itself draws no more than 255.
_MOST_LINES = 40
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_SHAPES = {"share": "0.0%", "count": "0.##", "text": "@"}
_MOST_DECIMALS = 12
# Only so near to what is required may rounding show a share on its other side.
_NEAR = 0.001


def write_trend(path: Path, title: str, tables: Iterable[TrendTable]) -> None:
    """Write the workbook of `tables`, line by line; equal input gives equal bytes. Raises
    OSError.
    """
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with path.open("wb") as file:
        book = xlsxwriter.Workbook(file, plain)
        book.set_properties({"title": title, "created": _MADE})
        charts = book.add_worksheet(_CHARTS)
        charts.write_string(0, 0, title, book.add_format({**_FACE, "bold": True, "font_size": 13}))
        drawn = 0
        for number, table in enumerate(tables, 1):
            sheet = _TrendSheet(book, book.add_worksheet(_sheet_name(number, table.title)), table)
            sheet.draw()
            if table.kind != "text":
                charts.insert_chart(2 + drawn * _CHART_HEIGHT, 0, sheet.chart())
                drawn += 1
        charts.set_h_pagebreaks([2 + one * _CHART_HEIGHT for one in range(1, drawn)])
        _prepare_print(charts)
        book.close()


def _sheet_name(number: int, title: str) -> str:
    """What Excel takes for the name of a worksheet; its number tells equal ones apart."""
    return f"{number}. {_FORBIDDEN.sub('', title)}"[:_LONGEST_NAME].strip()


class _TrendSheet:
    """One indicator on its worksheet."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet, table: TrendTable) -> None:
        self._book, self._sheet, self._table = book, sheet, table
        self._first = _HEADER_ROW + 1
        self._district = self._first + len(table.schools)
        self._formats: dict[tuple[str, bool], Format] = {}

    def draw(self) -> None:
        """Draw the table: a line a school, then the district's and what is required."""
        table, sheet = self._table, self._sheet
        sheet.set_column(0, 0, 38)
        sheet.set_column(1, len(table.weeks), 11)
        bold = self._book.add_format({**_FACE, "bold": True, "font_size": 13})
        sheet.write_string(0, 0, table.title, bold)
        look = {**_GRID, "bold": True, "align": "center", "bg_color": "#E7E6E6"}
        header = self._book.add_format(look)
        sheet.write_row(_HEADER_ROW, 0, ["Организация", *table.weeks], header)
        for row, (school, values) in enumerate(
            zip(table.schools, table.values, strict=True), self._first
        ):
            self._draw_line(row, school, values, bold=False)
        self._draw_line(self._district, "По району", table.district, bold=True)
        if table.required is not None:
            required = [table.required] * len(table.weeks)
            self._draw_line(self._district + 1, f"Требуется: {table.requirement}", required, True)
        sheet.freeze_panes(_HEADER_ROW + 1, 1)
        sheet.repeat_rows(_HEADER_ROW)
        _prepare_print(sheet)

    def _draw_line(
        self, row: int, name: str, values: Sequence[float | str | None], bold: bool
    ) -> None:
        sheet, shape = self._sheet, _SHAPES[self._table.kind]
        sheet.write_string(row, 0, name, self._format("@", bold))
        plain, text = self._format(shape, bold), self._format("@", bold)
        bound = self._table.required if self._table.kind == "share" else None
        for column, value in enumerate(values, 1):
            if isinstance(value, str):
                sheet.write_string(row, column, value, text)
            elif value is None:
                sheet.write_blank(row, column, None, text)
            elif isinstance(bound, float) and abs(value - bound) < _NEAR:
                sheet.write_number(row, column, value, self._format(self._finer(value), bold))
            else:
                sheet.write_number(row, column, value, plain)

    def _crosses(self, value: float, decimals: int) -> bool:
        """Whether a share that is rounded so would be shown on the other side of what is
        required (design §3).
        """
        bound = self._table.required
        if not isinstance(bound, float):
            return False
        shown = round(value, decimals)
        return (shown > bound) - (shown < bound) != (value > bound) - (value < bound)

    def _finer(self, value: float) -> str:
        """The format that keeps a share on its side."""
        decimals = next(
            (one for one in range(3, _MOST_DECIMALS) if not self._crosses(value, one)),
            _MOST_DECIMALS,
        )
        return f"0.{'0' * (decimals - 2)}%"

    def chart(self) -> xlsxwriter.chart.Chart:
        """A line a school where they are few, the district's, and what is required."""
        table = self._table
        chart = self._book.add_chart({"type": "line"})
        if len(table.schools) <= _MOST_LINES:
            for row in range(self._first, self._district):
                chart.add_series({**self._series(row), "line": {"width": 1}})
        thick = {"color": "#1F3864", "width": 3}
        chart.add_series({**self._series(self._district), "line": thick})
        if table.required is not None:
            dashed = {"color": "#C00000", "width": 2, "dash_type": "dash"}
            chart.add_series({**self._series(self._district + 1), "line": dashed})
        chart.set_title({"name": table.title, "overlay": False, "name_font": {"size": 12}})
        axis: dict[str, object] = {"num_format": "0%", "max": 1} if table.kind == "share" else {}
        chart.set_y_axis({"min": 0, **axis})
        chart.set_x_axis({"num_font": {"rotation": -45}})
        chart.set_legend({"position": "right", "font": {"size": 8}})
        chart.set_size({"width": _CHART_WIDTH, "height": 460})
        chart.show_blanks_as("gap")
        return chart

    def _series(self, row: int) -> dict[str, object]:
        """A line of the table as a series of the chart."""
        name, last = self._sheet.get_name(), len(self._table.weeks)
        return {
            "name": [name, row, 0],
            "categories": [name, _HEADER_ROW, 1, _HEADER_ROW, last],
            "values": [name, row, 1, row, last],
            "marker": {"type": "circle", "size": 4} if last < 3 else {"type": "none"},
        }

    def _format(self, shape: str, bold: bool) -> Format:
        key = shape, bold
        if key not in self._formats:
            look = {**_GRID, "num_format": shape, "bold": bold}
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _prepare_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.4, top=0.8, bottom=0.8)
    sheet.set_footer("&C&P из &N")
