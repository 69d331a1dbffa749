"""Drafts and entries that the tests of the register share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from letters_gen.model.basis import Basis
from letters_gen.model.entry import Draft, Entry, EntryKey, Stamp
from letters_gen.model.settings import Series
from letters_gen.model.statement import NOTHING_OWN, SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.reservation import Reservation

SERIES = Series("outgoing", "01-16", "{index}/{seq}", {2023: 219}, "outgoing")
NOW = Stamp(datetime(2023, 4, 18, 9, 0, tzinfo=UTC), "clerk")
DAY = date(2023, 4, 18)
SHARED = SharedStatement(heading="О чём", basis=Basis("Министерство", "1", date(2023, 4, 17)))
PLACE = Reservation(SERIES, DAY, "w", {})


def draft(school: str, subject: str = "2023-04-08/2023-04-14", edition: int = 1) -> Draft:
    """A notice to `school`."""
    return Draft(
        EntryKey("notice", subject, school, edition), f"Руководителю {school}", NOTHING_OWN, school
    )


def reserve(
    register: Register,
    drafts: Sequence[Draft],
    shared: SharedStatement = SHARED,
    place: Reservation = PLACE,
) -> list[Entry]:
    """Take numbers for `drafts`, in a transaction of their own."""
    with register.writing(NOW) as writer:
        writer.reserve(place, shared, drafts)
    return list(register.of_keys([one.key for one in drafts]).values())


def file_register(folder: Path, office: str = "uompsit") -> Register:
    """A register in an SQLite file."""
    return Register.at(folder / "register.sqlite", "", office)
