"""register reserve, attach, annul, sent, acquainted, show, find, next: what the clerk enters by
hand and looks up.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import TYPED, Clerk, entries, entry, reserve
from scanner import small_scan
from terminal import typed


def test_a_typed_letter_gets_the_next_number_without_a_question(clerk: Clerk, letter: Path) -> None:
    answer = clerk(*TYPED, "--date", "19.04.2023", "--json")
    assert answer.json == {
        "number": "01-16/220",
        "series": "outgoing",
        "year": 2023,
        "seq": 220,
        "date": "2023-04-19",
        "numbers": ["01-16/220"],
    }
    shown = entry(clerk, "01-16/220")
    told = ("state", "by_hand", "heading", "addressee", "executor", "type", "case")
    assert [shown[name] for name in told] == [
        "issued",
        True,
        "О летнем отдыхе",
        "Главе МР «Цунтинский район»",
        "Магомедова П.П.",
        None,
        "01-16",
    ]


def test_a_run_of_numbers_is_taken_at_once(clerk: Clerk) -> None:
    assert clerk(*TYPED, "--date", "19.04.2023", "--count", "3").out.split() == [
        "01-16/219",
        "01-16/220",
        "01-16/221",
    ]
    assert clerk("register", "next", "--date", "19.04.2023").out.strip() == "01-16/222"


def test_next_takes_nothing(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("register", "next", "--date", "19.04.2023", "--json")
    assert answer.json == {
        "number": "01-16/219",
        "series": "outgoing",
        "year": 2023,
        "seq": 219,
        "date": "2023-04-19",
    }
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize("missing", ["--heading", "--addressee"])
def test_without_a_terminal_a_missing_value_is_an_error_of_the_command_line(
    clerk: Clerk, missing: str
) -> None:
    given = {"--heading": "О чём", "--addressee": "Кому"}
    del given[missing]
    answer = clerk("register", "reserve", *(part for pair in given.items() for part in pair))
    assert (answer.status, missing in answer.err) == (2, True)
    assert clerk("register", "list", "--json").json == {"entries": []}


def test_the_day_decides_the_year_and_later_numbers_are_warned_of(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "09.01.2024")
    late = clerk(*TYPED, "--date", "29.12.2023")
    assert late.out.strip() == "01-16/219"
    assert "номера за 2024 год уже есть" in late.err
    assert clerk("register", "next", "--date", "09.01.2024").out.strip() == "01-16/2"


def test_a_date_before_the_last_one_is_warned_of(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "20.04.2023")
    assert (
        "раньше даты уже выданного номера, 20.04.2023" in clerk(*TYPED, "--date", "19.04.2023").err
    )
    assert "раньше" not in clerk(*TYPED, "--date", "20.04.2023").err


def test_an_annulled_number_is_never_given_again(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    answer = clerk(
        "register",
        "annul",
        "01-16/219",
        "--reason",
        "ошибка в адресате",
        "--json",
        "--year",
        "2023",
    )
    assert (answer.json["state"], answer.json["annulled_because"]) == (
        "annulled",
        "ошибка в адресате",
    )
    assert clerk(*TYPED, "--date", "19.04.2023").out.strip() == "01-16/220"
    again = clerk("register", "annul", "219", "--reason", "снова", "--year", "2023")
    assert (again.status, "аннулирован: ошибка в адресате" in again.err) == (1, True)


def test_annulling_needs_a_reason(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    assert clerk("register", "annul", "219", "--year", "2023").status == 2
    assert clerk("register", "annul", "219", "--reason", " ", "--year", "2023").status == 2
    assert entry(clerk, "219")["state"] == "issued"


def test_what_is_annulled_is_asked_about_on_a_terminal(clerk: Clerk, workspace: Path) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    command = ("register", "annul", "219", "--reason", "ошибка", "--year", "2023")
    status, shown = typed(workspace, [("Аннулировать?", "нет\r")], *command)
    assert (status, "Ничего не аннулировано" in shown) == (0, True)
    assert shown.index("Аннулируется: № 01-16/219") < shown.index("Аннулировать?")
    assert entry(clerk, "219")["state"] == "issued"
    status, shown = typed(workspace, [], *command, "--yes")
    assert (status, "01-16/219 аннулирован" in shown) == (0, True)


def test_a_letter_to_all_schools_is_sent_when_the_last_one_has_got_it(
    clerk: Clerk, letter: Path
) -> None:
    schools = [delivery["to"] for delivery in entries(clerk)[0]["deliveries"]]
    assert len(schools) == 22
    one = clerk(
        "register",
        "sent",
        "219",
        "--to",
        schools[0],
        "--way",
        "нарочным",
        "--on",
        "19.04.2023",
        "--year",
        "2023",
    )
    assert "1 из 22" in one.out
    shown = entry(clerk, "219")
    assert (shown["state"], shown["sent_at"]) == ("issued", None)
    assert clerk("register", "sent", "219", "--on", "20.04.2023", "--year", "2023").status == 0
    shown = entry(clerk, "219")
    deliveries = shown["deliveries"]
    assert isinstance(deliveries, list)
    assert (shown["state"], shown["sent_at"], len(deliveries)) == ("sent", "2023-04-20", 22)
    assert deliveries[0] == {"to": schools[0], "way": "нарочным", "on": "2023-04-19", "id": None}
    stranger = clerk("register", "sent", "219", "--to", "МКОУ «Генуская СОШ»", "--year", "2023")
    assert (stranger.status, "МКОУ «Генухская СОШ»" in stranger.err) == (1, True)


def test_what_was_recorded_already_is_recorded_once(clerk: Clerk, letter: Path) -> None:
    asked = (
        "register",
        "sent",
        "219",
        "--to",
        "МКОУ «Асахская СОШ»",
        "--to",
        "МКОУ «Асахская СОШ»",
    )
    for command in (asked, asked, ("register", "sent", "219"), ("register", "sent", "219")):
        assert clerk(*command).status == 0
    shown = clerk("register", "show", "219", "--json").json
    assert (len(shown["deliveries"]), shown["state"]) == (22, "sent")
    assert [event["what"] for event in shown["events"]].count("sent") == 2
    for _ in range(2):
        clerk("register", "acquainted", "219", "Гусейнов А.А.", "Гусейнов А.А.")
    assert len(clerk("register", "show", "219", "--json").json["acquainted"]) == 1


@pytest.mark.parametrize("option", ["--heading", "--addressee"])
def test_a_blank_value_is_a_missing_one(clerk: Clerk, option: str) -> None:
    answer = clerk("register", "reserve", "--heading", "О", "--addressee", "К", option, "  ")
    assert (answer.status, option in answer.err) == (2, True)


def test_next_shows_no_number_that_a_file_bears(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "letters/register.sqlite").unlink()
    answer = clerk("register", "next", "--date", "19.04.2023", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (3, "number-borne")


def test_who_was_acquainted_is_recorded(clerk: Clerk) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    clerk(
        "register",
        "acquainted",
        "219",
        "Исаев М.Г.",
        "Алиева З.М.",
        "--on",
        "21.04.2023",
        "--year",
        "2023",
    )
    assert entry(clerk, "219")["acquainted"] == [
        {"name": "Исаев М.Г.", "on": "2023-04-21"},
        {"name": "Алиева З.М.", "on": "2023-04-21"},
    ]


def test_what_was_recorded_of_a_letter_is_recorded_no_more_once_it_is_void(clerk: Clerk) -> None:
    told = ("acquainted", "219", "Исаев М.Г.", "--on", "20.04.2023")
    reserve(clerk)
    assert clerk("register", *told).status == 0
    clerk("register", "annul", "219", "--reason", "ошибка")
    again = clerk("register", *told)
    assert (again.status, "аннулирован: ошибка" in again.err) == (1, True)


def test_a_number_without_a_document_is_told_as_no_more_than_that(
    clerk: Clerk, workspace: Path
) -> None:
    number = reserve(clerk)
    assert "номер взят" in clerk("register", "show", number).out
    assert "номер взят" in clerk("register", "list").out
    assert entry(clerk, number)["state"] == "issued", "the JSON is a contract"
    refused = clerk("register", "sent", number, "--year", "2023", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (1, "sent-without-document")
    assert clerk("register", "signed", number, "--on", "19.04.2023").status == 0
    assert "номер взят" not in clerk("register", "list").out
    assert clerk("register", "sent", number, "--year", "2023").status == 0


def test_the_journal_remarks_a_number_without_a_document_as_long_as_it_is_one(
    clerk: Clerk, workspace: Path
) -> None:
    number = reserve(clerk)
    clerk("register", "export", "журнал.csv")
    journal = workspace / "журнал.csv"
    assert "номер взят" in journal.read_text(encoding="utf-8-sig")
    (workspace / "скан.pdf").write_bytes(small_scan())
    assert clerk("register", "attach", number, "скан.pdf").status == 0
    journal.unlink()
    clerk("register", "export", "журнал.csv")
    assert "номер взят" not in journal.read_text(encoding="utf-8-sig")


def test_who_signs_a_typed_letter_and_what_it_answers_is_recorded(clerk: Clerk) -> None:
    signatory = ("--signatory", "head")
    answers = ("--in-reply-to", "№ 06-12 от 17.04.2023 г.")
    number = clerk(*TYPED, *signatory, *answers, "--date", "19.04.2023").out.strip()
    shown = entry(clerk, number)
    assert shown["basis"] == {"author": "", "number": "06-12", "date": "2023-04-17"}
    assert "в ответ на: № 06-12 от 17.04.2023" in clerk("register", "show", number).out
    unknown = clerk(*TYPED, "--signatory", "никто", "--json")
    assert unknown.json["error"]["code"] == "unknown-signatory"
    unread = clerk(*TYPED, "--in-reply-to", "их письмо", "--json")
    assert unread.json["error"]["code"] == "reply-unreadable"


def test_a_letter_entered_here_is_answered_by_its_incoming_number(clerk: Clerk) -> None:
    sender = ("--from", "Прокуратура района", "--number", "7-15", "--date", "17.04.2023")
    came = clerk("register", "incoming", *sender, "--received", "18.04.2023", "--json").json
    number = clerk(*TYPED, "--in-reply-to", came["number"], "--date", "19.04.2023").out.strip()
    basis = {"author": "Прокуратура района", "number": "7-15", "date": "2023-04-17"}
    shown = entry(clerk, number)
    assert (shown["basis"], shown["chain"][0]["number"]) == (basis, came["number"])  # type: ignore[index]


def test_what_is_about_to_be_annulled_is_shown_first(clerk: Clerk) -> None:
    number = reserve(clerk, "О смотре", "Главе района")
    asked = clerk("register", "annul", number)
    told = f"№ {number} от 19.04.2023 — номер взят, Главе района: О смотре"
    assert (asked.status, told in asked.err) == (2, True)


def test_what_cannot_be_annulled_is_refused_before_anything_is_asked(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    command = ("register", "annul", "219", "--year", "2023")
    assert clerk(*command, "--reason", "ошибка").status == 0
    status, shown = typed(workspace, [], *command)
    assert (status, "01-16/219 аннулирован: ошибка." in shown) == (1, True)
    assert "Аннулир" not in shown
