"""register export, import, backup: journals out of the register and a paper journal into it."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from clerk import IMPORT, PRINTED_NOTICES, PRINTED_WEEK, Clerk, entries, entry, reserve
from edits import write_typed
from paper_journals import notes, paper, row

OUTGOING = [
    "№ п/п",
    "Дата",
    "Регистрационный номер",
    "Вид документа",
    "Адресат",
    "Заголовок (краткое содержание)",
    "На № и дату (связанный документ)",
    "Подписал",
    "Исполнитель",
    "Листов",
    "Приложений, листов в них",
    "Дело №",
    "Отметка об отправке (способ, дата)",
    "Примечание",
    "Учёт",
    "Вид в настройках",
    "Период или предмет",
    "Школа",
    "ИНН школы",
    "Редакция",
    "Ждём ответа",
    "SHA-256 файлов",
    "Код в QR-коде",
]


def test_the_journal_has_the_columns_of_the_form_and_a_line_an_entry(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    reserve(clerk, "О летнем отдыхе", "Главе МР")
    clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023")
    clerk("register", "sent", "219", "--on", "19.04.2023", "--year", "2023")
    answer = clerk("register", "export", "--json")
    assert answer.json["files"] == [
        "letters/journals/Журнал исходящих 2023.xlsx",
        "letters/journals/Журнал исходящих 2023.csv",
        "letters/journals/Журнал исходящих 2023 титульный лист.docx",
    ]
    sheet = openpyxl.load_workbook(workspace / answer.json["files"][0])["Исходящие 2023"]
    assert [cell.value for cell in sheet[3]] == OUTGOING
    assert [cell.value or None for cell in sheet[4]][:14] == [
        "1",
        "18.04.2023",
        "01-16/219",
        "Письмо",
        "Руководителям ОО",
        "О необходимости использования в своей деятельности ИКОП «Сферум»",
        "06-5649/06-18/23 от 17.04.2023",
        "Абакаров Г.К.",
        "Магомедова П.П.",
        None,
        "2",
        "01-16",
        "эл. почта, 19.04.2023 (22)",
        None,
    ]
    assert sheet[5][13].value == "аннулирован: ошибка"
    sha256 = entry(clerk, "219")["sha256"]
    restoring = [cell.value or "" for cell in sheet[4]][14:]
    assert restoring[:-2] == ["выпущен", "weekly", "2023-04-08/2023-04-14", "", "", "1", ""]
    assert restoring[-2].startswith(f"document:{sha256} appendix:")
    assert sheet.print_area == "'Исходящие 2023'!$A$1:$N$11", "what restores isn't printed"
    closing_lines = [sheet.cell(line, 1).value for line in range(7, 10)]
    assert closing_lines == [
        "За 2023 год зарегистрировано документов: 2, с № 01-16/219 по № 01-16/220.",
        "Пропусков нет.",
        "Аннулированы: № 01-16/220 (ошибка).",
    ]
    assert str(sheet.cell(11, 1).value).startswith("Ответственный за журнал: ___")
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "$3:$3",
        "landscape",
        9,
    )


@pytest.mark.parametrize("text", ["=1+1", "+7 928", "-1", "@глава", "=HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_stays_text(
    clerk: Clerk, workspace: Path, text: str
) -> None:
    reserve(clerk, heading=text)
    clerk("register", "export", "out.xlsx")
    clerk("register", "export", "out.csv")
    cell = openpyxl.load_workbook(workspace / "out.xlsx")["Исходящие 2023"]["F4"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert (
        "<f>"
        not in zipfile.ZipFile(workspace / "out.xlsx").read("xl/worksheets/sheet1.xml").decode()
    )
    lines = list(
        csv.reader(
            io.StringIO((workspace / "out.csv").read_text(encoding="utf-8-sig")), delimiter=";"
        )
    )
    assert lines[1][5] == f"'{text}"


def test_years_have_journals_of_their_own(clerk: Clerk, workspace: Path) -> None:
    for day in ("19.04.2023", "09.01.2024"):
        reserve(clerk, day=day)
    clerk("register", "export", "out.xlsx")
    assert openpyxl.load_workbook(workspace / "out.xlsx").sheetnames == [
        "Исходящие 2023",
        "Исходящие 2024",
    ]
    assert clerk("register", "export", "out.csv").status == 1
    assert clerk("register", "export", "out.csv", "--year", "2024").status == 0
    assert clerk("register", "export", "out.pdf").status == 1
    assert clerk("register", "export", "--year", "1999").status == 1


def test_orders_have_their_own_columns(clerk: Clerk, workspace: Path) -> None:
    reserved = (
        "register",
        "reserve",
        "--series",
        "orders",
        "--heading",
        "Об итогах",
        "--addressee",
        "–",
    )
    assert clerk(*reserved, "--date", "19.04.2023").out.strip() == "45-ОД"
    clerk("register", "acquainted", "45-ОД", "Исаев М.Г.", "--on", "20.04.2023", "--year", "2023")
    reserve(clerk)
    clerk("register", "export", "out.xlsx", "--journal", "orders")
    [sheet] = openpyxl.load_workbook(workspace / "out.xlsx")
    assert sheet.title == "Приказы 2023"
    line = dict(
        zip((cell.value for cell in sheet[3]), (cell.value for cell in sheet[4]), strict=True)
    )
    assert (line["Номер"], line["Заголовок"], line["Ознакомлены"]) == (
        "45-ОД",
        "Об итогах",
        "Исаев М.Г. 20.04.2023",
    )


def test_a_paper_journal_is_taken_over_and_the_numbers_go_on_from_it(
    clerk: Clerk, workspace: Path
) -> None:
    file = paper(
        workspace,
        [
            row("01-16/230", heading="О смотре"),
            row(231, date(2023, 3, 2)),
            row("01-16/232", "3.03.23 г.", sent="почта 03.03"),
            row("01-16/233", "04.03.2023", remark="Аннулировано: испорчен бланк"),
        ],
    )
    report = clerk(*IMPORT, file, "--json").json
    assert (report["imported"], report["next"], report["notes"]) == (4, "01-16/234", [])
    found = entries(clerk)
    assert [(one["number"], one["date"], one["state"]) for one in found] == [
        ("01-16/230", "2023-03-01", "issued"),
        ("01-16/231", "2023-03-02", "issued"),
        ("01-16/232", "2023-03-03", "sent"),
        ("01-16/233", "2023-03-04", "annulled"),
    ]
    assert (found[0]["heading"], found[0]["executor"], found[0]["by_hand"]) == (
        "О смотре",
        "Алиева",
        True,
    )
    assert found[3]["annulled_because"] == "испорчен бланк"
    reserve(clerk)
    assert entries(clerk)[-1]["number"] == "01-16/234"
    assert clerk("register", "verify").status == 0


def test_the_series_first_number_is_kept_where_the_journal_ends_before_it(
    clerk: Clerk, workspace: Path
) -> None:
    report = clerk(
        *IMPORT,
        paper(workspace, [row("01-16/10"), row("01-16/11")]),
        "--json",
    ).json
    assert report["next"] == "01-16/219"
    reserve(clerk)
    verified = clerk("register", "verify", "--json")
    assert (verified.status, ("journal-gap", "12–218") in notes(verified.json)) == (0, True), (
        "no gap of the program's"
    )


def test_gaps_doubles_and_tails_of_a_journal_are_notes(clerk: Clerk, workspace: Path) -> None:
    numbers = [
        "01-16/219",
        "01-16/219а",
        "01-16/219-1",
        "01-16/220",
        "01-16/220",
        "01-16/223",
    ]
    answer = clerk(
        *IMPORT,
        paper(workspace, [row(number) for number in numbers]),
        "--json",
    )
    assert notes(answer.json) == [
        ("journal-gap", "221–222"),
        ("journal-twin", "01-16/220"),
        ("journal-tails", ["01-16/219-1", "01-16/219а"]),
    ]
    assert [one["number"] for one in entries(clerk)] == [
        "01-16/219",
        "01-16/219-1",
        "01-16/219а",
        "01-16/220",
        "01-16/220",
        "01-16/223",
    ]
    verified = clerk("register", "verify", "--json")
    assert (verified.status, "journal-gap" in dict(notes(verified.json))) == (0, True)
    assert "219–223" in clerk("register", "verify").out


def test_a_journal_taken_over_twice_is_taken_over_once(clerk: Clerk, workspace: Path) -> None:
    rows = [row("01-16/230"), row("01-16/230"), row("01-16/231")]
    clerk(*IMPORT, paper(workspace, rows))
    again = clerk(*IMPORT, paper(workspace, [*rows, row("01-16/232")]), "--json").json
    assert (again["imported"], again["known"], again["next"]) == (1, 3, "01-16/233")


def test_a_number_taken_by_another_document_refuses_the_journal(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    answer = clerk(*IMPORT, paper(workspace, [row("01-16/218"), row("01-16/219")]))
    assert (answer.status, "01-16/219" in answer.err, "C5" in answer.err) == (1, True, True)
    assert len(entries(clerk)) == 1


def test_an_older_register_gets_its_lost_numbers_back_from_the_journal_last_exported(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    clerk("register", "backup", "old.sqlite")
    reserve(clerk)
    write_typed(workspace / "text.docx")
    clerk("register", "attach", "220", "text.docx")
    reserve(clerk, "О другом")
    clerk("register", "export", "last.xlsx")
    (workspace / "old.sqlite").replace(workspace / "letters/register.sqlite")
    assert clerk("register", "verify").status == 3
    report = clerk(*IMPORT, "last.xlsx", "--json").json
    assert (report["imported"], report["known"], report["next"]) == (2, 1, "01-16/222")
    assert clerk("register", "verify").status == 0
    reserve(clerk)
    assert entries(clerk)[-1]["number"] == "01-16/222"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_exported_can_be_imported_into_a_new_register(
    clerk: Clerk, letter: Path, workspace: Path, kind: str
) -> None:
    reserve(clerk, "=1+1", "@Глава")
    clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023")
    reserve(clerk)
    clerk("register", "export", f"out.{kind}")
    before = [
        (one["number"], one["date"], one["heading"], one["addressee"]) for one in entries(clerk)
    ]
    (workspace / "letters/register.sqlite").unlink()
    assert clerk(*IMPORT, f"out.{kind}", "--json").json["imported"] == 3
    assert [
        (one["number"], one["date"], one["heading"], one["addressee"]) for one in entries(clerk)
    ] == before
    assert entries(clerk)[1]["annulled_because"] == "ошибка"
    assert clerk("register", "verify").status == 0, (
        "the letter's file bears a number that is known again"
    )


def test_the_register_is_copied_before_a_journal_is_taken_over(
    clerk: Clerk, workspace: Path
) -> None:
    reserve(clerk)
    clerk(*IMPORT, paper(workspace, [row("01-16/230")]))
    [copy] = (workspace / "letters/backups").glob("register before import*.sqlite")
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT seq FROM entries").fetchall() == [(219,)]
    assert len(entries(clerk)) == 2


def test_what_was_brought_back_from_a_journal_still_awaits_its_answers(
    clerk: Clerk, workspace: Path
) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    sent = ("--year", "2023", "--on", "18.04.2023")
    assert clerk("register", "sent", "219-223", *sent).status == 0
    assert clerk("register", "answered", "220", "--year", "2023", "--on", "20.04.2023").status == 0
    awaited = ("register", "answers", "--on", "26.04.2023", "--json")
    before = clerk(*awaited).json
    clerk("register", "export", "out.csv")
    (workspace / "letters/register.sqlite").unlink()
    assert clerk(*IMPORT, "out.csv", "--json").json["imported"] == 6
    after = clerk(*awaited).json
    owed = [(one["number"], one["late"]) for one in before["entries"]]
    assert owed and [(one["number"], one["late"]) for one in after["entries"]] == owed
    assert clerk("register", "sent", "224", *sent).status == 0
    assert [one["deadline"] for one in entries(clerk)] == [None, None, *["2023-04-25"] * 4]
    assert clerk("register", "verify").status == 0
