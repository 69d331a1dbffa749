"""Sheets that can't be used: each gets its answer, exit 1, and no number is taken."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from clerk import BASIS, SHEET, Clerk, assert_refused
from edits import change_settings, sheet_changed


def test_a_sheet_without_the_offices_district_lists_those_there_are(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, 'district = "Цунтинский район"', 'district = "Цунтинскй район"')
    assert_refused(
        clerk, workspace, "Цунтинскй район", "Ботлихский район", "Ближе всего: Цунтинский район"
    )


@pytest.mark.parametrize(
    "title",
    ["", "Республика Дагестан, апрель", "с 14.04.2023 по 08.04.2023", "с 31.02.2023 по 7.03.2023"],
)
def test_a_sheet_without_a_period_says_how_to_give_one(
    clerk: Clerk, workspace: Path, title: str
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["A2"] = title
    assert_refused(clerk, workspace, "--period")


def test_a_sheet_with_two_periods_is_not_guessed(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["A1"] = "Мониторинг с 01.04.2023 по 07.04.2023"
    assert_refused(clerk, workspace, "01.04.2023–07.04.2023, 08.04.2023–14.04.2023")


def test_a_sheet_that_ends_after_its_header(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet.delete_rows(6, 200)
    assert_refused(clerk, workspace, "2023-04-14.xlsx")


def test_another_sheet_of_the_same_columns_is_told(clerk: Clerk, workspace: Path) -> None:
    path = workspace / SHEET
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.worksheets[0]).title = "Прошлая неделя"
    book.save(path)
    warning = clerk("check", SHEET, "--json").json["warnings"][0]
    assert (warning["code"], "Прошлая неделя" in warning["text"]) == ("sheet-chosen", True)


def test_a_period_given_by_hand_counts_instead_of_the_files(clerk: Clerk) -> None:
    answer = clerk(
        "weekly",
        SHEET,
        "--date",
        "18.04.2023",
        "--dry-run",
        "--json",
        "--period",
        "01.04.2023-07.04.2023",
        *BASIS,
    )
    assert answer.json["period"] == ["2023-04-01", "2023-04-07"]
