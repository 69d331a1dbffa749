"""Writing to the register: each method one act, its events chained, its entries following from
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from letters_gen.errors import DamageError, InputError, Place
from letters_gen.model.entry import (
    Acquaintance,
    Delivery,
    Draft,
    Entry,
    EntryKey,
    IssuedFile,
    Stamp,
    typed_key,
)
from letters_gen.model.settings import Series
from letters_gen.register.chain import next_event
from letters_gen.register.projection import applied
from letters_gen.register.queries import entries_by_key, next_seq
from letters_gen.register.rows import event_of, event_row, execute_all, key_row, state_row
from letters_gen.register.schema import entries, events

_AT_ONCE = 1000
_KEY = ("office", "type", "subject", "school", "edition")


@dataclass(frozen=True)
class Reservation:
    """Whose numbers are taken: the series, the day of signing that decides the year, the clerk's
    folder.

    Attributes:
        borne: the running numbers that files of the year bear, each with a file's name (design
            §6.1).
    """

    series: Series
    day: date
    workspace: str
    borne: Mapping[int, str]


class Writer:
    """One transaction on one office's register; all of it happens, or nothing."""

    def __init__(self, connection: Connection, office: str, stamp: Stamp) -> None:
        self._connection, self._office, self._stamp = connection, office, stamp
        newest = (
            select(events)
            .where(events.c.office == office)
            .order_by(events.c.position.desc())
            .limit(1)
        )
        row = connection.execute(newest).first()
        self._last = event_of(row) if row else None
        self._pending = _Pending(connection)

    def reserve(
        self, place: Reservation, shared: Mapping[str, Any], drafts: Iterable[Draft]
    ) -> int:
        """Take the next numbers for `drafts`, in their order (design §6.1); the running number of
        the first.

        Args:
            shared: what the whole batch states alike, kept once.
            drafts: taken one by one, so that a batch of any size takes the same memory.

        Raises:
            DamageError: `number-borne`: a file bears a number that would be given out.
        """
        shared = _reserving(place, shared)
        batch = self._append("batch", None, shared)
        first = self._first_free(place)
        for seq, draft in enumerate(drafts, first):
            values = {**_draft_values(draft, batch), **_numbered(place, seq)}
            self._begun("reserved", draft.key, values, shared)
        self._pending.flush()
        return first

    def reserve_typed(
        self, place: Reservation, shared: Mapping[str, Any], addressee: str, count: int = 1
    ) -> list[Entry]:
        """Take the next numbers for `count` documents that a person types; they are issued with
        that.
        """
        shared = _reserving(place, shared)
        batch = self._append("batch", None, shared)
        first = self._first_free(place)
        begun = []
        for seq in range(first, first + count):
            key = typed_key(place.series, place.day.year, seq)
            values = {
                **_draft_values(Draft(key, addressee, {}), batch),
                **_numbered(place, seq),
                "by_hand": True,
            }
            begun.append(self._begun("reserved", key, values, shared))
        return self._done(begun)

    def take_over(
        self, shared: Mapping[str, Any], rows: Sequence[tuple[EntryKey, Mapping[str, Any]]]
    ) -> list[Entry]:
        """Enter the lines of a paper journal: each under its key, with the values that its
        reservation would have.
        """
        batch = self._append("batch", None, shared)
        told = [(key, {**values, "batch": batch, "by_hand": True}) for key, values in rows]
        return self._done([self._begun("imported", key, values, shared) for key, values in told])

    def revise(self, shared: Mapping[str, Any], drafts: Sequence[Draft]) -> None:
        """Give documents reserved but never issued their new values; number and date stay (design
        §6.3).
        """
        batch = self._append("batch", None, shared)
        standing = self._standing([draft.key for draft in drafts])
        for draft in drafts:
            self._change(standing[draft.key], "revised", _draft_values(draft, batch), shared=shared)
        self._pending.flush()

    def correct(self, shared: Mapping[str, Any], drafts: Sequence[Draft], because: str) -> None:
        """Issued documents, not yet sent, are to be made anew under their own numbers (design
        §6.4).
        """
        batch = self._append("batch", None, shared)
        standing = self._standing([draft.key for draft in drafts])
        for draft in drafts:
            entry = standing[draft.key]
            if entry.deliveries:
                raise InputError("entry-sent", number=entry.number)
            self._change(entry, "corrected", _draft_values(draft, batch), because, shared=shared)
        self._pending.flush()

    def record_issued(self, written: Mapping[EntryKey, Sequence[IssuedFile]]) -> list[Entry]:
        """Record that the files of reserved entries are written."""
        standing = self._standing(list(written))
        issued = []
        for key, files in written.items():
            entry = standing[key]
            if entry.state != "reserved":
                raise InputError(
                    "entry-annulled", number=entry.number, because=entry.annulled_because
                )
            issued.append(
                self._change(entry, "issued", {"files": [dict(vars(file)) for file in files]})
            )
        return self._done(issued)

    def attach(self, key: EntryKey, files: Sequence[IssuedFile], because: str) -> Entry:
        """Record the files that an entry has from now on."""
        return self._one(key, "attached", {"files": [dict(vars(file)) for file in files]}, because)

    def send(self, key: EntryKey, deliveries: Sequence[Delivery]) -> Entry:
        """Record who has got a document."""
        said = [{**vars(one), "on": one.on.isoformat()} for one in deliveries]
        return self._one(key, "sent", {"deliveries": said})

    def acquaint(self, key: EntryKey, people: Sequence[Acquaintance]) -> Entry:
        """Record who has been acquainted with an order."""
        return self._one(
            key,
            "acquainted",
            {"people": [{"name": one.name, "on": one.on.isoformat()} for one in people]},
        )

    def annul(self, keys: Collection[EntryKey], because: str) -> list[Entry]:
        """Make documents void; their numbers stay used up."""
        standing = self._standing(keys)
        annulled = [self._change(standing[key], "annulled", {}, because) for key in keys]
        return self._done(annulled)

    def _first_free(self, place: Reservation) -> int:
        first = next_seq(self._connection, self._office, place.series, place.day.year)
        refuse_borne(place.series, first, place.borne)
        return first

    def _standing(self, keys: Collection[EntryKey]) -> dict[EntryKey, Entry]:
        return entries_by_key(self._connection, self._office, keys)

    def _one(self, key: EntryKey, what: str, values: Mapping[str, Any], because: str = "") -> Entry:
        after = self._change(self._standing([key])[key], what, values, because)
        self._pending.flush()
        return after

    def _append(
        self, what: str, key: EntryKey | None, values: Mapping[str, Any], because: str = ""
    ) -> int:
        self._last = next_event(self._last, self._office, what, key, values, self._stamp, because)
        self._pending.add("events", event_row(self._last))
        return self._last.position

    def _begun(
        self, what: str, key: EntryKey, values: Mapping[str, Any], shared: Mapping[str, Any]
    ) -> Entry:
        self._append(what, key, values)
        assert self._last is not None
        entry = applied(None, self._last, shared)
        self._pending.add(
            "entries", {"office": self._office, **key_row(entry.key), **state_row(entry)}
        )
        return entry

    def _change(
        self,
        entry: Entry,
        what: str,
        values: Mapping[str, Any],
        because: str = "",
        shared: Mapping[str, Any] | None = None,
    ) -> Entry:
        if entry.is_annulled and what != "attached":
            raise InputError("entry-annulled", number=entry.number, because=entry.annulled_because)
        self._append(what, entry.key, values, because)
        assert self._last is not None
        after = applied(entry, self._last, entry.shared if shared is None else shared)
        mine = {
            f"its_{name}": value
            for name, value in {"office": self._office, **key_row(entry.key)}.items()
        }
        self._pending.add("changes", {**mine, **state_row(after)})
        return after

    def _done(self, written: list[Entry]) -> list[Entry]:
        self._pending.flush()
        return written


class _Pending:
    """Rows on their way into the tables, a thousand at once: a batch of any size takes the same
    memory.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[dict[str, Any]]] = {"events": [], "entries": [], "changes": []}

    def add(self, kind: str, row: dict[str, Any]) -> None:
        """A new event, a new entry, or the change of an entry whose key stands under `its_…`."""
        self._rows[kind].append(row)
        if len(self._rows["events"]) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write all of them."""
        execute_all(self._connection, insert(events), self._rows["events"])
        execute_all(self._connection, insert(entries), self._rows["entries"])
        mine = [entries.c[name] == bindparam(f"its_{name}") for name in _KEY]
        execute_all(self._connection, update(entries).where(*mine), self._rows["changes"])
        self._rows = {kind: [] for kind in self._rows}


def refuse_borne(series: Series, first: int, borne: Mapping[int, str]) -> None:
    """Raises DamageError `number-borne` where `borne` has `first`, the next number, or one after
    it.
    """
    highest = max(borne, default=0)
    if highest >= first:
        number, file = series.number(highest), borne[highest]
        raise DamageError(
            "number-borne", Place(file=file), number=number, next=series.number(first)
        )


def _draft_values(draft: Draft, batch: int) -> dict[str, Any]:
    return {
        "addressee": draft.addressee,
        "school": draft.school,
        "batch": batch,
        "values": draft.values,
    }


def _reserving(place: Reservation, shared: Mapping[str, Any]) -> dict[str, Any]:
    """What a batch shares, with what its reservations have alike: an event of a document holds the
    rest.
    """
    alike = {
        "series": place.series.key,
        "year": place.day.year,
        "date": place.day.isoformat(),
        "workspace": place.workspace,
    }
    return {**shared, "reservation": alike}


def _numbered(place: Reservation, seq: int) -> dict[str, Any]:
    return {"seq": seq, "number": place.series.number(seq)}
