"""Entries held against what their events lead to, as their rows pass by.

The rows that events give are made, and both are compared as they are stored: so a space too many,
a key said twice or one that the program doesn't know is seen, and what a row holds isn't read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row

from letters_gen.errors import Place
from letters_gen.model.entry import Entry, EntryKey, Event
from letters_gen.model.oddity import Oddity
from letters_gen.register.chain import key_text, says
from letters_gen.register.chain_check import event_faults
from letters_gen.register.event_form import batch_of_text, happening_of
from letters_gen.register.event_queries import batch_events, entry_texts, events_of
from letters_gen.register.happenings import BatchBegun
from letters_gen.register.projection import batch_of, replayed
from letters_gen.register.queries import entries_by_key, entry_rows, standing_keys
from letters_gen.register.rows import (
    MISSHAPEN,
    content_once,
    key_named,
    key_of_row,
    state_row,
)
from letters_gen.register.schema import KEY, entries
from letters_gen.register.search import words_of

# By its key a row is found among what events give. The words by which an entry is found are
# derived: that they are others is no damage.
_COMPARED = [
    (place, column.name)
    for place, column in enumerate(entries.columns)
    if column.name not in (*KEY, "words")
]
_STORED = itemgetter(*(place for place, _ in _COMPARED))
_MADE = itemgetter(*(name for _, name in _COMPARED))
# What a happening names that names no batch.
_NO_BATCH = 0


class EntryCheck:
    """The entries of one office.

    Attributes:
        told: how many events the entries that have passed by have.
        unfound: how many of them stand with other words than theirs.
    """

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection, self._office = connection, office
        self.faults: list[Oddity] = []
        self.told = self.unfound = 0
        self._batches: dict[int, BatchBegun] = {}

    def entries(self) -> Iterator[Entry]:
        """Every entry, as it stands, in the order of numbers; each has been looked at.

        Raises:
            DamageError: `row-unreadable`.
        """
        for rows in entry_rows(self._connection, self._office):
            keys = [key_of_row(row) for row in rows]
            events = events_of(self._connection, self._office, keys)
            self.told += len(events)
            expected = self._expected(events)
            for key, row in zip(keys, rows, strict=True):
                entry = expected.get(key)
                if entry is None or _MADE(state_row(entry)) != _STORED(row):
                    entry = self._examined(row, entry, events)
                self.unfound += row.words != words_of(entry)
                yield entry

    def _examined(self, row: Row[Any], expected: Entry | None, events: Sequence[Event]) -> Entry:
        """The entry that stands there, whose row isn't what its `events` give: what is wrong with
        it.
        """
        key = key_of_row(row)
        standing = entries_by_key(self._connection, self._office, [key])[key]
        if not any(event.entry == key for event in events):
            self._tell("entry-unfounded", number=standing.number)
        elif expected == standing:
            if not _is_stored_as_once(standing, row):
                self._tell("entry-reshaped", number=standing.number)
        elif expected is not None:
            differing = _differing(standing, expected)
            self._tell("entry-differs", number=standing.number, fields=differing)
        return standing

    def find_lost(self) -> None:
        """Look for entries that events tell of and that aren't there, or by names that they don't
        have.

        Raises:
            DamageError: `row-unreadable`.
        """
        for texts in entry_texts(self._connection, self._office):
            named = {text: key_named(text) for text in texts}
            standing = standing_keys(self._connection, self._office, set(named.values()))
            for text, key in named.items():
                if text != key_text(key):
                    self._tell("entry-misnamed", found=text)
            lost = events_of(
                self._connection,
                self._office,
                [one for one in named.values() if one not in standing],
            )
            for entry in self._expected(lost).values():
                self._tell("entry-lost", number=entry.number)

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
                self._tell("events-unreadable", reason=str(error))
        return found

    def _led_to(self, events: Sequence[Event]) -> dict[EntryKey, Entry]:
        happened = [(event, happening_of(event)) for event in events]
        named = {batch_of(happening, None) for _, happening in happened}
        self._know_batches(named - {_NO_BATCH})
        made = replayed(happened, self._batches)
        for event, happening in happened:
            self.faults += event_faults(event, happening)
        return made

    def _know_batches(self, positions: set[int]) -> None:
        """Keep the batches at `positions`, no others."""
        known = {one: self._batches[one] for one in positions if one in self._batches}
        unknown = positions.difference(known)
        for event in batch_events(self._connection, self._office, unknown):
            known[event.position] = batch_of_text(event.values)
        self._batches = known

    def _tell(self, code: str, **arguments: object) -> None:
        self.faults.append(Oddity(code, Place(), arguments))


def _is_stored_as_once(entry: Entry, row: Row[Any]) -> bool:
    """Whether `row` holds `entry` as a first version of the program stored it."""
    former = {**state_row(entry), "content": row.content}
    return bool(_MADE(former) == _STORED(row)) and says(row.content, content_once(entry))


def _differing(standing: Entry, expected: Entry) -> list[str]:
    return [name for name, value in vars(expected).items() if getattr(standing, name) != value]
