"""Reading the register's tables: entries by what is asked of them, with what their batches
share.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.settings import Series
from letters_gen.model.statement import NOTHING_SHARED, SharedStatement
from letters_gen.register.event_form import batch_of_text
from letters_gen.register.rows import MISSHAPEN, entry_of
from letters_gen.register.schema import entries, events

_MOST_AT_ONCE = 500


def entries_where(connection: Connection, office: str, *wanted: ColumnElement[bool]) -> list[Entry]:
    """The entries of `office` that fulfil all of `wanted`, in no order."""
    rows = connection.execute(select(entries).where(entries.c.office == office, *wanted)).all()
    shared = _shared(connection, office, {row.batch for row in rows})
    # A batch that was cut out is no reason to show nothing: `verify` names it.
    return [entry_of(row, shared.get(row.batch, NOTHING_SHARED)) for row in rows]


def entries_by_key(
    connection: Connection, office: str, keys: Collection[EntryKey]
) -> dict[EntryKey, Entry]:
    """The entries of the keys given; raises KeyError where one isn't there."""
    families: dict[tuple[str, str], list[EntryKey]] = {}
    for key in keys:
        families.setdefault((key.type, key.subject), []).append(key)
    found: dict[EntryKey, Entry] = {}
    for (kind, subject), own in families.items():
        for chunk in _chunks([key.school for key in own]):
            mine = (
                entries.c.type == kind,
                entries.c.subject == subject,
                entries.c.school.in_(chunk),
            )
            found |= {entry.key: entry for entry in entries_where(connection, office, *mine)}
    return {key: found[key] for key in keys}


def next_seq(connection: Connection, office: str, series: Series, year: int) -> int:
    """The number that the next document of `series` in `year` gets: the greater of its first and
    the last + 1.
    """
    mine = (entries.c.office == office, entries.c.series == series.key, entries.c.year == year)
    last = connection.scalar(select(func.max(entries.c.seq)).where(*mine))
    return max(series.first.get(year, 1), (last or 0) + 1)


def last_day(connection: Connection, office: str, series: Series, year: int) -> date | None:
    """The latest date that an entry of `series` in `year` bears; None where there is none."""
    mine = (entries.c.office == office, entries.c.series == series.key, entries.c.year == year)
    found = connection.scalar(select(func.max(entries.c.date)).where(*mine))
    return date.fromisoformat(found) if found else None


def last_year(connection: Connection, office: str, series: Series) -> int | None:
    """The latest year in which `series` has given a number; None where it has given none."""
    mine = (entries.c.office == office, entries.c.series == series.key)
    found: int | None = connection.scalar(select(func.max(entries.c.year)).where(*mine))
    return found


def _shared(
    connection: Connection, office: str, positions: Collection[int]
) -> Mapping[int, SharedStatement]:
    found: dict[int, SharedStatement] = {}
    for chunk in _chunks(list(positions)):
        mine = (events.c.office == office, events.c.position.in_(chunk))
        said = select(events.c.position, events.c["values"]).where(*mine)
        found |= {position: _statement(values) for position, values in connection.execute(said)}
    return found


def _statement(text: str) -> SharedStatement:
    """What a batch shares; nothing where it is damaged: `verify` names it."""
    try:
        return batch_of_text(text).shared
    except MISSHAPEN:
        return NOTHING_SHARED


def _chunks(items: list[Any]) -> list[list[Any]]:
    return [items[start : start + _MOST_AT_ONCE] for start in range(0, len(items), _MOST_AT_ONCE)]
