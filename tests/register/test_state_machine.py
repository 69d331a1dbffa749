"""Whatever is done to the register, in whatever order, it agrees with a model of ten lines."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from register_making import DAY, NOW, SERIES, SHARED, draft, file_register

from letters_gen.errors import DamageError, InputError
from letters_gen.model.entry import Delivery, Draft, Entry, EntryKey
from letters_gen.model.settings import Series
from letters_gen.model.statement import OwnStatement, SourceJournal
from letters_gen.register.reservation import Reservation
from letters_gen.register.runs import in_order
from letters_gen.register.verification import verified
from letters_gen.register.writer import typed_key


class Model:
    """The states of the numbers given so far, by year and running number."""

    def __init__(self, states: dict[tuple[int, int], str] | None = None) -> None:
        self.states = dict(states or {})

    def upcoming(self, year: int) -> int:
        """The number that comes next: 219 in 2023, else 1, and always after the last."""
        return max([SERIES.first.get(year, 1), *(seq + 1 for at, seq in self.states if at == year)])


class Office(RuleBasedStateMachine):
    """A clerk who does anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.register = file_register(self.folder)
        self.model, self.kept = Model(), Model()
        self.year, self.drafts = 2023, 0
        self.keys: dict[tuple[int, int], EntryKey] = {}
        self.borne: set[tuple[int, int]] = set()

    def place(self) -> Reservation:
        borne = {seq: f"{seq}.docx" for year, seq in self.borne if year == self.year}
        return Reservation(SERIES, date(self.year, DAY.month, DAY.day), "w", borne)

    def numbers(self, *states: str) -> list[tuple[int, int]]:
        return [number for number, state in self.model.states.items() if state in states]

    def new_drafts(self, count: int) -> list[Draft]:
        self.drafts += count
        return [draft(f"школа {self.drafts - n}") for n in range(count)]

    @rule(count=st.integers(1, 4))
    def reserve(self, count: int) -> None:
        first, drafts = self.model.upcoming(self.year), self.new_drafts(count)
        if any(year == self.year and seq >= first for year, seq in self.borne):
            with pytest.raises(DamageError), self.register.writing(NOW) as writer:
                writer.reserve(self.place(), SHARED, drafts)
            return
        with self.register.writing(NOW) as writer:
            writer.reserve(self.place(), SHARED, drafts)
        for seq, one in enumerate(drafts, first):
            self.model.states[self.year, seq] = "reserved"
            self.keys[self.year, seq] = one.key

    @rule(count=st.integers(1, 3))
    def crash(self, count: int) -> None:
        """The run is cut off in the middle of its transaction: nothing has happened."""
        with pytest.raises(ZeroDivisionError), self.register.writing(NOW) as writer:
            writer.reserve(replace(self.place(), borne={}), SHARED, self.new_drafts(count))
            raise ZeroDivisionError

    @precondition(lambda self: self.numbers("reserved"))
    @rule(data=st.data())
    def issue(self, data: Any) -> None:
        number = data.draw(st.sampled_from(self.numbers("reserved")))
        with self.register.writing(NOW) as writer:
            writer.record_issued({self.keys[number]: []})
        self.model.states[number] = "issued"
        self.borne.add(number)

    @precondition(lambda self: self.numbers("issued", "sent"))
    @rule(data=st.data())
    def correct(self, data: Any) -> None:
        """A document made by the program goes back to reserved; one that was sent doesn't."""
        number = data.draw(st.sampled_from(self.numbers("issued", "sent")))
        changed = Draft(self.keys[number], "Другому", OwnStatement(head="Иванов"))
        if self.model.states[number] == "sent":
            with pytest.raises(InputError), self.register.writing(NOW) as writer:
                writer.correct(SHARED, [changed], "уточнение")
            return
        with self.register.writing(NOW) as writer:
            writer.correct(SHARED, [changed], "уточнение")
        self.model.states[number] = "reserved"

    @precondition(lambda self: self.numbers("issued"))
    @rule(data=st.data())
    def send(self, data: Any) -> None:
        number = data.draw(st.sampled_from(self.numbers("issued")))
        entry = next(one for one in self.register.entries() if one.key == self.keys[number])
        with self.register.writing(NOW) as writer:
            writer.send(entry.key, [Delivery(name, "почта", DAY) for name in entry.awaiting])
        self.model.states[number] = "sent"

    @precondition(lambda self: self.model.states)
    @rule(data=st.data())
    def annul(self, data: Any) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.states)))
        if self.model.states[number] == "annulled":
            with pytest.raises(InputError), self.register.writing(NOW) as writer:
                writer.annul([self.keys[number]], "ошибка")
            return
        with self.register.writing(NOW) as writer:
            writer.annul([self.keys[number]], "ошибка")
        self.model.states[number] = "annulled"

    @rule(gap=st.integers(0, 3))
    def take_over(self, gap: int) -> None:
        """A line of a paper journal, at or after the next number; it also gives a lost number
        back.
        """
        seq = self.model.upcoming(self.year) + gap
        key = typed_key(SERIES, self.year, seq)
        line = Entry(
            key=key,
            series=SERIES.key,
            year=self.year,
            seq=seq,
            suffix="",
            number=SERIES.number(seq),
            date=date(self.year, 1, 1),
            state="issued",
            addressee="",
            school="",
            workspace="",
            batch=0,
            by_hand=True,
        )
        with self.register.writing(NOW) as writer:
            writer.take_over(SourceJournal("журнал.xlsx", "0" * 64), [line])
        self.model.states[self.year, seq] = "issued"
        self.keys[self.year, seq] = key

    @rule()
    def back_up(self) -> None:
        if self.register.database.exists:
            (self.folder / "copy.sqlite").unlink(missing_ok=True)
            self.register.database.copy_to(self.folder / "copy.sqlite")
            self.kept = Model(self.model.states)

    @precondition(lambda self: (self.folder / "copy.sqlite").exists())
    @rule()
    def restore(self) -> None:
        """Somebody puts an old copy back; the files of what was issued since stay."""
        self.register.close()
        shutil.copy(self.folder / "copy.sqlite", self.folder / "register.sqlite")
        self.model = Model(self.kept.states)

    @rule(year=st.sampled_from([2023, 2024, 2025]))
    def change_year(self, year: int) -> None:
        self.year = year

    @invariant()
    def agrees_with_the_model(self) -> None:
        entries = list(self.register.entries())
        assert {(entry.year, entry.seq): entry.state for entry in entries} == self.model.states
        assert len(entries) == len(self.model.states)
        assert sorted(entries, key=in_order) == entries
        series: list[Series] = [SERIES]
        assert verified(self.register, series, None).faults == ()

    def teardown(self) -> None:
        self.register.close()
        shutil.rmtree(self.folder)


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
