"""check: what was read, each finding with its cells, everything odd; nothing issued."""

from __future__ import annotations

from pathlib import Path

from clerk import SHEET, Clerk, codes_of
from edits import sheet_changed


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
    assert (report["doubts"], codes_of(report)) == ([], [])
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
    with sheet_changed(workspace) as sheet:
        sheet["H106"], sheet["G106"], sheet["I106"] = 10000, 10000, 7996
    report = clerk("check", SHEET, "--json").json
    [finding] = [one for one in report["findings"] if one["indicator"] == "wrote_share"]
    assert (finding["value"], finding["requirement"]) == ("79,96%", "не менее 80%")


def test_the_district_share_is_a_quotient_of_sums_and_rows_left_out_are_told(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["I106"] = None
    report = clerk("check", SHEET, "--json").json
    assert "311 / 311" in report["figures"]["доля_не_писавших"]["rule"]
    assert set(codes_of(report)) == {"totals-differ", "no-data", "figure-rows-left-out"}


def test_what_is_not_certain_is_a_table_of_assumptions_and_what_else_it_may_be(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H5"] = "Зарегистрированно"
        sheet["J5"] = "Зарегистрированы все"
    shown = clerk("check", SHEET)
    table = shown.out[shown.out.index("Что неясно") :]
    assert shown.status == 0
    for told in ("Принято", "Может быть", "Мониторинг", "Зарегистриро"):
        assert told in table
    assert "headings раздела [columns.registered]" in table


def test_the_sheet_is_shown_as_it_was_understood(clerk: Clerk) -> None:
    shown = clerk("check", SHEET, "--show").out
    assert "Лист «Мониторинг», шапка в строках 4–5" in shown
    assert "H         Пользователи с ролью «Учитель» / Зарегистрировано" in shown
    assert "Не используются: A «№ п/п», B «Субъект РФ», J «" in shown
    assert shown.index("\n 6 ") < shown.index("\n 168 ")
