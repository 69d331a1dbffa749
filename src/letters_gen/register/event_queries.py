"""Reading the chain: all of it link by link, or what has happened to some entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from letters_gen.model.entry import EntryKey, Event
from letters_gen.register.chain import key_text
from letters_gen.register.pieces import AT_ONCE, chunks, pieces
from letters_gen.register.rows import event_of
from letters_gen.register.schema import events

# Made once: a register of any size is asked this again and again.
_OF_ENTRIES = select(events).where(
    events.c.office == bindparam("office"), events.c.entry.in_(bindparam("named", expanding=True))
)


class ChainLink(NamedTuple):
    """What chains one event to the one before."""

    position: int
    previous: str
    hash: str
    is_of_entry: bool


def chain(connection: Connection, office: str) -> Iterator[Event]:
    """The events of `office`, from the first, one by one."""
    query = select(events).where(events.c.office == office).order_by(events.c.position)
    for rows in pieces(connection, query):
        yield from map(event_of, rows)


def links(connection: Connection, office: str) -> Iterator[list[ChainLink]]:
    """The links of the office's chain, from the first, some at a time."""
    told = (events.c.position, events.c.previous, events.c.hash, events.c.entry.is_not(None))
    query = select(*told).where(events.c.office == office).order_by(events.c.position)
    for rows in pieces(connection, query):
        yield [ChainLink._make(row) for row in rows]


def head_of(connection: Connection, office: str) -> str:
    """The hash of the last event, '' where there is none."""
    query = (
        select(events.c.hash)
        .where(events.c.office == office)
        .order_by(events.c.position.desc())
        .limit(1)
    )
    return connection.scalar(query) or ""


def events_of(connection: Connection, office: str, keys: Iterable[EntryKey]) -> list[Event]:
    """What has happened to the entries of `keys`, in order."""
    found: list[Event] = []
    for chunk in chunks([key_text(key) for key in keys]):
        asked = {"office": office, "named": chunk}
        found += map(event_of, connection.execute(_OF_ENTRIES, asked).all())
    return sorted(found, key=lambda event: event.position)


def batch_events(connection: Connection, office: str, positions: Collection[int]) -> list[Event]:
    """The events at `positions` that say what a batch shares."""
    found: list[Event] = []
    for chunk in chunks(list(positions)):
        mine = (
            events.c.office == office,
            events.c.position.in_(chunk),
            events.c.entry.is_(None),
        )
        found += map(event_of, connection.execute(select(events).where(*mine)).all())
    return found


def entry_texts(connection: Connection, office: str) -> Iterator[list[str]]:
    """The texts by which events name entries, each once, some at a time."""
    after = ""
    while True:
        query = (
            select(events.c.entry)
            .where(events.c.office == office, events.c.entry > after)
            .distinct()
            .order_by(events.c.entry)
            .limit(AT_ONCE)
        )
        named = list(connection.scalars(query))
        if not named:
            return
        after = named[-1]
        yield named
