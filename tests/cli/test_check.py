"""check: what was read, each finding with its cells, everything odd; nothing issued."""

from __future__ import annotations

from pathlib import Path

from clerk import SHEET, Clerk, codes_of
from edits import change_directory, sheet_changed
from offices import notice_office, school
from terminal import typed


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


def test_on_a_terminal_a_line_answers_why_a_school_is_on_the_list(workspace: Path) -> None:
    status, shown = typed(workspace, [], "check", SHEET)
    lines = shown.splitlines()
    at = lines.index("МКОУ «Берихинская ООШ»")
    assert status == 0
    assert lines[at + 1] == "  Статус профиля: Не активен, требуется: Активен (Мониторинг!F107)"
    assert "Доля зарегистрированных, требуется: не менее 100% — школ: 5 из 22" in lines


def test_without_a_terminal_findings_are_told_by_indicator_with_the_schools_of_each(
    clerk: Clerk,
) -> None:
    shown = clerk("check", SHEET).out
    lines = shown.splitlines()
    at = lines.index("Доля зарегистрированных, требуется: не менее 100% — школ: 5 из 22")
    assert lines[at + 1].startswith("  МКОУ «Берихинская ООШ» (0%), МКОУ «Междуреченская СОШ» (0%)")
    assert "Мониторинг!F107" not in shown
    assert "letters-gen check --json" in shown


def test_more_than_thirty_findings_are_told_by_indicator_on_a_terminal_too(
    tmp_path: Path,
) -> None:
    for number, one_by_one in ((30, True), (31, False)):
        office = notice_office(tmp_path / str(number), number)
        status, shown = typed(office, [], "check", SHEET)
        assert status == 0
        assert f"требуется: не менее 100% — школ: {number} из {number}" in shown
        assert (f"\n{school(number)}\r\n" in shown) == one_by_one
        assert ("и ещё 19" in shown) != one_by_one


def test_warnings_of_one_kind_stand_together_with_one_mend(tmp_path: Path, clerk: Clerk) -> None:
    office = notice_office(tmp_path / "много", 14)
    shown = clerk("-w", str(office), "check", str(office / SHEET)).out
    assert shown.count("в справочнике нет руководителя") == 10
    assert shown.count("Впишите руководителя в data/schools.csv") == 1
    last = shown.rindex("в справочнике нет руководителя")
    assert shown.index("и ещё 4") > last
    assert shown.index("Впишите руководителя") > shown.index("и ещё 4")
    warned = clerk("-w", str(office), "check", str(office / SHEET), "--json").json["warnings"]
    assert [one["code"] for one in warned].count("school-without-head") == 14


def test_nobody_is_advised_to_keep_a_column_of_a_csv_as_text(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "0538031006", "538031006")
    shown = clerk("check", SHEET).out
    assert "ИНН 538031006 прочитан как 0538031006" in shown
    assert "Делать ничего не нужно: контрольная цифра сходится." in shown
    assert "как текст" not in shown


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
