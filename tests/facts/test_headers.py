"""The header of a sheet: what is missing, what stands twice."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from clerk import SHEET, Clerk, assert_refused, codes_of
from edits import sheet_changed


def test_a_sheet_without_a_header_says_what_was_looked_for_and_what_was_found(
    clerk: Clerk, workspace: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Отчёт о питании", "Завтраки", "Обеды"])
    book.save(workspace / SHEET)
    assert_refused(clerk, workspace, "Зарегистрировано", "Отчёт о питании, Завтраки, Обеды")


def test_a_missing_column_is_named_with_the_nearest_heading(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H5"] = "Зарегистрированы педагоги"
    assert_refused(
        clerk,
        workspace,
        "registered",
        "Ближе всего: Зарегистрированы педагоги",
        "[columns.registered]",
    )


def test_a_slip_of_the_pen_in_a_heading_is_let_pass_and_told(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H5"] = "Зарегистрированно"
    answer = clerk("check", SHEET, "--json")
    [doubt] = answer.json["doubts"]
    assert (answer.status, answer.json["totals"]["registered"]) == (0, 325)
    assert (doubt["code"], doubt["assumed"]) == ("column-missing", "Зарегистрированно")


def test_all_missing_columns_are_told_at_once(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H5"], sheet["I5"] = "А", "Б"
    assert_refused(
        clerk,
        workspace,
        "Нет колонки «Зарегистрировано",
        "Нет колонки «Написали более трёх сообщений»",
    )


def test_a_heading_that_stands_twice(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["J5"] = "Зарегистрировано"
    assert_refused(clerk, workspace, "Зарегистрировано", "дважды", "Мониторинг!J5")


def test_a_header_of_three_rows_is_read_as_one_of_two(clerk: Clerk, workspace: Path) -> None:
    before = clerk("check", SHEET, "--json").json
    with sheet_changed(workspace) as sheet:
        sheet.insert_rows(6)
        for cell in ("H", "L"):
            sheet[f"{cell}6"], sheet[f"{cell}5"] = sheet[f"{cell}5"].value, None
    after = clerk("check", SHEET, "--json").json
    assert (after["totals"], codes_of(after)) == (before["totals"], [])
    assert [one["value"] for one in after["findings"]] == [
        one["value"] for one in before["findings"]
    ]
    assert after["findings"][1]["cells"] == ["Мониторинг!H108", "Мониторинг!G108"]
