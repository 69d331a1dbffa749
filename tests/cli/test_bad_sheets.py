"""Sheets that can't be used: each gets its answer, exit 1, and no number is taken."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from conftest import Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"


def refused(clerk: Clerk, workspace: Path, *words: str, file: str = SHEET) -> None:
    """The weekly letter is refused with these words, as text and as JSON, and nothing is left
    behind.
    """
    answer = clerk("weekly", file, "--date", "18.04.2023", "--yes", "--json")
    assert answer.status == 1
    for word in words:
        assert word in answer.err
    error = answer.json["error"]
    assert error["code"] and error["text"] and error["mend"]
    assert "Traceback" not in answer.err
    assert not (workspace / "letters").exists()


def test_no_such_file(clerk: Clerk, workspace: Path) -> None:
    refused(
        clerk,
        workspace,
        "data/monitoring/2023-05-01.xlsx",
        "нет",
        file="data/monitoring/2023-05-01.xlsx",
    )


@pytest.mark.parametrize(
    "content", [b"", b"just text", b"PK\x03\x04 and then nothing", b"\xd0\xcf\x11\xe0" * 200]
)
def test_a_file_that_is_no_spreadsheet(clerk: Clerk, workspace: Path, content: bytes) -> None:
    (workspace / SHEET).write_bytes(content)
    refused(clerk, workspace, "2023-04-14.xlsx", "не электронная таблица", ".xlsx")


def test_a_word_document_given_for_a_sheet(clerk: Clerk, workspace: Path) -> None:
    refused(clerk, workspace, "weekly.docx", "не электронная таблица", file="templates/weekly.docx")


def test_a_sheet_without_a_header_says_what_was_looked_for_and_what_was_found(
    clerk: Clerk, workspace: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Отчёт о питании", "Завтраки", "Обеды"])
    book.save(workspace / SHEET)
    refused(clerk, workspace, "Зарегистрировано", "Отчёт о питании, Завтраки, Обеды")


def test_a_missing_column_is_named_with_the_nearest_heading(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["H5"] = "Зарегистрированно"
    book.save(workspace / SHEET)
    refused(
        clerk, workspace, "registered", "Ближе всего: Зарегистрированно", "[columns.registered]"
    )


def test_all_missing_columns_are_told_at_once(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["H5"], book.active["I5"] = "А", "Б"
    book.save(workspace / SHEET)
    refused(clerk, workspace, "Нет колонки registered", "Нет колонки wrote")


def test_a_heading_that_stands_twice(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["J5"] = "Зарегистрировано"
    book.save(workspace / SHEET)
    refused(clerk, workspace, "Зарегистрировано", "дважды", "Мониторинг!J5")


def test_a_sheet_without_the_offices_district_lists_those_there_are(
    clerk: Clerk, workspace: Path
) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('district = "Цунтинский район"', 'district = "Цунтинскй район"'),
        encoding="utf-8",
    )
    refused(
        clerk, workspace, "Цунтинскй район", "Ботлихский район", "Ближе всего: Цунтинский район"
    )


@pytest.mark.parametrize(
    "title",
    ["", "Республика Дагестан, апрель", "с 14.04.2023 по 08.04.2023", "с 31.02.2023 по 7.03.2023"],
)
def test_a_sheet_without_a_period_says_how_to_give_one(
    clerk: Clerk, workspace: Path, title: str
) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["A2"] = title
    book.save(workspace / SHEET)
    refused(clerk, workspace, "--period")


def test_a_sheet_with_two_periods_is_not_guessed(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["A1"] = "Мониторинг с 01.04.2023 по 07.04.2023"
    book.save(workspace / SHEET)
    refused(clerk, workspace, "01.04.2023–07.04.2023, 08.04.2023–14.04.2023")


def test_a_sheet_that_ends_after_its_header(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active.delete_rows(6, 200)
    book.save(workspace / SHEET)
    refused(clerk, workspace, "2023-04-14.xlsx")


def test_a_basis_that_nobody_can_be_asked_for(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    refused(clerk, workspace, "автор, номер, дата", "--basis-number")


def test_an_empty_folder_of_sheets(clerk: Clerk, workspace: Path) -> None:
    for path in (workspace / "data/monitoring").iterdir():
        path.unlink()
    answer = clerk("weekly", "--yes")
    assert (answer.status, "letters-gen weekly ФАЙЛ" in answer.err) == (1, True)


def test_a_directory_in_cp1251_with_commas_is_read(clerk: Clerk, workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace(";", ",")
    directory.write_text(text, encoding="cp1251")
    assert clerk("check", SHEET, "--json").json["warnings"] == []


def test_a_directory_without_its_columns(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/schools.csv").write_text("Школа;Директор\nСОШ;Иванов\n", encoding="utf-8")
    refused(clerk, workspace, "schools.csv", "Краткое наименование")


def test_a_column_that_the_directory_has_twice_is_refused(clerk: Clerk, workspace: Path) -> None:
    directory = workspace / "data/schools.csv"
    lines = directory.read_text(encoding="utf-8-sig").splitlines()
    directory.write_text(
        "\n".join([f"{lines[0]};руководитель", *(f"{line};" for line in lines[1:])]),
        encoding="utf-8",
    )
    refused(clerk, workspace, "schools.csv", "повторяются", "Руководитель, руководитель")


def test_a_school_without_a_short_name_is_called_by_its_full_one(
    clerk: Clerk, workspace: Path
) -> None:
    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace(
        "0538031077;МКОУ «Берихинская ООШ»;", "0538031077;;"
    )
    directory.write_text(text, encoding="utf-8")
    answer = clerk("notices", SHEET, "--date", "18.04.2023", "--dry-run", "--json").json
    assert "Берихинская основная" in answer["documents"][0]["school"]
    [warning] = [one for one in answer["warnings"] if one["code"] == "directory-name-missing"]
    assert "строка 3" in warning["where"]


def test_another_sheet_of_the_same_columns_is_told(clerk: Clerk, workspace: Path) -> None:
    path = workspace / SHEET
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.worksheets[0]).title = "Прошлая неделя"
    book.save(path)
    [warning] = clerk("check", SHEET, "--json").json["warnings"]
    assert (warning["code"], "Прошлая неделя" in warning["text"]) == ("sheet-chosen", True)


def test_all_that_is_wrong_with_a_sheet_is_told_at_once(clerk: Clerk, workspace: Path) -> None:
    book = openpyxl.load_workbook(workspace / SHEET)
    sheet = book.active
    sheet["A2"], sheet["I5"], sheet["J5"] = "", "Б", "Зарегистрировано"
    book.save(workspace / SHEET)
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Цунтинский район", "Иной район"), encoding="utf-8")
    refused(
        clerk,
        workspace,
        "Нет колонки wrote",
        "«Зарегистрировано» встречается дважды",
        "не назван период",
        "Иной район",
    )


def test_what_is_wrong_with_a_directorys_columns_is_told_at_once(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "data/schools.csv").write_text("ИНН;Пол;Пол\n1;м;м\n", encoding="utf-8")
    refused(clerk, workspace, "повторяются: Пол, Пол", "Краткое наименование")


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
    refused(clerk, workspace, "не назван период")


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
