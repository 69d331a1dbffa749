"""Whether the register is what its events say: the chain, the entries, the numbers.

Events and entries pass by, few at a time: a register of any size takes the same memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from letters_gen.errors import Place
from letters_gen.model.entry import Entry, EntryKey, Event
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.register.book import Register
from letters_gen.register.chain import event_hash
from letters_gen.register.event_form import batch_of_text, happening_of, number_said
from letters_gen.register.event_queries import (
    batch_events,
    chain,
    events_of,
    keys_without_entry,
)
from letters_gen.register.happenings import BatchBegun
from letters_gen.register.projection import batch_of, replayed
from letters_gen.register.queries import entry_pieces
from letters_gen.register.rows import MISSHAPEN
from letters_gen.register.runs import Account, Run
from letters_gen.register.search import words_of


@dataclass(frozen=True)
class Verification:
    """What a look at the register has shown.

    Attributes:
        faults: what is damaged; `notes`: what the auditor should know, and is no damage.
        runs: the numbers of each series and year, accounted for.
        head: the hash of the last event, '' for an empty register.
        unfound: how many entries finding would pass by: their words, which are derived, aren't
            theirs.
    """

    faults: tuple[Oddity, ...]
    notes: tuple[Oddity, ...]
    runs: tuple[Run, ...]
    head: str
    unfound: int = 0


def verified(
    register: Register,
    series: Sequence[Series],
    head: str | None,
    look: Callable[[Entry], object] = lambda entry: None,
) -> Verification:
    """The register held against itself.

    Args:
        look: is called with each entry as it passes by; `records.audit` looks at its files.
        head: a hash that the chain once ended with (an export printed it), None where none is
            known.

    Raises:
        DamageError: `row-unreadable`.
    """
    numbers = Numbers(series)
    if not register.database.exists:
        missing = [] if head is None else [_fault("head-unknown", head=head)]
        return Verification(tuple(missing), (), (), "")
    with register.database.reading() as connection:
        links = _Links(head)
        for event in chain(connection, register.office):
            links.add(event)
        comparison = _Comparison(connection, register.office)
        for rows, entries in entry_pieces(connection, register.office):
            comparison.add(rows, entries)
            for entry in entries:
                numbers.add(entry)
                look(entry)
        if comparison.told < links.told:
            comparison.find_lost()
    return Verification(
        (*links.faults(), *comparison.faults, *numbers.faults()),
        tuple(numbers.notes()),
        tuple(numbers.runs()),
        links.head,
        comparison.unfound,
    )


def _fault(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)


class _Links:
    """The chain of events, link by link.

    Attributes:
        head: the hash of the last event.
        told: how many events there are about entries.
    """

    def __init__(self, sought: str | None) -> None:
        self.head = ""
        self.told = 0
        self._sought, self._is_known = sought, sought is None
        self._faults: list[Oddity] = []
        self._is_torn = False
        self._position = 0

    def add(self, event: Event) -> None:
        """Look at the next event."""
        self._position += 1
        self.told += event.entry is not None
        self._is_known = self._is_known or event.hash == self._sought
        if not self._is_torn:
            self._examine(event)
        self.head = event.hash

    def _examine(self, event: Event) -> None:
        if event.position != self._position or event.previous != self.head:
            # From here on nothing fits any more: one fault says it.
            self._is_torn = True
            self._faults.append(_fault("chain-torn", position=self._position))
        elif event.hash != event_hash(event):
            named = number_said(event) or (event.entry.subject if event.entry else "")
            self._faults.append(_fault("event-rewritten", position=self._position, number=named))

    def faults(self) -> list[Oddity]:
        if self._is_known:
            return self._faults
        return [*self._faults, _fault("head-unknown", head=self._sought)]


class _Comparison:
    """Entries held against what their events lead to.

    Attributes:
        told: how many events the entries that have passed by have.
        unfound: how many of them stand with other words than theirs.
    """

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection, self._office = connection, office
        self.faults: list[Oddity] = []
        self.told = self.unfound = 0
        self._batches: dict[int, BatchBegun] = {}

    def add(self, rows: Sequence[Row[Any]], entries: Sequence[Entry]) -> None:
        """Compare some `entries`, which stand in `rows`."""
        events = self._events([entry.key for entry in entries])
        expected = self._expected(events)
        known = {event.entry for event in events}
        for row, entry in zip(rows, entries, strict=True):
            self.unfound += row.words != words_of(entry)
            founded = expected.get(entry.key)
            if founded == entry:
                continue
            if founded is not None:
                differing = _differing(entry, founded)
                self.faults.append(_fault("entry-differs", number=entry.number, fields=differing))
            elif entry.key not in known:
                self.faults.append(_fault("entry-unfounded", number=entry.number))

    def find_lost(self) -> None:
        """Look for entries that events tell of, and that aren't there."""
        for keys in keys_without_entry(self._connection, self._office):
            for entry in self._expected(self._events(keys)).values():
                self.faults.append(_fault("entry-lost", number=entry.number))

    def _events(self, keys: Sequence[EntryKey]) -> list[Event]:
        events = events_of(self._connection, self._office, keys)
        self.told += len(events)
        return events

    def _expected(self, events: Sequence[Event]) -> dict[EntryKey, Entry]:
        """What `events` lead to; of entries that they can't lead to a fault is told."""
        try:
            return self._led_to(events)
        except MISSHAPEN:
            return self._one_by_one(events)

    def _one_by_one(self, events: Sequence[Event]) -> dict[EntryKey, Entry]:
        found: dict[EntryKey, Entry] = {}
        for key in dict.fromkeys(event.entry for event in events):
            try:
                found |= self._led_to([event for event in events if event.entry == key])
            except MISSHAPEN as error:
                self.faults.append(_fault("events-unreadable", reason=str(error)))
        return found

    def _led_to(self, events: Sequence[Event]) -> dict[EntryKey, Entry]:
        happened = [(event, happening_of(event)) for event in events]
        self._know_batches({batch_of(happening, None) for _, happening in happened})
        return replayed(happened, self._batches)

    def _know_batches(self, positions: set[int]) -> None:
        """Keep the batches at `positions`, no others."""
        known = {one: self._batches[one] for one in positions if one in self._batches}
        unknown = positions.difference(known)
        for event in batch_events(self._connection, self._office, unknown):
            known[event.position] = batch_of_text(event.values)
        self._batches = known


def _differing(standing: Entry, expected: Entry) -> list[str]:
    return [name for name, value in vars(expected).items() if getattr(standing, name) != value]


class Numbers:
    """What entries, passing by in their order, show of numbers and states."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._account = Account(series)
        self._journals = {one.key: one.journal for one in series}
        self._unsettled: Counter[str] = Counter()
        self._twice: list[Oddity] = []
        self._year = 0
        self._seen: set[tuple[str, str, int]] = set()
        self._twins: list[Oddity] = []
        self._tailed: list[str] = []
        self._reserved: list[Oddity] = []
        self._without_file: list[str] = []

    def add(self, entry: Entry) -> None:
        """Look at one more entry."""
        self._account.add(entry)
        if entry.series not in self._journals:
            self._unsettled[entry.series] += 1
        self._look_for_double(entry)
        if entry.twin:
            self._twins.append(_fault("journal-twin", number=entry.number, year=entry.year))
        if entry.suffix:
            self._tailed.append(entry.number)
        if entry.state == "reserved":
            self._reserved.append(_fault("reserved-unfinished", number=entry.number))
        is_typed_here = entry.by_hand and not (entry.is_imported or entry.own.incoming)
        if is_typed_here and entry.is_issued and not entry.files:
            self._without_file.append(entry.number)

    def _look_for_double(self, entry: Entry) -> None:
        # Journals may number alike (a letter 5, an order 5); within one, two series that write the
        # same are a mistake. Years pass by one after the other.
        if entry.year != self._year:
            self._year = entry.year
            self._seen.clear()
        borne = (self._journals.get(entry.series, entry.series), entry.number, entry.twin)
        if borne in self._seen:
            self._twice.append(_fault("number-twice", number=entry.number, year=entry.year))
        self._seen.add(borne)

    def runs(self) -> list[Run]:
        """The numbers of each series and year, accounted for."""
        return self._account.runs()

    def faults(self) -> Iterator[Oddity]:
        """What is damaged."""
        for key, count in self._unsettled.items():
            yield _fault("series-unsettled", series=key, count=count)
        for run in self.runs():
            for first, last in run.missing:
                span = _span(first, last)
                yield _fault("number-gap", number=span, series=run.series, year=run.year)
        yield from self._twice

    def notes(self) -> Iterator[Oddity]:
        """What the auditor should know."""
        for run in self.runs():
            for first, last in run.journal_gaps:
                span = _span(first, last)
                yield _fault("journal-gap", number=span, series=run.series, year=run.year)
        yield from self._twins
        if self._tailed:
            yield _fault("journal-tails", number=self._tailed)
        yield from self._reserved
        if self._without_file:
            yield _fault("typed-without-file", number=self._without_file)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
