"""The rows of a sheet: everything odd is told with its cell, what can't be is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clerk import SHEET, Clerk, codes_of
from edits import drop_school, sheet_changed
from openpyxl.worksheet.worksheet import Worksheet

Edit = Callable[[Worksheet], None]


def delete_row(sheet: Worksheet) -> None:
    sheet.delete_rows(106)


def set_cell(cell: str, value: object) -> Edit:
    """An edit that puts `value` into `cell`."""

    def edit(sheet: Worksheet) -> None:
        sheet[cell] = value

    return edit


def repeat_row(sheet: Worksheet) -> None:
    for column in range(1, 14):
        sheet.cell(105, column).value = sheet.cell(106, column).value


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        (delete_row, "school-not-in-monitoring", "МКОУ «Асахская СОШ»"),
        (set_cell("E106", "7712345678"), "inn-differs", "7712345678"),
        (set_cell("E106", 538031006), "inn-zero-restored", "0538031006"),
        (set_cell("E106", "0538031007"), "inn-check-digit", "0538031007"),
        (set_cell("D106", "МКОУ «Новая СОШ»"), "school-renamed", "МКОУ «Новая СОШ»"),
        (set_cell("C106", None), "district-blank", "МКОУ «Асахская СОШ»"),
        (set_cell("K106", 2), "part-odd", "МКОУ «Асахская СОШ»"),
        (set_cell("G168", 5), "totals-differ", "5032"),
        (repeat_row, "school-twice", "Мониторинг!D105"),
    ],
)
def test_what_is_odd_is_told_and_the_letter_still_goes(
    clerk: Clerk, workspace: Path, edit: Edit, code: str, words: str
) -> None:
    with sheet_changed(workspace) as sheet:
        edit(sheet)
    answer = clerk("check", SHEET, "--json")
    assert answer.status == 0, answer.err
    told = [one["text"] for one in answer.json["warnings"] if one["code"] == code]
    assert words in " ".join(told)


def test_a_school_that_the_directory_lacks_is_counted_and_named(
    clerk: Clerk, workspace: Path
) -> None:
    drop_school(workspace, "Асахская")
    report = clerk("check", SHEET, "--json").json
    assert report["schools"] == 22
    assert codes_of(report) == ["school-not-in-directory"]
    assert report["warnings"][0]["where"] == "2023-04-14.xlsx, Мониторинг!D106"


@pytest.mark.parametrize("impossible", [-3, 12.5, "много", "12 чел."])
def test_an_impossible_count_stops_with_its_cell(
    clerk: Clerk, workspace: Path, impossible: object
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H106"] = impossible
    answer = clerk("check", SHEET, "--json")
    assert answer.status == 1
    [doubt] = answer.json["doubts"]
    assert (doubt["code"], doubt["assumed"]) == ("not-a-count", None)
    assert doubt["choices"] == ["нет данных"]
    assert "Мониторинг!H106" in doubt["where"]
    weekly = clerk("weekly", SHEET, "--date", "18.04.2023", "--yes")
    assert (weekly.status, "Мониторинг!H106" in weekly.err) == (1, True)
    assert not (workspace / "letters/register.sqlite").exists()


def test_one_school_with_two_different_rows_stops(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        repeat_row(sheet)
        sheet["H105"] = 1
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, [doubt["code"] for doubt in answer.json["doubts"]]) == (
        1,
        ["school-twice-differs"],
    )


def test_two_rows_of_totals_are_no_schools_and_neither_is_held_against_the_sums(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet.insert_rows(128)
        sheet["C128"], sheet["D128"] = "Цунтинский район", "Итого по району"
        sheet["G128"], sheet["H128"] = 431, 325
    report = clerk("check", SHEET, "--json").json
    assert (report["schools"], report["totals"]["staff"], codes_of(report)) == (22, 431, [])


def test_a_hidden_row_of_a_school_gives_way_to_the_one_that_is_shown(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        repeat_row(sheet)
        sheet["H105"] = 1
        sheet.row_dimensions[105].hidden = True
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, answer.json["totals"]["registered"]) == (0, 325)


def test_a_hidden_row_that_counts_is_told(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet.row_dimensions[106].hidden = True
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, codes_of(answer.json)) == (0, ["rows-hidden"])


def test_a_school_above_the_header_is_never_left_out_in_silence(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        moved = [cell.value for cell in sheet[106]]
        sheet.delete_rows(106)
        for merged in list(sheet.merged_cells.ranges):
            if merged.min_row <= 3:
                sheet.unmerge_cells(str(merged))
        for column, value in enumerate(moved, 1):
            sheet.cell(3, column).value = value
    answer = clerk("check", SHEET)
    assert (answer.status, "стоит над шапкой" in answer.err) == (1, True)
