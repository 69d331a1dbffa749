"""Which entries are asked for, and that as conditions on the rows of `entries`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection

from letters_gen.register.awaited import is_awaited, is_overdue
from letters_gen.register.schema import entries
from letters_gen.register.search import about_school, saying
from letters_gen.register.shown_states import has_copy, is_shown_as, is_signed


@dataclass(frozen=True)
class Wanted:
    """What is known of the entries that are looked for; None: anything.

    Attributes:
        shown: the state as people are told it, one of `entry_state.SHOWN`; `state`: as stored.
        school: a school's ИНН, or a part of its name.
        text: a part of what the entry says, however it is spelled.
        awaited: those alone that an answer is awaited to.
        overdue_on: those alone whose answer was due before this day, and hasn't come.
        file: the SHA-256 of a file that they have, or had.
        needs_scan: those alone that are signed, and whose signed copy wasn't taken in.
    """

    year: int | None = None
    series: str | None = None
    state: str | None = None
    shown: str | None = None
    type: str | None = None
    school: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    awaited: bool = False
    overdue_on: date | None = None
    file: str | None = None
    needs_scan: bool = False


ANYTHING = Wanted()


def conditions(connection: Connection, office: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    """`wanted` as conditions on the rows of `entries`."""
    found = [entries.c.office == office]
    for name in ("year", "series", "state", "type"):
        value = getattr(wanted, name)
        if value is not None:
            found.append(entries.c[name] == value)
    if wanted.since is not None:
        found.append(entries.c.date >= wanted.since.isoformat())
    if wanted.until is not None:
        found.append(entries.c.date <= wanted.until.isoformat())
    if wanted.shown is not None:
        found.append(is_shown_as(office, wanted.shown))
    if wanted.file is not None:
        found.append(entries.c.content.contains(f'"sha256":"{wanted.file}"', autoescape=True))
    found += _still_to_come(wanted)
    if wanted.school is not None:
        found.append(about_school(connection, wanted.school))
    if wanted.text is not None:
        found.append(saying(connection, wanted.text))
    return found


def _still_to_come(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions that something of an entry is lacking yet: an answer, its signed copy."""
    found = []
    if wanted.awaited:
        found.append(is_awaited())
    if wanted.overdue_on is not None:
        found.append(is_overdue(wanted.overdue_on))
    return found + (_signed_without_scan() if wanted.needs_scan else [])


def _signed_without_scan() -> list[ColumnElement[bool]]:
    """The condition that an entry is signed and has no file of a signed copy."""
    return [is_signed(), entries.c.state.in_(("issued", "sent")), ~has_copy()]
