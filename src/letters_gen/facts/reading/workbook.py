"""The workbooks that calamine reads: .xlsx with what its XML tells besides, .xlsb, .ods, .xls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import cast

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import ERRORS, FORMATS, FORMULAS, HIDDEN, MERGED, Area, Grid, Marks
from letters_gen.facts.reading.packages import has_pictures, tested_package
from letters_gen.facts.reading.prepared import LARGEST_AREA, Prepared, prepared

_NO_MARKS = Marks()


def package_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .xlsx, .xlsm or .xltx.

    Raises:
        InputError: `sheet-damaged`: a part isn't well-formed; `sheet-unreadable` by calamine;
            `sheet-too-large`, `sheet-image-only`.
    """
    package = tested_package(content, file)
    try:
        ready = prepared(package, content)
    except (etree.LxmlError, ValueError) as error:
        raise InputError("sheet-damaged", Place(file=file)) from error
    grids = _grids(ready.content, file, ready)
    if not any(grid.rows for grid in grids):
        if ready.holds_values:
            raise InputError("sheet-unreadable", Place(file=file))
        if has_pictures(package):
            raise InputError("sheet-image-only", Place(file=file))
    return grids


def zipped_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .xlsb or .ods, with nothing seen beside the values.

    Raises:
        InputError: as `package_grids`.
    """
    unseen = frozenset((ERRORS, FORMULAS, FORMATS, HIDDEN, MERGED))
    grids = _grids(content, file, Prepared(content, {}, unseen))
    if not any(grid.rows for grid in grids) and has_pictures(tested_package(content, file)):
        raise InputError("sheet-image-only", Place(file=file))
    return grids


def binary_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .xls of Excel 97 to 2003, merged ranges seen.

    Raises:
        InputError: as `package_grids`.
    """
    unseen = frozenset((ERRORS, FORMULAS, FORMATS, HIDDEN))
    return _grids(content, file, Prepared(content, {}, unseen))


def _grids(content: bytes, file: str, ready: Prepared) -> list[Grid]:
    try:
        book = load_workbook(BytesIO(content))
        return list(_read(book, file, ready))
    except PasswordError as error:
        raise InputError("sheet-password", Place(file=file)) from error
    except (CalamineError, ValueError, OSError) as error:
        raise InputError("sheet-unreadable", Place(file=file)) from error


def _read(book: CalamineWorkbook, file: str, ready: Prepared) -> Iterator[Grid]:
    for told in book.sheets_metadata:
        if told.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(told.name)
        if sheet.total_height * sheet.total_width > LARGEST_AREA:
            raise InputError("sheet-too-large", Place(file=file, sheet=told.name))
        marks = replace(
            ready.marks.get(told.name, _NO_MARKS),
            hidden=told.visible != SheetVisibleEnum.Visible,
            unseen=ready.unseen,
        )
        yield _grid(sheet, marks)


def _grid(sheet: CalamineSheet, marks: Marks) -> Grid:
    """A sheet's cells as Excel shows them, cut to the last that holds something."""
    rows = cast(list[list[object]], sheet.to_python(skip_empty_area=False))
    if not marks.merged:
        areas = [Area(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        marks = replace(marks, merged=tuple(sorted(areas, key=_corner)))
    for (row, column), name in marks.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = name
    marks = replace(marks, covered=_uncovered(rows, marks.merged))
    return Grid(sheet.name, _cut(rows), marks)


def _corner(area: Area) -> tuple[int, int]:
    return area.top, area.left


def _uncovered(rows: list[list[object]], areas: Sequence[Area]) -> Mapping[tuple[int, int], object]:
    """The values under merged ranges, taken out of the rows: Excel shows the first cell's alone."""
    covered = {}
    for area in areas:
        for number in range(area.top, min(area.bottom + 1, len(rows))):
            row = rows[number]
            for column in range(area.left, min(area.right + 1, len(row))):
                if row[column] != "" and (number, column) != (area.top, area.left):
                    covered[number, column] = row[column]
                    row[column] = ""
    return covered


def _cut(rows: list[list[object]]) -> list[list[object]]:
    while rows and all(map(_is_blank, rows[-1])):
        rows.pop()
    width = len(rows[0]) if rows else 0
    while width and all(_is_blank(row[width - 1]) for row in rows):
        width -= 1
    return [row[:width] for row in rows] if rows and width < len(rows[0]) else rows


def _is_blank(cell: object) -> bool:
    return isinstance(cell, str) and not cell.strip()
