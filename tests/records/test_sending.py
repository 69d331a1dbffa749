"""register sent, signed, redate: what becomes of finished documents, and the days that can't be."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, SHEET, TYPED, Clerk, entry
from edits import write_typed
from scanner import small_scan
from terminal import typed

YEAR = ("--year", "2023")


@pytest.mark.parametrize(
    ("day", "code"), [("17.04.2023", "sent-before-its-date"), ("01.01.2999", "sent-in-future")]
)
def test_a_document_isnt_sent_before_its_date_nor_on_a_day_ahead(
    clerk: Clerk, letter: Path, day: str, code: str
) -> None:
    answer = clerk("register", "sent", "219", *YEAR, "--on", day, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, code)
    assert entry(clerk, "219")["state"] == "issued"


@pytest.mark.parametrize(
    ("day", "code"), [("17.04.2023", "signed-before-its-date"), ("01.01.2999", "signed-in-future")]
)
def test_a_document_isnt_signed_before_its_date_nor_on_a_day_ahead(
    clerk: Clerk, letter: Path, day: str, code: str
) -> None:
    answer = clerk("register", "signed", "219", *YEAR, "--on", day, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, code)
    assert not entry(clerk, "219").get("signed_at")


def test_a_letter_that_came_in_is_not_signed_by_us(clerk: Clerk) -> None:
    came = ("--from", "Министерство", "--number", "06-1", "--date", "24.04.2023")
    incoming = clerk("register", "incoming", *came, "--received", "25.04.2023", "--json")
    number = incoming.json["number"]
    answer = clerk("register", "signed", number, *YEAR, "--on", "25.04.2023", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "incoming-not-signed")


def test_the_date_of_unsigned_documents_is_moved_within_the_order_of_the_numbers(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    early = clerk("register", "redate", "220", *YEAR, "--to", "20.04.2023", "--json")
    assert (early.status, early.json["error"]["code"]) == (1, "redate-out-of-order")
    moved = clerk("register", "redate", "220-224", *YEAR, "--to", "20.04.2023")
    assert moved.status == 0, moved.err
    assert entry(clerk, "220")["date"] == "2023-04-20"
    assert entry(clerk, "219")["date"] == "2023-04-18"


def test_numbers_between_and_of_every_journal_are_heeded_when_dates_are_moved(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    order = clerk("order", SHEET, "--date", "18.04.2023", "--yes", "--json")
    [number] = [one["number"] for one in order.json["documents"]]
    for numbers in (("220", "224"), (number, "220")):
        answer = clerk("register", "redate", *numbers, *YEAR, "--to", "20.04.2023", "--json")
        assert (answer.status, answer.json["error"]["code"]) == (1, "redate-out-of-order")
    assert {entry(clerk, one)["date"] for one in ("220", "224", number)} == {"2023-04-18"}


def test_a_register_is_whole_while_files_wait_for_their_new_date(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk("register", "redate", "219", *YEAR, "--to", "20.04.2023").status == 0
    verified = clerk("register", "verify")
    assert verified.status == 0, verified.out
    assert "01-16/219 зарезервирован и не выпущен" in verified.out
    assert clerk("register", "annul", "219", *YEAR, "--reason", "не нужно").status == 0
    assert clerk("register", "verify").status == 0


def test_sendings_are_taken_back_together_or_not_at_all(clerk: Clerk, letter: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    assert clerk("register", "sent", "220", "222", *YEAR).status == 0
    answer = clerk("register", "sent", "220-222", *YEAR, "--undo", "--reason", "не ушло")
    assert (answer.status, "01-16/221" in answer.err) == (1, True)
    assert [entry(clerk, one)["state"] for one in ("220", "222")] == ["sent", "sent"]
    assert clerk("register", "sent", "220", "222", *YEAR, "--undo", "--reason", "x").status == 0
    assert [entry(clerk, one)["state"] for one in ("220", "222")] == ["issued", "issued"]


@pytest.mark.parametrize(("done", "code"), [("signed", "entry-signed"), ("sent", "entry-sent")])
def test_the_date_of_what_is_signed_or_sent_stays(
    clerk: Clerk, letter: Path, done: str, code: str
) -> None:
    assert clerk("register", done, "219", *YEAR, "--on", "18.04.2023").status == 0
    answer = clerk("register", "redate", "219", *YEAR, "--to", "20.04.2023", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, code)
    other = clerk("register", "redate", "219", *YEAR, "--to", "20.04.2024", "--json")
    assert other.status == 1


def test_a_signing_told_by_mistake_is_taken_back(clerk: Clerk, letter: Path) -> None:
    undo = ("register", "signed", "219", *YEAR, "--undo")
    assert (clerk(*undo, "--reason", "не он").status, clerk(*undo).status) == (1, 2)
    assert clerk("register", "signed", "219", *YEAR, "--on", "18.04.2023").status == 0
    answer = clerk(*undo, "--reason", "подписали другое письмо")
    assert (answer.status, "отметка о подписании снята" in answer.out) == (0, True), answer.err
    assert not entry(clerk, "219").get("signed_at")
    told = clerk("register", "show", "219", *YEAR).out
    assert "— выпущен" in told.splitlines()[0]
    assert "подписали другое письмо" in told
    assert clerk("register", "verify").status == 0
    assert clerk("register", "redate", "219", *YEAR, "--to", "19.04.2023").status == 0


def test_a_signing_that_a_scan_proves_isnt_taken_back(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "скан.pdf").write_bytes(small_scan())
    assert clerk("register", "attach", "219", "скан.pdf", *YEAR).status == 0
    assert clerk("register", "signed", "219", *YEAR, "--on", "18.04.2023").status == 0
    answer = clerk("register", "signed", "219", *YEAR, "--undo", "--reason", "ошибка")
    assert (answer.status, "подписанный экземпляр" in answer.err) == (1, True)
    assert entry(clerk, "219")["signed_at"] == "2023-04-18"


def test_what_was_told_as_sent_before_is_not_said_to_be_recorded_anew(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    clerk("register", "sent", "219", *YEAR, "--to", "Генухская", "--on", "18.04.2023")
    rest = clerk("register", "sent", "219", *YEAR, "--by", "нарочно", "--on", "19.04.2023")
    assert rest.out == (
        "01-16/219: отправлено ещё 21 (нарочно, 19.04.2023); всего отправлено 22 из 22.\n"
    )
    again = clerk("register", "sent", "219-220", *YEAR, "--by", "почта", "--on", "20.04.2023")
    assert again.out == (
        "01-16/219: уже был отправлен всем (эл. почта, 18.04.2023; нарочно, 19.04.2023); ничего "
        "не записано. Если это ошибка, сначала снимите отметку: letters-gen register sent "
        "01-16/219 --undo --reason ПРИЧИНА.\n"
        "01-16/220: отправлено 1 из 1 (почта, 20.04.2023).\n"
    )


def test_the_day_of_a_signing_stays_unless_another_is_named(clerk: Clerk, letter: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    clerk("register", "signed", "219", *YEAR, "--on", "18.04.2023")
    told = clerk("register", "signed", "219-220", *YEAR).out
    assert "01-16/219: уже подписан 18.04.2023; другой день назовёт --on.\n" in told
    assert "01-16/220: подписан " in told
    assert "  подписан: 18.04.2023\n" in clerk("register", "show", "219", *YEAR).out
    other = clerk("register", "signed", "219", *YEAR, "--on", "19.04.2023").out
    assert other == "01-16/219: подписан 19.04.2023; раньше было записано 18.04.2023.\n"


def test_another_day_of_signing_is_asked_about(clerk: Clerk, letter: Path, workspace: Path) -> None:
    again = ("register", "signed", "219", *YEAR, "--on")
    clerk(*again, "18.04.2023")
    events = len(entry(clerk, "219")["events"])
    clerk(*again, "18.04.2023")
    assert len(entry(clerk, "219")["events"]) == events, "told twice it is one"
    question = "01-16/219 уже отмечен подписанным 18.04.2023. Записать вместо этого 19.04.2023?"
    status, shown = typed(workspace, [(question, "\r")], *again, "19.04.2023")
    assert (status, "уже подписан 18.04.2023" in shown) == (0, True)
    assert entry(clerk, "219")["signed_at"] == "2023-04-18"
    assert typed(workspace, [(question, "д\r")], *again, "19.04.2023")[0] == 0
    assert entry(clerk, "219")["signed_at"] == "2023-04-19"


def test_a_date_that_stands_already_makes_nothing_anew(clerk: Clerk, letter: Path) -> None:
    told = clerk("register", "redate", "219", *YEAR, "--to", "18.04.2023")
    assert (told.out, told.err) == ("01-16/219: и так от 18.04.2023.\n", "")
    assert (entry(clerk, "219")["state"], letter.exists()) == ("issued", True)


def test_the_addressee_of_the_letterhead_stands_for_whom_it_waits(
    clerk: Clerk, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    sent = ("register", "sent", *YEAR, "--on", "19.04.2023")
    assert "отправлено 1 из 1" in clerk(*sent, "220", "--to", "Директору").out
    assert entry(clerk, "220")["state"] == "sent"
    assert "отправлено 1 из 1" in clerk(*sent, "221", "--to", "Междуреченск").out
    again = clerk(*sent[:-1], "20.04.2023", "220", "--to", "директору МКОУ").out
    assert "ничего не записано" in again
    assert clerk(*sent, "219", "--to", "Берих").status == 0
    assert "отправлено 22 из 22" in clerk(*sent, "219", "--to", "Руководителям ОО").out
    undone = clerk("register", "sent", "220", *YEAR, "--to", "Директору", "--undo", "--reason", "х")
    assert (undone.status, entry(clerk, "220")["state"]) == (0, "issued")


def test_the_date_inside_a_typed_letter_is_to_be_moved_too(clerk: Clerk, workspace: Path) -> None:
    day = ("--date", "19.04.2023")
    for _ in range(2):
        clerk(*TYPED, *day)
    write_typed(workspace / "набрано.docx")
    assert clerk("register", "attach", "219", "набрано.docx", *YEAR).status == 0
    blank = ("--subject", "О дороге", "--addressee", "Главе", *day, "--yes")
    assert clerk("issue", "blank", *blank).status == 0
    told = clerk("register", "redate", "219-221", *YEAR, "--to", "20.04.2023").err
    assert "В файле 01-16/221 осталась прежняя дата: исправьте её там в Word." in told
    assert "В файле 01-16/219 осталась прежняя дата: исправьте её в Word и примите" in told
    assert "01-16/220" not in told, "there is no file"
