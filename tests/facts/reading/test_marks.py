"""What a file tells beside its values is seen, whoever wrote it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from clerk import ROOT
from spreadsheets.binary import compound, xls_book, xls_record

from letters_gen.facts.grid import Grid
from letters_gen.facts.spreadsheet import read_grids

FILES = ROOT / "tests/spreadsheets/files"
# The first of the office's schools, its column of those registered.
FIRST, REGISTERED = 7, 6


def sheet(file: str, name: str = "Мониторинг") -> Grid:
    [found] = [grid for grid in read_grids(FILES / file) if grid.sheet == name]
    return found


@pytest.mark.parametrize(
    "file", ["l-error.xlsx", "l-error.xls", "l-error.ods", "w-error-in-count.xlsx"]
)
def test_an_error_stands_in_the_rows_as_excel_shows_it(file: str) -> None:
    grid = sheet(file)
    assert grid.marks.errors == {(FIRST, REGISTERED): "#Н/Д"}
    assert grid.rows[FIRST][REGISTERED] == "#Н/Д"


def test_an_error_that_its_writer_called_in_russian_is_one_too() -> None:
    assert sheet("h-russian-error.xlsx").marks.errors == {(FIRST, REGISTERED): "#Н/Д"}


@pytest.mark.parametrize(
    ("file", "column"),
    [("o-formulas.xlsx", 6), ("w-formulas-uncounted.xlsx", 7), ("h-xml2003-formulas.xml", 6)],
)
def test_formulas_that_were_never_computed_are_seen(file: str, column: int) -> None:
    uncounted = sheet(file).marks.uncounted
    assert (FIRST, column) in uncounted
    assert {spot[1] for spot in uncounted} == {column}


@pytest.mark.parametrize("file", ["w-formulas-valued.xlsx", "l-counted.xlsx", "l-counted.xls"])
def test_computed_formulas_are_values_like_others(file: str) -> None:
    assert not sheet(file).marks.uncounted


@pytest.mark.parametrize("computed", [False, True])
def test_formulas_of_an_xls_none_of_which_has_a_result_were_never_computed(
    tmp_path: Path, computed: bool
) -> None:
    """As xlwt leaves them. Where another has one, an empty text is a result like any other."""
    blank = struct.pack("<HHH", 0, 0, 0) + b"\x03" + bytes(5) + b"\xff\xff" + bytes(8)
    number = struct.pack("<HHHd", 0, 1, 0, 5.0) + bytes(8)
    records = xls_record(0x06, blank) + (xls_record(0x06, number) if computed else b"")
    path = tmp_path / "неделя.xls"
    path.write_bytes(compound({"Workbook": xls_book(xls_record(0x203, _ONE) + records)}))
    [grid] = read_grids(path)
    assert grid.marks.uncounted == (set() if computed else {(0, 0)})


_ONE = struct.pack("<HHHd", 1, 0, 0, 1.0)


def test_a_computed_empty_text_is_a_value() -> None:
    assert not sheet("h-formula-text.xlsx").marks.uncounted


def test_a_percentage_kept_as_a_part_of_one_is_known_by_its_format() -> None:
    for file in ("w-percent-format.xlsx", "l-percent.xls", "l-percent.ods"):
        assert "%" in sheet(file).marks.formats[FIRST, 8]


def test_number_formats_with_words_are_told() -> None:
    assert sheet("o-formatted.xlsx").marks.formats[FIRST, 5] == '0" чел."'


@pytest.mark.parametrize(
    "file", ["w-hidden-week-first.xlsx", "l-hidden-week.xls", "l-hidden-week.ods"]
)
def test_a_hidden_sheet_is_read_and_marked(file: str) -> None:
    assert sheet(file, "01-07").marks.hidden
    assert not sheet(file, "08-14").marks.hidden


def test_hidden_rows_and_columns_are_seen() -> None:
    for file in ("w-others-filtered-out.xlsx", "l-hidden-rows.xls", "l-hidden-rows.ods"):
        assert sheet(file).marks.hidden_rows == {4, 5, 6}
    assert sheet("h-hidden-and-merged.xlsx").marks.hidden_rows == {4, 5, 6}
    assert sheet("o-hidden-column.xlsx").marks.hidden_columns == {8}


@pytest.mark.parametrize("file", ["l-merged.xls", "l-merged.ods", "o-merged-header.xlsx"])
def test_merged_ranges_are_seen(file: str) -> None:
    grid = sheet(file)
    assert len(grid.marks.merged) == 8
    assert grid.shown(4, 0) == "№ п/п"
    assert grid.shown(3, 8) == "Учителя"


def test_values_under_a_merge_are_taken_out_of_the_rows_and_kept_aside() -> None:
    grid = sheet("o-values-under-merge.xlsx")
    assert grid.marks.covered[FIRST + 1, 2] == "МКОУ «Иная СОШ»"
    assert set(grid.rows[FIRST + 1]) == {""}


def test_what_a_format_keeps_from_the_reader_is_told() -> None:
    assert sheet("h-binary.xlsb").marks.unseen
    assert sheet("h-utf8.csv", "h-utf8").marks.unseen
    for file in ("w-plain.xlsx", "l-plain.xls", "l-plain.ods"):
        assert not sheet(file).marks.unseen


def test_cells_behind_the_last_that_holds_something_are_cut_off() -> None:
    assert (len(sheet("h-corner.xlsx").rows), len(sheet("h-corner.xlsx").rows[0])) == (29, 12)
    assert len(sheet("w-styled-far.xlsx").rows) == 29


def test_chart_sheets_are_skipped() -> None:
    assert [grid.sheet for grid in read_grids(FILES / "w-chart-first.xlsx")] == ["Мониторинг"]


def test_a_leading_zero_stays_in_text_tables(tmp_path: Path) -> None:
    for file in ("h-utf8.csv", "h-html-named.xls", "h-html-head.xls"):
        [grid] = read_grids(FILES / file)
        assert "0538031006" in grid.rows[FIRST]
