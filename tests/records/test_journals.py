"""register export, import, backup: journals out of the register and a paper journal into it."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Clerk

HEADINGS = ["№", "Дата", "Исх. №", "Кому", "Краткое содержание", "Исп.", "Отправлено", "Примечание"]
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
]


def reserve(
    clerk: Clerk, heading: str = "О чём", addressee: str = "Кому", day: str = "19.04.2023"
) -> None:
    answer = clerk(
        "register", "reserve", "--heading", heading, "--addressee", addressee, "--date", day
    )
    assert answer.status == 0, answer.err


def paper(folder: Path, rows: list[list[Any]], headings: list[str] = HEADINGS) -> str:
    """A journal as an office keeps it in Excel; its path."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Журнал исходящих документов"])
    sheet.append([])
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    path = folder / "журнал.xlsx"
    book.save(path)
    return str(path)


def row(
    number: Any, day: Any = datetime(2023, 3, 1), heading: str = "О чём", **other: str
) -> list[Any]:
    return [
        None,
        day,
        number,
        other.get("to", "Кому"),
        heading,
        "Алиева",
        other.get("sent"),
        other.get("remark"),
    ]


def entries(clerk: Clerk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = clerk("register", "list", "--json").json["entries"]
    return found


def notes(report: Any) -> list[tuple[str, Any]]:
    return [(note["code"], note["number"]) for note in report["notes"]]


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
    ]
    sheet = openpyxl.load_workbook(workspace / answer.json["files"][0])["Исходящие 2023"]
    assert [cell.value for cell in sheet[3]] == OUTGOING
    assert [cell.value or None for cell in sheet[4]] == [
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
    assert sheet[5][-1].value == "аннулирован: ошибка"
    closing_lines = [sheet.cell(line, 1).value for line in range(7, 10)]
    assert closing_lines == [
        "За 2023 год зарегистрировано документов: 2, с № 01-16/219 по № 01-16/220.",
        "Пропусков нет.",
        "Аннулированы: № 01-16/220 (ошибка).",
    ]
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
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            '\n[series.orders]\nindex = "ОД"\nformat = "{seq}-{index}"\njournal = "orders"\n'
        )
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
    assert clerk(*reserved, "--date", "19.04.2023").out.strip() == "1-ОД"
    clerk("register", "acquainted", "1-ОД", "Исаев М.Г.", "--on", "20.04.2023", "--year", "2023")
    clerk("register", "export", "out.xlsx")
    sheet = openpyxl.load_workbook(workspace / "out.xlsx")["Приказы 2023"]
    line = dict(
        zip((cell.value for cell in sheet[3]), (cell.value for cell in sheet[4]), strict=True)
    )
    assert (line["Номер"], line["Заголовок"], line["Ознакомлены"]) == (
        "1-ОД",
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
    report = clerk("register", "import", file, "--json").json
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
        "register", "import", paper(workspace, [row("01-16/10"), row("01-16/11")]), "--json"
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
        "б/н",
    ]
    answer = clerk(
        "register", "import", paper(workspace, [row(number) for number in numbers]), "--json"
    )
    assert notes(answer.json) == [
        ("journal-number-unread", None),
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
    clerk("register", "import", paper(workspace, rows))
    again = clerk("register", "import", paper(workspace, [*rows, row("01-16/232")]), "--json").json
    assert (again["imported"], again["known"], again["next"]) == (1, 3, "01-16/233")


def test_a_number_taken_by_another_document_refuses_the_journal(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    answer = clerk("register", "import", paper(workspace, [row("01-16/218"), row("01-16/219")]))
    assert (answer.status, "01-16/219" in answer.err, "C5" in answer.err) == (1, True, True)
    assert len(entries(clerk)) == 1


def test_an_older_register_gets_its_lost_numbers_back_from_the_journal_last_exported(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    clerk("register", "backup", "old.sqlite")
    reserve(clerk)
    (workspace / "text.docx").write_bytes(b"text")
    clerk("register", "attach", "220", "text.docx")
    reserve(clerk, "О другом")
    clerk("register", "export", "last.xlsx")
    (workspace / "old.sqlite").replace(workspace / "letters/register.sqlite")
    assert clerk("register", "verify").status == 3
    report = clerk("register", "import", "last.xlsx", "--json").json
    assert (report["imported"], report["known"], report["next"]) == (2, 1, "01-16/222")
    assert clerk("register", "verify").status == 0
    reserve(clerk)
    assert entries(clerk)[-1]["number"] == "01-16/222"


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
    report = clerk("register", "import", "оба.xlsx", "--json").json
    assert (report["imported"], [one["year"] for one in entries(clerk)]) == (2, [2022, 2023])
    passed = report["notes"][0]
    assert (passed["code"], "Справка" in passed["text"]) == ("journal-sheet-passed", True)


def test_a_row_that_numbers_the_columns_is_no_line(clerk: Clerk, workspace: Path) -> None:
    file = paper(workspace, [[1, 2, 3, 4, 5, 6, 7, 8], row("01-16/230")])
    assert clerk("register", "import", file, "--json").json["imported"] == 1


@pytest.mark.parametrize("number", ["99999999999999999999", "01-16/9999999999"])
def test_a_number_too_long_to_be_one_is_not_taken_over(
    clerk: Clerk, workspace: Path, number: str
) -> None:
    report = clerk(
        "register", "import", paper(workspace, [row("01-16/230"), row(number)]), "--json"
    ).json
    assert (report["imported"], [code for code, _ in notes(report)]) == (
        1,
        ["journal-number-unread"],
    )


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
    clerk("register", "import", paper(workspace, [row("01-16/230", remark=remark)]))
    assert [one["state"] for one in entries(clerk)] == [state]


def test_a_number_is_read_whatever_its_dash_and_its_spaces(clerk: Clerk, workspace: Path) -> None:
    clerk("register", "import", paper(workspace, [row("№ 01–16 / 230")]))
    assert entries(clerk)[0]["seq"] == 230
    assert clerk("register", "show", "01—16/230").status == 0


def test_a_format_that_begins_with_the_number_sign_is_read_back(
    clerk: Clerk, workspace: Path
) -> None:
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    settings = settings.replace('format = "{index}/{seq}"', 'format = "№. {seq} от {index}"')
    (workspace / "letters.toml").write_text(settings, encoding="utf-8")
    reserve(clerk)
    (workspace / "text.docx").write_bytes(b"text")
    assert clerk("register", "attach", "№. 219 от 01-16", "text.docx").status == 0
    assert clerk("register", "verify").status == 0
    (workspace / "letters/register.sqlite").unlink()
    assert clerk("register", "verify").status == 3, "the file's name still tells its number"


def test_a_series_that_the_settings_lost_is_named_and_in_no_journal_silently_missing(
    clerk: Clerk, workspace: Path
) -> None:
    reserve(clerk)
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    renamed = settings.replace("[series.outgoing]", "[series.letters]").replace(
        '= "outgoing"', '= "letters"'
    )
    renamed = renamed.replace('journal = "letters"', 'journal = "outgoing"')
    (workspace / "letters.toml").write_text(renamed, encoding="utf-8")
    report = clerk("register", "verify", "--json")
    assert (report.status, [fault["code"] for fault in report.json["faults"]]) == (
        3,
        ["series-unsettled"],
    )
    assert (
        clerk("register", "export", "out.xlsx", "--json").json["error"]["code"]
        == "series-unsettled"
    )


def test_two_series_of_one_journal_that_write_the_same_number_are_a_fault(
    clerk: Clerk, workspace: Path
) -> None:
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    series = settings.partition("[series.outgoing]")[2].partition("\n[")[0]
    (workspace / "letters.toml").write_text(f"{settings}\n[series.again]{series}", encoding="utf-8")
    reserve(clerk)
    clerk(
        "register",
        "reserve",
        "--series",
        "again",
        "--heading",
        "О",
        "--addressee",
        "К",
        "--date",
        "19.04.2023",
    )
    report = clerk("register", "verify", "--json").json
    assert [(fault["code"], fault["number"]) for fault in report["faults"]] == [
        ("number-twice", "01-16/219")
    ]


def test_a_line_without_a_date_takes_that_of_the_line_before(clerk: Clerk, workspace: Path) -> None:
    report = clerk(
        "register", "import", paper(workspace, [row(230), row(231, None)]), "--json"
    ).json
    assert notes(report) == [("journal-date-assumed", "231")]
    first = clerk("register", "import", paper(workspace, [row(240, None)]))
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
    answer = clerk("register", "import", paper(workspace, [row(1)], headings))
    assert (answer.status, "Регистрационный номер" in answer.err) == (1, True)


def test_what_was_exported_can_be_imported_into_a_new_register(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    reserve(clerk, "=1+1", "@Глава")
    clerk("register", "annul", "220", "--reason", "ошибка", "--year", "2023")
    reserve(clerk)
    clerk("register", "export", "out.xlsx")
    before = [
        (one["number"], one["date"], one["heading"], one["addressee"]) for one in entries(clerk)
    ]
    (workspace / "letters/register.sqlite").unlink()
    assert clerk("register", "import", "out.xlsx", "--json").json["imported"] == 3
    assert [
        (one["number"], one["date"], one["heading"], one["addressee"]) for one in entries(clerk)
    ] == before
    assert entries(clerk)[1]["annulled_because"] == "ошибка"
    assert clerk("register", "verify").status == 0, (
        "the letter's file bears a number that is known again"
    )


def test_a_backup_is_a_whole_register_and_never_overwrites(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    assert clerk("register", "backup", "copy.sqlite", "--json").json == {"file": "copy.sqlite"}
    with closing(sqlite3.connect(workspace / "copy.sqlite")) as copy:
        assert copy.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    assert clerk("register", "backup", "copy.sqlite").status == 1
    first, second = (clerk("register", "backup", "--json").json["file"] for _ in range(2))
    assert first != second
    assert first.startswith("letters/backups/register 20")


def test_without_a_register_there_is_nothing_to_copy(clerk: Clerk, workspace: Path) -> None:
    assert clerk("register", "backup").status == 1
    assert not (workspace / "letters").exists()
