"""What events say as JSON: written today as program 0.1 wrote it, and nothing lost on the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.model.answer import Answer, IncomingStatement, Numbered
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Event
from letters_gen.model.period import Period
from letters_gen.model.statement import (
    JudgedRow,
    OwnStatement,
    PaperStatement,
    Requisites,
    SharedStatement,
    SourceJournal,
    StatedFigure,
    StatedFigureRule,
    StatedIndicator,
    StatedRules,
    StatedSheet,
    StatedSignatory,
    StatedWeek,
)
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical
from letters_gen.register.event_form import happening_json, happening_of
from letters_gen.register.happenings import Answered, BatchBegun
from letters_gen.register.statement_form import own_json, own_of, shared_json, shared_of

# Up to this event programs before 0.1 wrote the register that the tests keep.
LAST_OLDER = 10
TEXT = st.text(max_size=10)
KEYS = st.text(min_size=1, max_size=5)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
CELLS = st.none() | st.integers(-(2**53), 2**53) | TEXT
FIGURES = st.dictionaries(
    KEYS,
    st.builds(
        StatedFigure,
        st.integers(0, 99),
        st.integers(0, 99),
        st.lists(TEXT, max_size=2).map(tuple),
    ),
    max_size=2,
)
COLUMNS = st.lists(KEYS, min_size=1, max_size=2).map(tuple)
OWN = st.builds(
    OwnStatement,
    rows=st.lists(
        st.builds(
            JudgedRow,
            school=TEXT,
            inn=TEXT,
            values=st.dictionaries(KEYS, CELLS, max_size=3),
            findings=st.lists(KEYS, max_size=2).map(tuple),
            line=st.none() | st.integers(1, 99),
        ),
        max_size=2,
    ).map(tuple),
    figures=st.none() | FIGURES,
    head=st.none() | TEXT,
    deadline=st.none() | DAYS,
    paper=st.builds(PaperStatement),
    acquaint=st.lists(TEXT, max_size=2).map(tuple),
    incoming=st.none()
    | st.builds(
        IncomingStatement,
        TEXT,
        TEXT,
        DAYS,
        answers=st.lists(st.builds(Numbered, TEXT, DAYS), max_size=2).map(tuple),
    ),
)
RULES = st.builds(
    StatedRules,
    columns=st.dictionaries(KEYS, TEXT, max_size=2),
    indicators=st.dictionaries(KEYS, st.builds(StatedIndicator, TEXT, TEXT, COLUMNS), max_size=2),
    figures=st.dictionaries(
        KEYS, st.builds(StatedFigureRule, TEXT, st.booleans(), COLUMNS), max_size=2
    ),
)
WEEK = st.builds(
    StatedWeek,
    period=st.tuples(DAYS, DAYS).map(lambda days: Period(*sorted(days))),
    rules=st.none() | RULES,
    asks=st.none() | st.dictionaries(KEYS, TEXT, max_size=2),
    figures=st.none() | FIGURES,
    averages=st.none() | st.dictionaries(KEYS, TEXT, max_size=2),
)
SHARED = st.builds(
    SharedStatement,
    type=TEXT,
    subject=TEXT,
    title=TEXT,
    heading=TEXT,
    case=TEXT,
    signatory=st.builds(StatedSignatory, st.text(min_size=1), TEXT),
    executor=TEXT,
    office=st.none() | st.builds(Requisites, *[TEXT] * 10),
    basis=st.none() | st.builds(Basis, TEXT, TEXT, DAYS, st.none() | DAYS),
    week=st.none() | WEEK,
    templates=st.none() | st.dictionaries(KEYS, TEXT, max_size=2),
    sheet=st.none()
    | st.builds(StatedSheet, TEXT, TEXT, TEXT, st.dictionaries(KEYS, TEXT, max_size=2)),
    journal=st.none() | st.builds(SourceJournal, TEXT, TEXT),
)


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """The events of the kept register, those of programs before 0.1 first."""
    path = tmp_path_factory.mktemp("kept") / "register.sqlite"
    dump = Path(__file__).with_name("register_of_0.1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump)
    register = Register.at(path, "", "uompsit")
    kept = list(register.events())
    register.close()
    return kept


def test_events_are_written_as_program_0_1_wrote_them(events: list[Event]) -> None:
    for event in events[LAST_OLDER:]:
        kind, said = happening_json(happening_of(event))
        assert (kind, canonical(said)) == (event.what, event.values)


def test_what_earlier_programs_left_out_is_not_stated(events: list[Event]) -> None:
    first = happening_of(events[0])
    assert isinstance(first, BatchBegun)
    assert first.shared.week is not None
    stated = (first.shared.title, first.shared.office, first.shared.week.rules)
    assert stated == ("", None, None)
    assert first.numbering is None, "each of its reservations says the series and the day itself"


@given(own=OWN)
def test_nothing_that_a_document_states_is_lost(own: OwnStatement) -> None:
    assert own_of(own_json(own)) == own


@given(shared=SHARED)
def test_nothing_that_a_batch_states_is_lost(shared: SharedStatement) -> None:
    assert shared_of(shared_json(shared)) == shared


def test_a_key_that_no_program_has_written_is_damage() -> None:
    with pytest.raises(ValueError, match="чужое"):
        own_of({"rows": [], "чужое": 1})


@given(answers=st.lists(st.builds(Answer, TEXT, DAYS, TEXT, TEXT, TEXT), max_size=2))
def test_nothing_of_an_answer_is_lost(answers: list[Answer]) -> None:
    kind, said = happening_json(Answered(tuple(answers)))
    event = Event("o", 1, "", kind, None, "", "", canonical(said), "", "")
    assert happening_of(event) == Answered(tuple(answers))
