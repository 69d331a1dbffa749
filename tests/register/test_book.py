"""The register: numbers in order, a chain of events that can't be rewritten, entries as their
projection.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register_making import DAY, NOW, PLACE, SERIES, SHARED, draft, file_register, reserve
from sqlalchemy.exc import DBAPIError

from letters_gen.errors import DamageError
from letters_gen.model.entry import Event, IssuedFile
from letters_gen.model.statement import OwnStatement
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical, hash_of
from letters_gen.register.projection import rebuilt


def test_a_batch_takes_the_numbers_in_its_order(register: Register) -> None:
    entries = reserve(register, [draft("а"), draft("б"), draft("в")])
    assert [entry.number for entry in entries] == ["01-16/219", "01-16/220", "01-16/221"]
    assert [entry.key.school for entry in register.entries()] == ["а", "б", "в"]


def test_the_paper_journals_last_number_is_gone_on_from_and_other_years_begin_at_one(
    register: Register,
) -> None:
    assert register.next_seq(SERIES, 2023) == 219
    assert register.next_seq(SERIES, 2024) == 1


def test_asking_makes_no_file(tmp_path: Path) -> None:
    assert file_register(tmp_path).next_seq(SERIES, 2023) == 219
    assert list(tmp_path.iterdir()) == []


def test_a_batch_that_fails_takes_no_number(register: Register) -> None:
    reserve(register, [draft("а")])
    with pytest.raises(Exception, match="unusable"):
        reserve(register, [draft("б"), draft("а")])
    assert [entry.seq for entry in register.entries()] == [219]
    assert register.next_seq(SERIES, 2023) == 220


def test_an_issued_entry_has_its_files_and_its_state(register: Register) -> None:
    [entry] = reserve(register, [draft("а")])
    file = IssuedFile("document", "letters/2023/а.docx", "0" * 64, 10)
    with register.writing(NOW) as writer:
        writer.record_issued({entry.key: [file]})
    [issued] = register.entries()
    assert (issued.state, issued.document) == ("issued", file)
    assert issued == replace(entry, state="issued", files=(file,))


def test_revised_values_keep_number_and_date(register: Register) -> None:
    reserve(register, [draft("а")])
    changed = replace(draft("а"), addressee="Директору", own=OwnStatement(head="Иванов"))
    with register.writing(NOW) as writer:
        writer.revise(replace(SHARED, heading="О другом"), [changed])
    [revised] = register.entries()
    assert (revised.number, revised.date, revised.state) == ("01-16/219", DAY, "reserved")
    assert (revised.addressee, revised.heading) == ("Директору", "О другом")


@pytest.mark.parametrize("register", ["postgres"], indirect=True)
def test_offices_that_share_a_server_have_numbers_of_their_own(register: Register) -> None:
    for office in ("a", "b"):
        own = Register(register.database, office)
        [entry] = reserve(own, [draft("а")], place=replace(PLACE, workspace=office))
        assert entry.number == "01-16/219"
        assert own.count() == 1


def test_a_file_is_one_offices(tmp_path: Path) -> None:
    reserve(file_register(tmp_path, "a"), [draft("а")])
    with pytest.raises(DamageError, match="office-renamed"):
        reserve(file_register(tmp_path, "b"), [draft("а")])


def assert_whole(events: list[Event]) -> None:
    """Each event carries the hash of the one before, and its own is right."""
    for position, event in enumerate(events, 1):
        assert event.position == position
        assert event.previous == (events[position - 2].hash if position > 1 else "")
        assert event.hash == hash_of(event)


def test_the_chain_is_whole_and_rebuilds_the_entries(register: Register) -> None:
    entries = reserve(register, [draft("а"), draft("б")])
    with register.writing(NOW) as writer:
        writer.record_issued({entries[0].key: []})
        writer.revise(SHARED, [draft("б")])
    events = list(register.events())
    assert_whole(events)
    assert [event.what for event in events] == [
        "batch",
        "reserved",
        "reserved",
        "issued",
        "batch",
        "revised",
    ]
    assert list(rebuilt(events).values()) == list(register.entries())


@pytest.mark.parametrize("part", ["at", "what", "by", "because", "previous", "office"])
def test_any_change_of_an_event_breaks_its_hash(register: Register, part: str) -> None:
    reserve(register, [draft("а")])
    event = list(register.events())[1]
    assert hash_of(event._replace(**{part: "другое"})) != event.hash


@pytest.mark.parametrize("statement", ["UPDATE events SET because = 'x'", "DELETE FROM events"])
def test_the_database_itself_refuses_to_rewrite_an_event(
    register: Register, statement: str
) -> None:
    reserve(register, [draft("а")])
    with (
        register.database.engine.connect() as connection,
        pytest.raises(DBAPIError, match="never rewritten"),
    ):
        connection.exec_driver_sql(statement)


@settings(max_examples=25, deadline=None)
@given(
    batches=st.lists(
        st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=5, unique=True), max_size=5
    )
)
def test_numbers_run_without_gap_or_repeat_whatever_is_reserved(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[str]]
) -> None:
    register = file_register(tmp_path_factory.mktemp("r"))
    for position, schools in enumerate(batches):
        reserve(register, [draft(school, str(position)) for school in schools])
    total = sum(map(len, batches))
    assert [entry.seq for entry in register.entries()] == list(range(219, 219 + total))
    assert_whole(list(register.events()))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(value=JSON)
def test_canonical_json_is_what_any_language_can_make(value: object) -> None:
    expected = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == expected
