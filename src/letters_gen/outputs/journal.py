"""A journal as a workbook ready to print, and as CSV. Every value is text: none of it can become a
formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import ceil
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from letters_gen.model.journal import Journal

_FACE: dict[str, object] = {"font_name": "Liberation Serif", "font_size": 9}
_GRID: dict[str, object] = {
    **_FACE,
    "border": 1,
    "valign": "top",
    "text_wrap": True,
    "num_format": "@",
}
_HEADER: dict[str, object] = {
    **_GRID,
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#E7E6E6",
}
_MADE = datetime(2000, 1, 1)
_A4 = 9
_LINE_HEIGHT = 12
# A sign of the journal's small type against one of the program's own, in which Excel counts a
# column's width.
_NARROWER = 0.8
_HEADER_ROW = 2
_SHEETS = {
    "outgoing": "Исходящие",
    "orders": "Приказы",
    "staff_orders": "Личный состав",
    "incoming": "Входящие",
    "dispatch": "Отправка",
}
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_workbook(path: Path, journals: Iterable[Journal]) -> None:
    """Write the workbook that holds `journals`, a sheet each, line by line: of any size it takes
    the same memory. Equal input gives equal bytes. Raises OSError.
    """
    plain = {"strings_to_formulas": False, "strings_to_urls": False}
    with path.open("wb") as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, **plain})
        book.set_properties({"created": _MADE})
        for journal in journals:
            _draw(book, book.add_worksheet(f"{_SHEETS[journal.key]} {journal.year}"), journal)
        book.close()


def _draw(book: xlsxwriter.Workbook, sheet: Worksheet, journal: Journal) -> None:
    last = len(journal.columns) - 1
    sheet.write_string(
        0, 0, journal.title, book.add_format({**_FACE, "bold": True, "font_size": 13})
    )
    header, cell = book.add_format(_HEADER), book.add_format(_GRID)
    for column, named in enumerate(journal.columns):
        sheet.set_column(column, column, named.width * _NARROWER)
        sheet.write_string(_HEADER_ROW, column, named.title, header)
    sheet.set_row(_HEADER_ROW, _height(journal, [column.title for column in journal.columns]))
    row = _HEADER_ROW
    for row, texts in enumerate(journal.rows, _HEADER_ROW + 1):
        sheet.set_row(row, _height(journal, texts))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, cell)
    end = row + 1
    for row, text in enumerate(journal.closing, end + 1):
        sheet.write_string(row, 0, text, book.add_format({**_FACE, "bold": row == end + 1}))
    sheet.autofilter(_HEADER_ROW, 0, end - 1, last)
    _prepare_print(sheet)
    printed = sum(column.printed for column in journal.columns)
    sheet.print_area(0, 0, end + len(journal.closing), printed - 1)


def _height(journal: Journal, texts: Sequence[str]) -> float:
    """Room for wrapped text: not every program that opens the workbook makes it by itself."""
    lines = (
        ceil(len(text) * 1.05 / column.width)
        for text, column in zip(texts, journal.columns, strict=True)
        if column.printed
    )
    return _LINE_HEIGHT * max(1, *lines) + 2


def _prepare_print(sheet: Worksheet) -> None:
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P из &N")


def write_csv(path: Path, journal: Journal) -> None:
    """Write the lines as CSV for Excel: UTF-8 with its mark, `;`; an apostrophe keeps what looks
    like a formula text. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(column.title for column in journal.columns)
        for row in journal.rows:
            writer.writerow(map(_inert, row))


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
