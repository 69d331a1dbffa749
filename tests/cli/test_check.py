"""check: what was read, each finding with its cells, everything odd; nothing issued."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from conftest import Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"
Edit = Callable[[openpyxl.worksheet.worksheet.Worksheet], None]


def edited(workspace: Path, edit: Edit) -> None:
    """Change the sheet of the printed week."""
    book = openpyxl.load_workbook(workspace / SHEET)
    edit(book.active)
    book.save(workspace / SHEET)


def test_the_printed_week_as_json(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("check", SHEET, "--json")
    report = answer.json
    assert answer.status == 0
    assert report["period"] == ["2023-04-08", "2023-04-14"]
    assert report["schools"] == 22
    assert report["totals"] == {
        "staff": 431,
        "registered": 325,
        "wrote": 325,
        "chats": 141,
        "service_chats": 35,
        "video_calls": 46,
    }
    figure = report["figures"]["доля_не_писавших"]
    assert figure["value"] == "0%"
    assert figure["cells"] == ["Мониторинг!I106:I127", "Мониторинг!H106:H127"]
    assert "325 / 325" in figure["rule"]
    assert len(report["findings"]) == 15
    assert report["findings"][1] == {
        "school": "МКОУ «Берихинская ООШ»",
        "inn": "0538031077",
        "indicator": "registered_share",
        "title": "Доля зарегистрированных",
        "value": "0%",
        "requirement": "не менее 100%",
        "cells": ["Мониторинг!H107", "Мониторинг!G107"],
        "weeks": 1,
        "change": None,
    }
    assert (report["doubts"], report["warnings"]) == ([], [])
    assert not (workspace / "letters").exists()


def test_a_line_answers_why_a_school_is_on_the_list(clerk: Clerk) -> None:
    lines = clerk("check", SHEET).out.splitlines()
    at = lines.index("МКОУ «Берихинская ООШ»")
    assert lines[at + 1] == "  Статус профиля: Не активен, требуется: Активен (Мониторинг!F107)"


def test_no_data_is_no_finding(clerk: Clerk) -> None:
    report = clerk("check", SHEET, "--json").json
    assert "wrote_share" not in {finding["indicator"] for finding in report["findings"]}


def test_a_share_just_below_its_requirement_is_not_rounded_onto_it(
    clerk: Clerk, workspace: Path
) -> None:
    def edit(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["H106"], sheet["G106"], sheet["I106"] = 10000, 10000, 7996

    edited(workspace, edit)
    report = clerk("check", SHEET, "--json").json
    [finding] = [one for one in report["findings"] if one["indicator"] == "wrote_share"]
    assert (finding["value"], finding["requirement"]) == ("79,96%", "не менее 80%")


def test_the_district_share_is_a_quotient_of_sums_and_rows_left_out_are_told(
    clerk: Clerk, workspace: Path
) -> None:
    def edit(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["I106"] = None

    edited(workspace, edit)
    report = clerk("check", SHEET, "--json").json
    assert "311 / 311" in report["figures"]["доля_не_писавших"]["rule"]
    codes = {warning["code"] for warning in report["warnings"]}
    assert codes == {"totals-differ", "no-data", "figure-rows-left-out"}


def test_the_second_week_tells_for_how_many_weeks_and_what_changed(
    clerk: Clerk, letter: Path
) -> None:
    report = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json").json
    found = {(finding["school"], finding["indicator"]): finding for finding in report["findings"]}
    lasting = found["МКОУ «Хибиятлинская ООШ»", "registered_share"]
    assert (lasting["weeks"], lasting["change"]) == (2, "0")
    new = found["МКОУ «Махалатлинская СОШ»", "wrote_share"]
    assert (new["weeks"], new["change"]) == (1, "−64,7 п.п.")


def test_a_missing_basis_is_only_a_warning(clerk: Clerk) -> None:
    answer = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json")
    assert answer.status == 0
    assert [warning["code"] for warning in answer.json["warnings"]] == ["basis-unknown"]


def delete_row(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    sheet.delete_rows(106)


def set_cell(cell: str, value: object) -> Edit:
    """An edit that puts `value` into `cell`."""

    def edit(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet[cell] = value

    return edit


def repeat_row(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
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
        (set_cell("H106", None), "no-data", "МКОУ «Асахская СОШ»"),
        (set_cell("H106", "н/д"), "no-data", "МКОУ «Асахская СОШ»"),
        (set_cell("H106", 28), "part-exceeds-whole", "200%"),
        (set_cell("G168", 5), "totals-differ", "5032"),
        (repeat_row, "school-twice", "Мониторинг!D105"),
    ],
)
def test_what_is_odd_is_told_and_the_letter_still_goes(
    clerk: Clerk, workspace: Path, edit: Edit, code: str, words: str
) -> None:
    edited(workspace, edit)
    answer = clerk("check", SHEET, "--json")
    assert answer.status == 0, answer.err
    told = {warning["code"]: warning["text"] for warning in answer.json["warnings"]}
    assert words in told[code]


def test_a_school_that_the_directory_lacks_is_counted_and_named(
    clerk: Clerk, workspace: Path
) -> None:
    directory = workspace / "data/schools.csv"
    lines = directory.read_text(encoding="utf-8-sig").splitlines()
    directory.write_text(
        "\n".join(line for line in lines if "Асахская" not in line), encoding="utf-8-sig"
    )
    report = clerk("check", SHEET, "--json").json
    assert report["schools"] == 22
    assert [warning["code"] for warning in report["warnings"]] == ["school-not-in-directory"]
    assert report["warnings"][0]["where"] == "2023-04-14.xlsx, Мониторинг!D106"


@pytest.mark.parametrize("impossible", [-3, 12.5, "много", "12 чел."])
def test_an_impossible_count_stops_with_its_cell(
    clerk: Clerk, workspace: Path, impossible: object
) -> None:
    edited(workspace, set_cell("H106", impossible))
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
    def edit(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        repeat_row(sheet)
        sheet["H105"] = 1

    edited(workspace, edit)
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, [doubt["code"] for doubt in answer.json["doubts"]]) == (
        1,
        ["school-twice-differs"],
    )
