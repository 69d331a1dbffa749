"""The workbooks that calamine reads, .xlsx, .ods, .xls and .xlsb, with their marks."""

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
from letters_gen.facts.reading.binary_marks import is_encrypted, marks_of_binary, workbook_stream
from letters_gen.facts.reading.binary_texts import lettering_of_binary
from letters_gen.facts.reading.open_document import marks_of_document, without_marks
from letters_gen.facts.reading.package_texts import lettering_of_package
from letters_gen.facts.reading.packages import has_pictures, repacked, tested_package
from letters_gen.facts.reading.prepared import LARGEST_AREA, Prepared, prepared
from letters_gen.facts.reading.rich_text import Lettering
from letters_gen.word.package import Package

_NO_MARKS, _NO_LETTERING = Marks(), Lettering()
_EVERYTHING = frozenset((ERRORS, FORMULAS, FORMATS, HIDDEN, MERGED))


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
    if ready.holds_values and not any(grid.rows for grid in grids):
        raise InputError("sheet-unreadable", Place(file=file))
    return _with_pictures_told(grids, package)


def document_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .ods.

    Raises:
        InputError: as `package_grids`.
    """
    package = tested_package(content, file)
    try:
        marks, lettering = marks_of_document(package)
        changed = without_marks(package)
    except (etree.LxmlError, ValueError) as error:
        raise InputError("sheet-damaged", Place(file=file)) from error
    bare = content if changed is None else repacked(package, {"content.xml": changed})
    ready = Prepared(bare, marks, lettering=lettering)
    return _with_pictures_told(_grids(bare, file, ready), package)


def binary_package_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .xlsb, with nothing seen beside the values but how they are written.

    Raises:
        InputError: as `package_grids`.
    """
    package = tested_package(content, file)
    ready = Prepared(content, {}, _EVERYTHING, lettering=lettering_of_package(package))
    return _with_pictures_told(_grids(content, file, ready), package)


def binary_grids(content: bytes, file: str) -> list[Grid]:
    """The worksheets of an .xls of Excel 97 to 2003.

    Raises:
        InputError: as `package_grids`.
    """
    stream = workbook_stream(content)
    if is_encrypted(stream):
        raise InputError("sheet-password", Place(file=file))
    marks = marks_of_binary(stream)
    unseen = frozenset[str]() if marks else _EVERYTHING - {MERGED}
    lettering = lettering_of_binary(stream)
    return _grids(content, file, Prepared(content, marks, unseen, lettering=lettering))


def _with_pictures_told(grids: list[Grid], package: Package) -> list[Grid]:
    """The grids, at least one of which holds something; raises InputError `sheet-image-only`."""
    if has_pictures(package) and not any(grid.rows for grid in grids):
        raise InputError("sheet-image-only", Place(file=package.file))
    return grids


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
        yield _grid(sheet, marks, ready.lettering.get(told.name, _NO_LETTERING))


def _grid(sheet: CalamineSheet, marks: Marks, lettering: Lettering) -> Grid:
    """A sheet's cells as Excel shows them, cut to the last that holds something."""
    rows = cast(list[list[object]], sheet.to_python(skip_empty_area=False))
    if not marks.merged:
        areas = [Area(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        marks = replace(marks, merged=tuple(sorted(areas, key=_corner)))
    for (row, column), name in marks.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = name
    lettering.put_into(rows)
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
