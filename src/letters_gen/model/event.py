"""What the register's chain is made of."""

from __future__ import annotations

from typing import NamedTuple

from letters_gen.model.entry_key import EntryKey


class Event(NamedTuple):
    """One thing that happened to the register: to one entry, or what a batch of them shares.

    A tuple, as the row that it is read from: there are more of them than of anything else.

    Attributes:
        position: its place in the office's chain, from 1.
        at: when, ISO 8601 in UTC.
        what: its kind: `reserved`, `issued` … (all of them: `register.event_form.KINDS`).
        entry: the key of the entry it is about, None for an event of a whole batch.
        by: the user of the machine.
        because: the reason given, '' where none is needed.
        values: what it says, as canonical JSON; `register.happenings` are its values.
        previous: the hash of the event before, '' for the first.
        hash: SHA-256 over the canonical JSON of all the above.
    """

    office: str
    position: int
    at: str
    what: str
    entry: EntryKey | None
    by: str
    because: str
    values: str
    previous: str
    hash: str
