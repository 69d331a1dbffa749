"""Writing to the register: each method one act, its events chained, its entries following from
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from letters_gen.errors import InputError
from letters_gen.model.entry import (
    Delivery,
    Draft,
    Entry,
    EntryKey,
    IssuedFile,
    Stamp,
    typed_key,
)
from letters_gen.model.prior import BINDING
from letters_gen.model.statement import NOTHING_OWN, SharedStatement, SourceJournal
from letters_gen.register.chain import Json, canonical, next_event
from letters_gen.register.event_form import happening_json
from letters_gen.register.happenings import (
    Annulled,
    Attached,
    BatchBegun,
    Corrected,
    Happening,
    Imported,
    Issued,
    Numbering,
    OfficeRenamed,
    Reserved,
    Revised,
    Sent,
    Unlinked,
)
from letters_gen.register.office_names import refuse_beginning_anew
from letters_gen.register.pending import Pending
from letters_gen.register.projection import applied
from letters_gen.register.queries import entries_by_key, next_seq, rows_by_key
from letters_gen.register.reservation import Reservation, refuse_borne
from letters_gen.register.rows import (
    event_of,
    event_row,
    issued_row,
    key_row,
    state_row,
)
from letters_gen.register.schema import events
from letters_gen.register.search import words_of

# What changes the words by which an entry is found.
_REWORDING = (Revised, Corrected, Annulled)


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
        self._pending = Pending(connection)

    def reserve(
        self, reservation: Reservation, shared: SharedStatement, drafts: Iterable[Draft]
    ) -> int:
        """Take the next numbers for `drafts`, in their order (design §6.1); the running number of
        the first.

        Args:
            shared: what the whole batch states alike, kept once.
            drafts: taken one by one, so that a batch of any size takes the same memory.

        Raises:
            DamageError: `number-borne`: a file bears a number that would be given out.
        """
        batch = BatchBegun(shared, _numbering(reservation))
        position = self._append(None, batch)
        first = self._first_free(reservation)
        for seq, draft in enumerate(drafts, first):
            number = reservation.series.number(seq, reservation.day, shared.case)
            reserved = Reserved(position, draft.addressee, draft.school, draft.own, seq, number)
            self._begin(draft.key, reserved, batch)
        self._pending.flush()
        return first

    def reserve_typed(
        self, reservation: Reservation, shared: SharedStatement, addressee: str, count: int = 1
    ) -> list[Entry]:
        """Take the next numbers for `count` documents that a person types; they are issued with
        that.
        """
        batch = BatchBegun(shared, _numbering(reservation))
        position = self._append(None, batch)
        first = self._first_free(reservation)
        begun = []
        for seq in range(first, first + count):
            number = reservation.series.number(seq, reservation.day, shared.case)
            reserved = Reserved(position, addressee, "", NOTHING_OWN, seq, number, by_hand=True)
            key = typed_key(reservation.series, reservation.day.year, seq)
            begun.append(self._begin(key, reserved, batch))
        return self._done(begun)

    def enter(self, reservation: Reservation, shared: SharedStatement, draft: Draft) -> Entry:
        """Take the next number for what a person enters by hand with all that it states; it stands
        with that.
        """
        batch = BatchBegun(shared, _numbering(reservation))
        position, seq = self._append(None, batch), self._first_free(reservation)
        number = reservation.series.number(seq, reservation.day, shared.case)
        reserved = Reserved(
            position, draft.addressee, draft.school, draft.own, seq, number, by_hand=True
        )
        entry = self._begin(draft.key, reserved, batch)
        self._pending.flush()
        return entry

    def take_over(self, journal: SourceJournal, lines: Iterable[Entry]) -> list[Entry]:
        """Enter the lines of a journal, each as the entry that it is but for its batch: those that
        await an answer have one of their own.
        """
        batches: dict[bool, tuple[int, BatchBegun]] = {}
        begun = []
        for line in lines:
            answer = line.shared.answer
            if answer not in batches:
                batch = BatchBegun(SharedStatement(journal=journal, answer=answer))
                batches[answer] = self._append(None, batch), batch
            position, batch = batches[answer]
            begun.append(self._begin(line.key, Imported(replace(line, batch=position)), batch))
        return self._done(begun)

    def revise(self, shared: SharedStatement, drafts: Sequence[Draft]) -> None:
        """Give documents reserved but never issued their new values; number and date stay (design
        §6.3).
        """
        batch = BatchBegun(shared)
        position = self._append(None, batch)
        standing = self._standing([draft.key for draft in drafts])
        for draft in drafts:
            revised = Revised(position, draft.addressee, draft.school, draft.own)
            self._change(standing[draft.key], revised, batch=batch)
        self._pending.flush()

    def correct(self, shared: SharedStatement, drafts: Sequence[Draft], because: str) -> None:
        """Issued documents, not yet sent, are to be made anew under their own numbers (design
        §6.4).
        """
        batch = BatchBegun(shared)
        position = self._append(None, batch)
        standing = self._standing([draft.key for draft in drafts])
        for draft in drafts:
            entry = standing[draft.key]
            if entry.has_left or entry.is_signed:
                code = "entry-sent" if entry.has_left else "entry-signed"
                raise InputError(code, number=entry.number)
            kept = tuple(file.sha256 for file in entry.files)
            corrected = Corrected(position, draft.addressee, draft.school, draft.own, kept)
            self._change(entry, corrected, because, batch)
        self._pending.flush()

    def record_issued(self, written: Mapping[EntryKey, Sequence[IssuedFile]]) -> None:
        """Record that the files of reserved entries are written.

        Raises:
            InputError: `entry-annulled`: one of them isn't reserved any more.
            KeyError: one of them isn't there.
        """
        standing = rows_by_key(self._connection, self._office, list(written))
        for key, files in written.items():
            changed = issued_row(standing[key], files)
            self._append(key, Issued(tuple(files)))
            self._pending.add("issues", {**self._whose(key), **changed})
        self._pending.flush()

    def attach(self, key: EntryKey, attached: Attached, because: str) -> Entry:
        """Record the files that an entry has from now on."""
        return self.happen(key, attached, because)

    def send(self, key: EntryKey, deliveries: Sequence[Delivery]) -> Entry:
        """Record who has got a document."""
        return self.happen(key, Sent(tuple(deliveries)))

    def annul(self, keys: Collection[EntryKey], because: str) -> list[Entry]:
        """Make documents void; their numbers stay used up, and what they did to earlier documents
        doesn't hold any more.
        """
        standing = self._standing(keys)
        annulled = [self._change(standing[key], Annulled(because), because) for key in keys]
        self._pending.flush()
        for entry in annulled:
            self._unlink(entry)
        return self._done(annulled)

    def _unlink(self, annulled: Entry) -> None:
        """Let the documents that an annulled one ended, changed or reminded of stand as before."""
        named = [EntryKey(*prior.key) for prior in annulled.own.priors if prior.relation in BINDING]
        for earlier in self._standing(named).values():
            is_linked = any(link.number == annulled.number for link in earlier.links)
            if is_linked and not earlier.is_annulled:
                self._change(earlier, Unlinked(annulled.number))

    def rename_office(self, now: str) -> None:
        """Call the office `now` from here on: told where its chain goes on, and under the new
        name, where it is found again.
        """
        renamed = OfficeRenamed(self._office, now)
        self._append(None, renamed)
        kind, said = happening_json(renamed)
        begun = next_event(None, now, kind, None, canonical(said), self._stamp)
        self._pending.add("events", event_row(begun))
        self._pending.flush()

    def _first_free(self, reservation: Reservation) -> int:
        refuse_beginning_anew(self._connection, self._office, reservation.workspace)
        first = next_seq(self._connection, self._office, reservation.series, reservation.day.year)
        refuse_borne(reservation.series, first, reservation.borne)
        return first

    def _standing(self, keys: Collection[EntryKey]) -> dict[EntryKey, Entry]:
        return entries_by_key(self._connection, self._office, keys)

    def happen(self, key: EntryKey, happening: Happening, because: str = "") -> Entry:
        """Record one thing that has happened to an entry."""
        after = self._change(self._standing([key])[key], happening, because)
        self._pending.flush()
        return after

    def happen_to(self, happenings: Mapping[EntryKey, Happening], because: str = "") -> list[Entry]:
        """Record what has happened to entries, one thing to each."""
        standing = self._standing(happenings)
        changed = [self._change(standing[key], one, because) for key, one in happenings.items()]
        return self._done(changed)

    def _append(self, key: EntryKey | None, happening: Happening, because: str = "") -> int:
        kind, said = happening_json(happening)
        self._last = next_event(
            self._last, self._office, kind, key, canonical(said), self._stamp, because
        )
        self._pending.add("events", event_row(self._last))
        return self._last.position

    def _begin(self, key: EntryKey, happening: Reserved | Imported, batch: BatchBegun) -> Entry:
        self._append(key, happening)
        entry = applied(None, key, happening, batch)
        own = {"office": self._office, **key_row(key), **state_row(entry)}
        self._pending.add("entries", {**own, "words": words_of(entry)})
        return entry

    def _change(
        self,
        entry: Entry,
        happening: Happening,
        because: str = "",
        batch: BatchBegun | None = None,
    ) -> Entry:
        """What `happening` leaves of `entry`; `batch` is the one that it names, if it does."""
        if entry.is_annulled and not isinstance(happening, Attached):
            raise InputError("entry-annulled", number=entry.number, because=entry.annulled_because)
        self._append(entry.key, happening, because)
        after = applied(entry, entry.key, happening, batch or BatchBegun(entry.shared))
        mine = self._whose(entry.key)
        if isinstance(happening, _REWORDING):
            self._pending.add("rewordings", {**mine, **state_row(after), "words": words_of(after)})
        else:
            self._pending.add("changes", {**mine, **state_row(after)})
        return after

    def _whose(self, key: EntryKey) -> Json:
        """The key of the entry that a change is about."""
        whose = {"office": self._office, **key_row(key)}
        return {f"its_{name}": value for name, value in whose.items()}

    def _done(self, written: list[Entry]) -> list[Entry]:
        self._pending.flush()
        return written


def _numbering(of: Reservation) -> Numbering:
    return Numbering(of.series.key, of.day.year, of.day, of.workspace)
