"""What a sheet leaves open is asked about, all of it at once, and an answer is heeded."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from clerk import SHEET, Clerk, assert_refused
from edits import sheet_changed


def test_all_that_is_wrong_with_a_sheet_is_told_at_once(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    sheet = book.active
    sheet["A2"], sheet["I5"], sheet["J5"] = "", "Б", "Зарегистрировано"
    book.save(workspace / SHEET)
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Цунтинский район", "Иной район"), encoding="utf-8")
    assert_refused(
        clerk,
        workspace,
        "Нет колонки «Написали более трёх сообщений»",
        "«Зарегистрировано» встречается дважды",
        "не назван период",
        "Иной район",
    )


def test_what_is_wrong_with_a_directorys_columns_is_told_at_once(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "data/schools.csv").write_text("ИНН;Пол;Пол\n1;м;м\n", encoding="utf-8")
    assert_refused(clerk, workspace, "повторяются: Пол, Пол", "Краткое наименование")


def test_check_shows_what_must_be_answered_before_a_sheet_can_be_read(
    clerk: Clerk, workspace: Path
) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["J5"] = "Зарегистрировано"
    book.active["A1"] = "Мониторинг с 01.04.2023 по 07.04.2023"
    book.save(workspace / SHEET)
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, answer.json["period"]) == (1, None)
    told = [(one["id"], one["assumed"], one["choices"]) for one in answer.json["doubts"]]
    assert told == [
        ("heading-twice:registered", None, ["Мониторинг!H5", "Мониторинг!J5"]),
        (
            "period-twice:Мониторинг",
            None,
            ["01.04.2023-07.04.2023", "08.04.2023-14.04.2023"],
        ),
    ]
    shown = clerk("check", SHEET)
    assert (shown.status, shown.out.count("✗")) == (1, 2)


def answered(workspace: Path, identity: str, answer: str) -> None:
    """Write an answer into the sidecar of the printed week, by hand."""
    with (workspace / SHEET).with_suffix(".toml").open("a", encoding="utf-8") as sidecar:
        sidecar.write(f'\n[answers]\n"{identity}" = "{answer}"\n')


def test_an_answer_that_cannot_be_one_is_asked_for_again(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["A2"] = ""
    book.save(workspace / SHEET)
    answered(workspace, "period-not-found:Мониторинг", "31.02.2023-07.03.2023")
    assert_refused(clerk, workspace, "не назван период")


def test_a_count_that_was_answered_is_counted(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["H106"] = "около 14"
    book.save(workspace / SHEET)
    answered(workspace, "not-a-count:0538031006/registered/около 14", "14")
    report = clerk("check", SHEET, "--json")
    assert (report.status, report.json["totals"]["registered"]) == (0, 325)


def test_a_sheet_of_any_name_whose_period_was_answered_is_known_by_it(
    clerk: Clerk, workspace: Path
) -> None:
    monitoring = workspace / "data/monitoring"
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["A2"] = ""
    book.save(monitoring / "последний.xlsx")
    text = '[answers]\n"period-not-found:Мониторинг" = "22.04.2023-28.04.2023"\n'
    (monitoring / "последний.toml").write_text(text, encoding="utf-8")
    assert clerk("check", "--json").json["period"] == ["2023-04-22", "2023-04-28"]


def test_a_period_given_for_a_sheet_without_one_is_kept_with_it(
    clerk: Clerk, workspace: Path
) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["A2"] = ""
    book.save(workspace / SHEET)
    period = ("--period", "08.04.2023-14.04.2023")
    assert clerk("weekly", SHEET, "--date", "18.04.2023", "--yes", *period).status == 0
    assert clerk("notices", SHEET, "--date", "18.04.2023", "--yes").status == 0


def test_a_heading_that_belongs_to_another_column_is_no_choice(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["I5"], sheet["J5"] = "Написали больше 3 сообщений", "Зарегистрировано учителей"
    doubts = {one["code"]: one for one in clerk("check", SHEET, "--json").json["doubts"]}
    choices = doubts["column-missing"]["choices"]
    assert choices[0] == "Написали больше 3 сообщений"
    assert "Зарегистрировано учителей" not in choices


def test_a_column_under_quite_another_name_is_asked_about(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["H5"] = "Подключено учителей"
    book.save(workspace / SHEET)
    [doubt] = clerk("check", SHEET, "--json").json["doubts"]
    assert (doubt["id"], "Подключено учителей" in doubt["choices"]) == (
        "column-missing:registered",
        True,
    )
