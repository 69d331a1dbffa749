"""Reading the register's tables: entries by what is asked of them, with what their batches share.

What may be many is read piece by piece, so that a register of any size takes the same memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.settings import Series
from letters_gen.model.statement import NOTHING_SHARED, SharedStatement
from letters_gen.register.event_form import batch_of_text
from letters_gen.register.pieces import chunks, pieces
from letters_gen.register.rows import MISSHAPEN, entry_of, key_of_row
from letters_gen.register.runs import in_order
from letters_gen.register.schema import entries, events

Shared = Mapping[int, SharedStatement]
"""What batches share, by the positions of their events."""

_NUMBER = (entries.c.year, entries.c.series, entries.c.seq, entries.c.suffix, entries.c.twin)


def entry_pieces(
    connection: Connection, office: str, *where: ColumnElement[bool]
) -> Iterator[tuple[Sequence[Row[Any]], list[Entry]]]:
    """The entries of `office` that fulfil all of `where`, by year, series and number, piece by
    piece with their rows.
    """
    shared: Shared = {}
    for rows in entry_rows(connection, office, *where):
        shared = _shared(connection, office, rows, shared)
        yield rows, _made(rows, shared)


def entry_rows(
    connection: Connection, office: str, *where: ColumnElement[bool]
) -> Iterator[Sequence[Row[Any]]]:
    """The same entries as they are stored, piece by piece."""
    query = select(entries).where(entries.c.office == office, *where).order_by(*_NUMBER)
    yield from pieces(connection, query)


def entries_in_order(
    connection: Connection, office: str, *where: ColumnElement[bool]
) -> Iterator[Entry]:
    """The entries of `office` that fulfil all of `where`, by year, series and number, one by
    one.
    """
    found = (entry for _, piece in entry_pieces(connection, office, *where) for entry in piece)
    # The database puts `-10` before `-2`.
    for _, alike in groupby(found, key=lambda entry: (entry.year, entry.series, entry.seq)):
        yield from sorted(alike, key=in_order)


def newest_entries(
    connection: Connection, office: str, most: int, *where: ColumnElement[bool]
) -> list[Entry]:
    """The latest of the entries that fulfil all of `where`, `most` of them, in the order of their
    numbers.
    """
    latest = (entries.c.date.desc(), entries.c.seq.desc())
    query = select(entries).where(entries.c.office == office, *where).order_by(*latest).limit(most)
    rows = connection.execute(query).all()
    return sorted(with_shared(connection, office, rows), key=in_order)


def entries_where(connection: Connection, office: str, *wanted: ColumnElement[bool]) -> list[Entry]:
    """The entries of `office` that fulfil all of `wanted`, which are few, in no order."""
    rows = connection.execute(select(entries).where(entries.c.office == office, *wanted)).all()
    return with_shared(connection, office, rows)


def entries_by_key(
    connection: Connection, office: str, keys: Collection[EntryKey]
) -> dict[EntryKey, Entry]:
    """The entries of the keys given; raises KeyError where one isn't there."""
    found: dict[EntryKey, Entry] = {}
    for (kind, subject), own in _families(keys).items():
        for chunk in chunks([key.school for key in own]):
            mine = (
                entries.c.type == kind,
                entries.c.subject == subject,
                entries.c.school.in_(chunk),
            )
            found |= {entry.key: entry for entry in entries_where(connection, office, *mine)}
    return {key: found[key] for key in keys}


def rows_by_key(
    connection: Connection, office: str, keys: Collection[EntryKey]
) -> dict[EntryKey, Row[Any]]:
    """The rows of the keys given as they are stored: not yet entries, which take longer to make."""
    found: dict[EntryKey, Row[Any]] = {}
    for (kind, subject), own in _families(keys).items():
        for chunk in chunks([key.school for key in own]):
            mine = (
                entries.c.office == office,
                entries.c.type == kind,
                entries.c.subject == subject,
                entries.c.school.in_(chunk),
            )
            for row in connection.execute(select(entries).where(*mine)):
                found[key_of_row(row)] = row
    return found


def standing_keys(connection: Connection, office: str, keys: Iterable[EntryKey]) -> set[EntryKey]:
    found: set[EntryKey] = set()
    columns = [entries.c[name] for name in ("type", "subject", "school", "edition")]
    for (kind, subject), own in _families(keys).items():
        mine = (
            entries.c.office == office,
            entries.c.type == kind,
            entries.c.subject == subject,
            entries.c.school.in_([key.school for key in own]),
        )
        found |= {EntryKey(*row) for row in connection.execute(select(*columns).where(*mine))}
    return found


def _families(keys: Iterable[EntryKey]) -> dict[tuple[str, str], list[EntryKey]]:
    """`keys` by type and subject: those of one batch are asked for together."""
    families: dict[tuple[str, str], list[EntryKey]] = {}
    for key in keys:
        families.setdefault((key.type, key.subject), []).append(key)
    return families


def counted(connection: Connection, *where: ColumnElement[bool]) -> int:
    """How many entries fulfil all of `where`."""
    return connection.scalar(select(func.count()).select_from(entries).where(*where)) or 0


def subjects(connection: Connection, office: str, type_key: str) -> list[str]:
    """Every subject that the documents of one type have."""
    mine = (entries.c.office == office, entries.c.type == type_key)
    return list(connection.scalars(distinct(entries.c.subject, *mine)))


def issued_subjects(connection: Connection, office: str, type_key: str) -> set[str]:
    """The subjects on which a document of that type is issued."""
    mine = (entries.c.office == office, entries.c.type == type_key)
    known = distinct(entries.c.subject, *mine).subquery()
    other = entries.alias()
    issued = (
        select(other.c.seq)
        .where(other.c.office == office, other.c.type == type_key)
        .where(other.c.subject == known.c.value, other.c.state.in_(("issued", "sent")))
    )
    return set(connection.scalars(select(known.c.value).where(issued.exists())))


def years(connection: Connection, office: str) -> list[int]:
    """The years in which a number was given, in order."""
    return list(connection.scalars(distinct(entries.c.year, entries.c.office == office)))


def standing_years(connection: Connection, office: str) -> list[int]:
    """The years in which a number was given that isn't annulled, in order."""
    return [year for year in years(connection, office) if _any_standing(connection, office, year)]


def _any_standing(
    connection: Connection, office: str, year: int, *where: ColumnElement[bool]
) -> bool:
    standing = select(entries.c.seq).where(
        entries.c.office == office, entries.c.year == year, entries.c.state != "annulled", *where
    )
    return connection.execute(standing.limit(1)).first() is not None


def sheet_hashes(
    connection: Connection, office: str, type_key: str, wanted: Iterable[str]
) -> dict[str, str]:
    """The SHA-256 of the sheet of each of the `wanted` subjects, where there is a document of the
    type on it: of a batch the first tells it.
    """
    found: dict[str, str] = {}
    for subject in wanted:
        mine = (entries.c.office == office, entries.c.type == type_key)
        first = select(entries).where(*mine, entries.c.subject == subject).limit(1)
        rows = connection.execute(first).all()
        for entry in with_shared(connection, office, rows):
            if entry.sheet:
                found[subject] = entry.sheet.sha256
    return found


def seqs(connection: Connection, office: str, series: Series, year: int) -> Iterator[int]:
    """The running numbers that `series` has given in `year`, in order."""
    mine = (entries.c.office == office, entries.c.series == series.key, entries.c.year == year)
    query = select(entries.c.seq).where(*mine).order_by(entries.c.seq)
    yield from connection.scalars(query, execution_options={"yield_per": 1000})


def next_seq(connection: Connection, office: str, series: Series, year: int) -> int:
    """The number that the next document of `series` in `year` gets: the greater of its first and
    the last + 1.
    """
    mine = (entries.c.office == office, entries.c.series == series.key, entries.c.year == year)
    last = connection.scalar(select(func.max(entries.c.seq)).where(*mine))
    return max(series.first.get(year, 1), (last or 0) + 1)


def last_day(connection: Connection, office: str, series: Series, year: int) -> date | None:
    """The latest date that an entry of `series` in `year` bears which isn't annulled; None where
    there is none.
    """
    found = connection.scalar(
        select(entries.c.date)
        .where(entries.c.state != "annulled")
        .where(entries.c.office == office, entries.c.date <= f"{year}-12-31")
        .where(entries.c.date >= f"{year}-01-01", entries.c.series == series.key)
        .order_by(entries.c.date.desc())
        .limit(1)
    )
    return date.fromisoformat(found) if found else None


def last_year(connection: Connection, office: str, series: Series) -> int | None:
    """The latest year in which `series` has given a number that isn't annulled; None where it has
    given none.
    """
    mine = entries.c.series == series.key
    for year in reversed(years(connection, office)):
        if _any_standing(connection, office, year, mine):
            return year
    return None


def with_shared(connection: Connection, office: str, rows: Sequence[Row[Any]]) -> list[Entry]:
    """The entries that a few `rows` are, in their order, with what their batches share."""
    return _made(rows, _shared(connection, office, rows, {}))


def _made(rows: Sequence[Row[Any]], shared: Shared) -> list[Entry]:
    # A batch that was cut out is no reason to show nothing: `verify` names it.
    return [entry_of(row, shared.get(row.batch, NOTHING_SHARED)) for row in rows]


def _shared(
    connection: Connection,
    office: str,
    rows: Sequence[Row[Any]],
    known: Shared,
) -> Shared:
    """What the batches of `rows` share, by their positions; of those `known` nothing is read."""
    positions = {row.batch for row in rows}
    found = {position: known[position] for position in positions if position in known}
    for chunk in chunks([position for position in positions if position not in found]):
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


def distinct(column: ColumnElement[Any], *where: ColumnElement[bool]) -> Select[Any]:
    """Each value of an indexed `column` once, in order, by a step from each to the next: of a
    hundred thousand entries a few hundred are looked at.
    """
    first = select(func.min(column).label("value")).where(*where)
    known = first.cte(recursive=True)
    following = select(func.min(column)).where(*where, column > known.c.value).scalar_subquery()
    known = known.union_all(select(following).where(known.c.value.is_not(None)))
    return select(known.c.value).where(known.c.value.is_not(None)).order_by(known.c.value)
