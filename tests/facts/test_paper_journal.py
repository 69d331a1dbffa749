"""The lines of a paper journal's sheet, as they were kept by hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from clerk import IMPORT, Clerk, entries
from paper_journals import HEADINGS, notes, paper, row


def test_each_sheet_that_is_a_journal_is_taken_over_and_others_are_named(
    clerk: Clerk, workspace: Path
) -> None:
    book = openpyxl.Workbook()
    for name, first in (("2022", datetime(2022, 3, 1)), ("2023", datetime(2023, 3, 1))):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS)
        sheet.append(row("01-16/1", first))
    book.create_sheet("Справка").append(["Итого", 2])
    book.save(workspace / "оба.xlsx")
    report = clerk(*IMPORT, "оба.xlsx", "--json").json
    assert (report["imported"], [one["year"] for one in entries(clerk)]) == (2, [2022, 2023])
    passed = report["notes"][0]
    assert (passed["code"], "Справка" in passed["text"]) == ("journal-sheet-passed", True)


def test_a_row_that_numbers_the_columns_is_no_line(clerk: Clerk, workspace: Path) -> None:
    file = paper(workspace, [[1, 2, 3, 4, 5, 6, 7, 8], row("01-16/230")])
    assert clerk(*IMPORT, file, "--json").json["imported"] == 1


@pytest.mark.parametrize("number", ["99999999999999999999", "01-16/9999999999"])
def test_a_number_too_long_to_be_one_is_not_taken_over(
    clerk: Clerk, workspace: Path, number: str
) -> None:
    file = paper(workspace, [row("01-16/230"), row(number)])
    answer = clerk(*IMPORT, file, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "journal-number-unread")
    assert entries(clerk) == []


@pytest.mark.parametrize(
    ("remark", "state"),
    [
        ("Взамен аннулированного № 200", "issued"),
        ("Письмо аннулировано", "annulled"),
        ("аннул.", "annulled"),
    ],
)
def test_only_the_line_that_is_annulled_itself_is_annulled(
    clerk: Clerk, workspace: Path, remark: str, state: str
) -> None:
    clerk(*IMPORT, paper(workspace, [row("01-16/230", remark=remark)]))
    assert [one["state"] for one in entries(clerk)] == [state]


def test_a_number_is_read_whatever_its_dash_and_its_spaces(clerk: Clerk, workspace: Path) -> None:
    clerk(*IMPORT, paper(workspace, [row("№ 01–16 / 230")]))
    assert entries(clerk)[0]["seq"] == 230
    assert clerk("register", "show", "01—16/230").status == 0


def test_a_line_without_a_date_takes_that_of_the_line_before(clerk: Clerk, workspace: Path) -> None:
    report = clerk(*IMPORT, paper(workspace, [row(230), row(231, None)]), "--json").json
    assert notes(report) == [("journal-date-assumed", "231")]
    first = clerk(*IMPORT, paper(workspace, [row(240, None)]))
    assert (first.status, "C4" in first.err) == (1, True)


def test_a_journal_without_numbers_is_refused(clerk: Clerk, workspace: Path) -> None:
    headings = [
        "№ п/п",
        "Дата",
        "Что",
        "Кому",
        "Краткое содержание",
        "Исп.",
        "Отправлено",
        "Примечание",
    ]
    answer = clerk(*IMPORT, paper(workspace, [row(1)], headings))
    assert (answer.status, "Регистрационный номер" in answer.err) == (1, True)
