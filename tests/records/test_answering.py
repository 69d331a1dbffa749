"""Letters that came in, the answers that they bring, and who was acquainted with an order."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest
from clerk import IMPORT, PRINTED_NOTICES, SHEET, Answer, Clerk, entry, fault_codes, reserve
from scanner import small_scan

SCHOOL = "МКОУ «Хибиятлинская ООШ»"
NOTICE = "01-16/221"


@pytest.fixture
def sent(clerk: Clerk, letter: Path) -> str:
    """The number of a notice that has been sent, and is to be answered by 25.04.2023."""
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    [number] = [
        one["number"]
        for one in clerk("register", "list", "--json").json["entries"]
        if one["school"] == SCHOOL
    ]
    assert clerk("register", "sent", number, "--year", "2023", "--on", "18.04.2023").status == 0
    return str(number)


def came(clerk: Clerk, *options: str, sender: str = SCHOOL, number: str = "12") -> Answer:
    """Enter a letter dated 20.04.2023 that came in a day later, unless `options` say otherwise."""
    given = {"--from": sender, "--number": number, "--date": "20.04.2023"}
    given |= {"--received": "21.04.2023"}
    named = [part for pair in given.items() for part in pair]
    return clerk("register", "incoming", *named, "--year", "2023", *options)


def test_an_answer_gets_its_own_number_and_closes_what_awaited_it(clerk: Clerk, sent: str) -> None:
    answer = came(clerk, "--answers", sent)
    assert answer.out.splitlines() == [
        "Вх. № 01-15/1 от 21.04.2023",
        f"{sent}: ответ получен, в срок (до 25.04.2023).",
    ]
    assert entry(clerk, sent)["answered_at"] == "2023-04-21"
    letter = entry(clerk, "01-15/1")
    assert letter["incoming"] == {
        "from": SCHOOL,
        "number": "12",
        "date": "2023-04-20",
        "resolution": None,
        "answers": [sent],
    }
    assert (letter["heading"], letter["deliveries"]) == (f"Ответ на № {sent}", [])
    assert fault_codes(clerk) == []


def test_the_school_may_be_named_in_many_ways(clerk: Clerk, sent: str) -> None:
    assert came(clerk, "--answers", sent, sender="мкоу Хибиятлинская  ООШ").status == 0
    assert entry(clerk, "01-15/1")["school"] == SCHOOL


def test_who_is_not_in_the_directory_is_told_with_those_who_are_like_it(clerk: Clerk) -> None:
    answer = came(clerk, sender="Хибиятл")
    assert answer.status == 0
    assert SCHOOL in answer.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--answers", "01-16/999"), "999 в журнале нет"),
        (("--answers", "01-16/219"), "не «МКОУ «Цехокская НОШ»»"),
        (("--received", "19.04.2023"), "раньше, чем написано"),
        (("--file", "нет.pdf"), "нет.pdf"),
        (("--file", "letters.toml"), "такого вида"),
    ],
)
def test_a_letter_that_cant_be_right_takes_no_number(
    clerk: Clerk, sent: str, options: tuple[str, ...], words: str
) -> None:
    if "01-16/219" in options:
        options = ("--answers", sent)
    answer = came(clerk, *options, sender="МКОУ «Цехокская НОШ»")
    assert answer.status == 1
    assert words in answer.err
    assert clerk("register", "next", "--series", "incoming").out.strip() == "01-15/1"


def test_an_annulled_document_cant_be_answered(clerk: Clerk, sent: str) -> None:
    asked = ("register", "sent", sent, "--year", "2023", "--undo", "--reason", "не ушло")
    assert clerk(*asked).status == 0, "what has left the house is never annulled"
    clerk("register", "annul", sent, "--year", "2023", "--reason", "ошибка")
    answer = came(clerk, "--answers", sent)
    assert (answer.status, "аннулирован: ошибка" in answer.err) == (1, True)


def test_what_is_answered_isnt_answered_again(clerk: Clerk, sent: str) -> None:
    came(clerk, "--answers", sent)
    again = came(clerk, "--answers", sent, number="13")
    assert again.status == 1
    assert "ответ уже получен: письмо, 21.04.2023 (входящий номер: 01-15/1)" in again.err


def test_a_letter_is_entered_once_however_its_number_is_spelled(clerk: Clerk) -> None:
    came(clerk, number="06-12/1")
    again = came(clerk, number=" № 06–12/1")
    assert (again.status, "01-15/1 от 21.04.2023" in again.err) == (1, True)
    assert came(clerk, "--date", "19.04.2023", number="06-12/1").status == 0
    assert came(clerk, sender="МКОУ «Цехокская НОШ»", number="06-12/1").status == 0


def test_of_letters_without_a_number_another_must_be_said_to_be_one(clerk: Clerk) -> None:
    assert came(clerk, number="б/н").status == 0
    again = came(clerk, number="Б/Н")
    assert (again.status, "--another" in again.err) == (1, True)
    assert came(clerk, "--another", number="б/н").out.strip() == "Вх. № 01-15/2 от 21.04.2023"


def test_what_the_same_school_still_owes_is_told(clerk: Clerk, sent: str) -> None:
    assert sent in came(clerk).err


def test_a_telephone_call_is_an_answer(clerk: Clerk, sent: str) -> None:
    call = ("--year", "2023", "--on", "27.04.2023", "--note", "сделано")
    answer = clerk("register", "answered", sent, *call)
    assert f"{sent}: ответ получен, с опозданием на 2 рабочих дня (срок — 25.04.2023)" in answer.out
    shown = clerk("register", "show", sent, "--year", "2023").out
    assert f"{SCHOOL}: телефон, 27.04.2023, сделано" in shown


def test_awaited_and_overdue_answers_are_shown_with_how_late_they_are(
    clerk: Clerk, sent: str, workspace: Path
) -> None:
    due = clerk("register", "answers", "--on", "25.04.2023", "--json").json
    assert [(one["number"], one["late"]) for one in due["entries"]] == [(sent, 0)]
    assert due["schools"] == []
    late = clerk("register", "answers", "ответы.xlsx", "--on", "03.05.2023", "--json").json
    assert [(one["number"], one["late"]) for one in late["entries"]] == [(sent, 5)]
    assert late["schools"] == [
        {"school": SCHOOL, "due": 1, "in_time": 0, "late": 0, "missing": 1, "share": "0%"}
    ]
    assert late["periods"][0]["period"] == "08.04.2023–14.04.2023"
    sheet = openpyxl.load_workbook(workspace / "ответы.xlsx")["Ожидаются"]
    assert sent in [cell.value for cell in sheet["B"]]
    came(clerk, "--answers", sent)
    done = clerk("register", "answers", "--on", "03.05.2023", "--json").json
    assert (done["entries"], done["schools"][0]["share"]) == ([], "100%")
    assert "просрочено: 0" in clerk("register", "answers", "--on", "03.05.2023").out


def test_the_journal_of_incoming_documents_has_the_columns_of_the_form(
    clerk: Clerk, sent: str, workspace: Path
) -> None:
    resolution = (
        "--resolution",
        "Магомедовой П.П.: учесть",
        "--due",
        "28.04.2023",
        "--sheets",
        "2",
    )
    assert came(clerk, "--answers", sent, *resolution).status == 0
    assert clerk("register", "export", "журнал.csv", "--journal", "incoming").status == 0
    with (workspace / "журнал.csv").open(encoding="utf-8-sig") as file:
        header, line = csv.reader(file, delimiter=";")
    assert header[2:6] == [
        "Входящий номер",
        "Вид документа",
        "Корреспондент",
        "Дата и номер документа",
    ]
    assert line[1:13] == [
        "21.04.2023",
        "01-15/1",
        "Письмо",
        SCHOOL,
        "20.04.2023 № 12",
        f"Ответ на № {sent}",
        "2",
        "Магомедовой П.П.: учесть",
        "28.04.2023",
        "",
        f"ответ на № {sent} от 18.04.2023",
        "01-15",
    ]


def test_a_scan_is_kept_with_the_letter(clerk: Clerk, workspace: Path) -> None:
    (workspace / "скан.pdf").write_bytes(small_scan())
    assert came(clerk, "--file", "скан.pdf").status == 0
    [file] = entry(clerk, "01-15/1")["files"]
    assert (file["role"], (workspace / file["path"]).read_bytes()) == ("scan", small_scan())
    assert fault_codes(clerk) == []


def test_a_letter_tells_the_chain_that_it_stands_in(clerk: Clerk, sent: str) -> None:
    basis = ("--from", "Министерство образования и науки РД", "--number", "06-5649/06-18/23")
    clerk("register", "incoming", *basis, "--date", "17.04.2023", "--received", "17.04.2023")
    came(clerk, "--answers", sent)
    chain = [(one["relation"], one["number"]) for one in entry(clerk, sent)["chain"]]
    assert chain == [("basis", "01-15/1"), ("letter", "01-16/219"), ("answer", "01-15/2")]
    resting = [(one["relation"], one["number"]) for one in entry(clerk, "01-15/1")["chain"]]
    assert resting == [("letter", "01-16/219")]
    assert (
        "ответ на документ: № " + sent in clerk("register", "show", "01-15/2", "--year", "2023").out
    )


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_journal_of_incoming_documents_brings_its_letters_back(
    clerk: Clerk, sent: str, workspace: Path, suffix: str
) -> None:
    scan = workspace / "скан.pdf"
    scan.write_bytes(small_scan())
    told = ("--resolution", "Магомедовой П.П.: учесть", "--due", "28.04.2023", "--file", str(scan))
    assert came(clerk, "--answers", sent, *told).status == 0
    assert came(clerk, sender="Глава района", number="б/н").status == 0
    before = [entry(clerk, number) for number in ("01-15/1", "01-15/2")]
    export = ("register", "export", "--journal")
    assert clerk(*export, "incoming", f"входящие.{suffix}").status == 0
    assert clerk(*export, "outgoing", f"исходящие.{suffix}").status == 0
    (workspace / "letters/register.sqlite").unlink()
    shutil.rmtree(workspace / "letters/backups", ignore_errors=True)
    for name in ("исходящие", "входящие"):
        took = clerk(*IMPORT, f"{name}.{suffix}")
        assert took.status == 0, took.err
    after = [entry(clerk, number) for number in ("01-15/1", "01-15/2")]
    kept = ("state", "date", "heading", "addressee", "school", "deadline", "files", "incoming")
    for was, now in zip(before, after, strict=True):
        assert {name: now[name] for name in kept} == {name: was[name] for name in kept}
    assert fault_codes(clerk) == []
    again = came(clerk, "--answers", sent)
    assert (again.status, "01-15/1" in again.err) == (1, True), (
        "the same letter isn't entered twice"
    )
    assert "01-15/3" in came(clerk, number="13").out
    assert clerk(*IMPORT, f"входящие.{suffix}", "--json").json["imported"] == 0


def test_a_paper_journal_of_incoming_documents_isnt_taken_over(
    clerk: Clerk, workspace: Path
) -> None:
    text = "Дата поступления;Входящий номер;Корреспондент\n20.04.2023;01-15/7;Глава\n"
    (workspace / "бумажный.csv").write_text(text, encoding="utf-8")
    answer = clerk(*IMPORT, "бумажный.csv")
    assert (answer.status, "register incoming" in answer.err) == (1, True)


def test_no_letter_of_ours_takes_an_incoming_number(clerk: Clerk) -> None:
    answer = clerk(
        "register", "reserve", "--series", "incoming", "--heading", "О", "--addressee", "К"
    )
    assert (answer.status, "register incoming" in answer.err) == (1, True)


def test_an_office_without_such_a_series_is_told_how_to_add_it(
    clerk: Clerk, workspace: Path
) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace('journal = "incoming"', "")
    settings.write_text(text, encoding="utf-8")
    answer = came(clerk)
    assert (answer.status, "[series.incoming]" in answer.err) == (1, True)


def test_a_bare_number_means_a_document_of_ours(clerk: Clerk) -> None:
    day = "19.01.2024"
    clerk(
        "register", "incoming", "--from", "Глава", "--number", "1", "--date", day, "--received", day
    )
    assert reserve(clerk, day=day) == "01-16/1"
    shown = clerk("register", "show", "1", "--year", "2024", "--json").json
    assert shown["number"] == "01-16/1"


def test_the_covering_letter_is_entered_with_what_is_issued_on_it(clerk: Clerk) -> None:
    command = ("weekly", SHEET, "--date", "18.04.2023", "--yes")
    early = clerk(*command, "--basis-received", "16.04.2023")
    assert (early.status, "раньше, чем написано" in early.err) == (1, True)
    assert clerk("register", "list", "--json").json == {"entries": []}
    answer = clerk(*command, "--basis-received", "17.04.2023")
    assert "Вх. № 01-15/1 от 17.04.2023" in answer.err
    chain = entry(clerk, "01-16/219")["chain"]
    assert [(one["relation"], one["number"]) for one in chain] == [("basis", "01-15/1")]
    again = clerk(*PRINTED_NOTICES, "--yes", "--basis-received", "18.04.2023")
    assert "Вх. № 01-15/1 от 17.04.2023" in again.err, "it is entered once"
