"""Which documents an answer is awaited to, and which are overdue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from register_making import NOW, PLACE, file_register

from letters_gen.model.answer import Answer
from letters_gen.model.awaited import answered_on
from letters_gen.model.entry import Delivery, Draft, EntryKey
from letters_gen.model.statement import JudgedRow, OwnStatement, SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.happenings import Answered
from letters_gen.register.verification import verified
from letters_gen.register.wanted import Wanted

DUE = date(2023, 4, 25)
ASKING = SharedStatement(heading="О чём", answer=True)


def key(school: str) -> EntryKey:
    return EntryKey("notice", "2023-04-08/2023-04-14", school)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Two letters that ask for an answer, the first of them sent."""
    register = file_register(tmp_path)
    drafts = [Draft(key(name), f"Школе {name}", OwnStatement(deadline=DUE), name) for name in "АБ"]
    with register.writing(NOW) as writer:
        writer.reserve(PLACE, ASKING, drafts)
        writer.record_issued({draft.key: [] for draft in drafts})
        writer.send(key("А"), [Delivery("А", "эл. почта", date(2023, 4, 18))])
    return register


def overdue(register: Register, day: date) -> list[str]:
    return [entry.school for entry in register.entries(Wanted(overdue_on=day))]


def test_a_document_is_awaited_once_it_is_sent(register: Register) -> None:
    assert [entry.school for entry in register.entries(Wanted(awaited=True))] == ["А"]


def test_it_is_overdue_from_the_day_after_its_deadline(register: Register) -> None:
    assert overdue(register, DUE) == []
    assert overdue(register, date(2023, 4, 26)) == ["А"]


def test_an_answer_ends_it_and_says_when(register: Register) -> None:
    answer = Answer("А", date(2023, 4, 27), "телефон")
    with register.writing(NOW) as writer:
        writer.happen(key("А"), Answered((answer,)))
    assert overdue(register, date(2023, 5, 1)) == []
    entry = register.entry(key("А"))
    assert (entry.answers, answered_on(entry)) == ((answer,), date(2023, 4, 27))
    assert verified(register, [PLACE.series], None).faults == ()


def test_a_void_document_awaits_nothing(register: Register) -> None:
    with register.writing(NOW) as writer:
        writer.annul([key("А")], "ошибка")
    assert overdue(register, date(2023, 5, 1)) == []


def test_of_several_recipients_each_answers_for_itself(tmp_path: Path) -> None:
    register, letter = file_register(tmp_path), EntryKey("weekly", "2023-04-08/2023-04-14")
    rows = tuple(JudgedRow(name, "", {}, ()) for name in "АБВ")
    with register.writing(NOW) as writer:
        writer.reserve(PLACE, ASKING, [Draft(letter, "Всем", OwnStatement(rows, deadline=DUE))])
        writer.record_issued({letter: []})
        writer.send(letter, [Delivery(name, "эл. почта", date(2023, 4, 18)) for name in "АБ"])
        writer.happen(letter, Answered((Answer("А", date(2023, 4, 20), "письмо"),)))
    assert [entry.key for entry in register.entries(Wanted(awaited=True))] == [letter]
    with register.writing(NOW) as writer:
        writer.happen(letter, Answered((Answer("Б", date(2023, 4, 21), "письмо"),)))
    assert not list(register.entries(Wanted(awaited=True)))
