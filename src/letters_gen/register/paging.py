"""A long list of entries some at a time: each page begins at a place that is found by key, so that
it costs the same wherever it lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, literal, select, tuple_

from letters_gen.model.entry import Entry
from letters_gen.register.queries import with_shared
from letters_gen.register.schema import entries

_ORDER = tuple(entries.c[name] for name in ("date", "seq", "series", "suffix", "twin", "year"))


class Spot(NamedTuple):
    """An entry's place among all: by its day, then by its number."""

    date: str
    seq: int
    series: str
    suffix: str
    twin: int
    year: int


def spot_of(entry: Entry) -> Spot:
    """The place of an entry."""
    day = entry.date.isoformat()
    return Spot(day, entry.seq, entry.series, entry.suffix, entry.twin, entry.year)


@dataclass(frozen=True)
class Stretch:
    """Entries that follow each other, the latest first.

    Attributes:
        has_later, has_earlier: whether there are others on either side.
    """

    entries: Sequence[Entry]
    has_later: bool
    has_earlier: bool


def stretch(
    connection: Connection,
    office: str,
    most: int,
    spot: Spot | None,
    is_after: bool,
    *where: ColumnElement[bool],
) -> Stretch:
    """At most `most` of the entries that fulfil all of `where`.

    Args:
        spot: those next to it, without the entry that stands there; None for the latest.
        is_after: whether the later ones are meant, else the earlier ones.
    """
    query = select(entries).where(entries.c.office == office, *where)
    if spot is not None:
        here, there = tuple_(*_ORDER), tuple_(*map(literal, spot))
        query = query.where(here > there if is_after else here < there)
    order = (column.asc() if is_after else column.desc() for column in _ORDER)
    rows = connection.execute(query.order_by(*order).limit(most + 1)).all()
    goes_on = len(rows) > most
    found = with_shared(connection, office, rows[:most])
    if is_after:
        return Stretch(found[::-1], has_later=goes_on, has_earlier=True)
    return Stretch(found, has_later=spot is not None, has_earlier=goes_on)
