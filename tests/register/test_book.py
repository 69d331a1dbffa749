"""The register: numbers in order, a chain of events that can't be rewritten, entries as their projection."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters_gen.model.entry import Draft, EntryKey, Event, IssuedFile, Stamp
from letters_gen.model.settings import Series
from letters_gen.register.book import Register
from letters_gen.register.chain import event_hash
from letters_gen.register.projection import rebuilt

SERIES = Series("outgoing", "01-16", "{index}/{seq}", {2023: 219}, "outgoing")
NOW = Stamp(datetime(2023, 4, 18, 9, 0, tzinfo=UTC), "clerk")
DAY = date(2023, 4, 18)
SHARED = {"heading": "О чём", "basis": {"number": "1"}}


def draft(school: str, subject: str = "2023-04-08/2023-04-14") -> Draft:
    return Draft(EntryKey("notice", subject, school), f"Руководителю {school}", {"rows": []}, school)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "register.sqlite", "uompsit")


def test_a_batch_takes_the_numbers_in_its_order(register: Register) -> None:
    entries = register.reserve(SERIES, DAY, "w", SHARED, [draft("а"), draft("б"), draft("в")], NOW)
    assert [entry.number for entry in entries] == ["01-16/219", "01-16/220", "01-16/221"]
    assert [entry.key.school for entry in register.entries()] == ["а", "б", "в"]


def test_the_paper_journals_last_number_is_gone_on_from_and_other_years_begin_at_one(register: Register) -> None:
    assert register.next_seq(SERIES, 2023) == 219
    assert register.next_seq(SERIES, 2024) == 1
    assert not register.path.exists(), "asking makes no register"


def test_a_batch_that_fails_takes_no_number(register: Register) -> None:
    register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
    with pytest.raises(Exception, match="UNIQUE"):
        register.reserve(SERIES, DAY, "w", SHARED, [draft("б"), draft("а")], NOW)
    assert [entry.seq for entry in register.entries()] == [219]
    assert register.next_seq(SERIES, 2023) == 220


def test_an_issued_entry_has_its_files_and_its_state(register: Register) -> None:
    [entry] = register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
    file = IssuedFile("document", "letters/2023/а.docx", "0" * 64, 10)
    issued = register.record_issued(entry, [file], NOW)
    assert register.entries() == [issued]
    assert (issued.state, issued.document) == ("issued", file)


def test_revised_values_keep_number_and_date(register: Register) -> None:
    [entry] = register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
    changed = replace(draft("а"), addressee="Директору", values={"rows": [1]})
    register.revise([entry], {**SHARED, "heading": "О другом"}, [changed], NOW)
    [revised] = register.entries()
    assert (revised.number, revised.date, revised.state) == ("01-16/219", DAY, "reserved")
    assert (revised.addressee, revised.shared["heading"]) == ("Директору", "О другом")


def test_offices_that_share_a_database_have_numbers_of_their_own(tmp_path: Path) -> None:
    for office in ("a", "b"):
        register = Register(tmp_path / "register.sqlite", office)
        [entry] = register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
        assert entry.number == "01-16/219"
        assert len(register.entries()) == 1


def assert_whole(events: list[Event]) -> None:
    """Each event carries the hash of the one before, and its own is right."""
    for position, event in enumerate(events, 1):
        assert event.position == position
        assert event.previous == (events[position - 2].hash if position > 1 else "")
        assert event.hash == event_hash(event)


def test_the_chain_is_whole_and_rebuilds_the_entries(register: Register) -> None:
    entries = register.reserve(SERIES, DAY, "w", SHARED, [draft("а"), draft("б")], NOW)
    register.record_issued(entries[0], [], NOW)
    register.revise([entries[1]], SHARED, [draft("б")], NOW)
    events = register.events()
    assert_whole(events)
    assert [event.what for event in events] == ["batch", "reserved", "reserved", "issued", "batch", "revised"]
    assert list(rebuilt(events).values()) == register.entries()


@pytest.mark.parametrize("part", ["at", "what", "by", "because", "previous", "office"])
def test_any_change_of_an_event_breaks_its_hash(register: Register, part: str) -> None:
    register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
    event = register.events()[1]
    assert event_hash(replace(event, **{part: "другое"})) != event.hash


def test_the_database_itself_refuses_to_rewrite_an_event(register: Register) -> None:
    register.reserve(SERIES, DAY, "w", SHARED, [draft("а")], NOW)
    with sqlite3.connect(register.path) as connection:
        for statement in ("UPDATE events SET by = 'x'", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    connection.close()


@settings(max_examples=25, deadline=None)
@given(batches=st.lists(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=5, unique=True), max_size=5))
def test_numbers_run_without_gap_or_repeat_whatever_is_reserved(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[str]]
) -> None:
    register = Register(tmp_path_factory.mktemp("r") / "register.sqlite", "uompsit")
    for position, schools in enumerate(batches):
        register.reserve(SERIES, DAY, "w", SHARED, [draft(school, str(position)) for school in schools], NOW)
    total = sum(map(len, batches))
    assert [entry.seq for entry in register.entries()] == list(range(219, 219 + total))
    assert_whole(register.events())
