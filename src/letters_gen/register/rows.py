"""Entries and events as rows of the tables, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import Connection, Insert, Row, Update

from letters_gen.errors import DamageError, InputError
from letters_gen.model.entry import Entry, EntryKey, Event, IssuedFile
from letters_gen.model.statement import SharedStatement
from letters_gen.register.awaited import awaited_until
from letters_gen.register.chain import Json, canonical, key_text
from letters_gen.register.parts_form import (
    answers_json,
    answers_of,
    deliveries_json,
    deliveries_of,
    files_json,
    files_of,
    mailing_of,
    mailings_json,
    people_json,
    people_of,
    recognitions_json,
    recognitions_of,
)
from letters_gen.register.prior_form import links_json, links_of
from letters_gen.register.schema import KEY
from letters_gen.register.statement_form import own_json, own_of

_COLUMNS = ("series", "year", "seq", "suffix", "state", "batch", "twin")
# What tampered text raises on its way to a value: JSON of the wrong shape, a part too few, a date
# that is none.
MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError)
_PLAIN = (
    "number",
    "addressee",
    "school",
    "workspace",
    "by_hand",
    "annulled_because",
    "known_inn",
    "replaced_by",
)
# What there may be several of, each with how it is written.
_PARTS: tuple[tuple[str, Callable[[Any], object]], ...] = (
    ("files", files_json),
    ("former", files_json),
    ("kept", list),
    ("deliveries", deliveries_json),
    ("acquainted", people_json),
    ("answers", answers_json),
    ("links", links_json),
    ("recognised", recognitions_json),
    ("mailings", mailings_json),
)


def execute_all(connection: Connection, statement: Insert | Update, rows: Sequence[Json]) -> None:
    """Execute `statement` for each of `rows`, all of the same columns, by the driver's own
    executemany.

    It takes half the time of Core's, which looks at every value of every row.
    """
    if not rows:
        return
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(rows[0]))
    if compiled.positional:
        in_order = itemgetter(*(compiled.positiontup or ()))
        connection.exec_driver_sql(str(compiled), [in_order(row) for row in rows])
    else:
        connection.exec_driver_sql(str(compiled), [dict(row) for row in rows])


def event_row(event: Event) -> Json:
    """`event` as a row of `events`."""
    return {**event._asdict(), "entry": key_text(event.entry)}


def event_of(row: Sequence[Any]) -> Event:
    """The event that a row of `events` holds; raises DamageError `row-unreadable`."""
    office, position, at, what, entry, by, because, values, previous, digest = row
    try:
        key = key_of(entry) if entry else None
        # SQLite takes any text for a whole number.
        if type(position) is not int or not values.startswith("{"):
            raise ValueError(f"found {position}, {values[:30]}")
        return Event(office, position, at, what, key, by, because, values, previous, digest)
    except MISSHAPEN as error:
        raise _unreadable("events", str(position), error) from error


def key_named(text: str) -> EntryKey:
    """The key that a row of `events` names; raises DamageError `row-unreadable`."""
    try:
        return key_of(text)
    except MISSHAPEN as error:
        raise _unreadable("events", text, error) from error


@lru_cache(10_000)
def key_of(text: str) -> EntryKey:
    """The key that a row of `events` names; what happens to an entry stands near together."""
    return EntryKey(*orjson.loads(text))


def key_row(key: EntryKey) -> Json:
    """The columns of `entries` that a key takes."""
    return key._asdict()


def key_of_row(row: Row[Any]) -> EntryKey:
    """The key that a row of `entries` begins with, after the office's name."""
    return EntryKey(*row[1 : len(KEY)])


def state_row(entry: Entry) -> Json:
    """The other columns of `entries`, its words aside."""
    return {
        "series": entry.series,
        "year": entry.year,
        "seq": entry.seq,
        "suffix": entry.suffix,
        "state": entry.state,
        "batch": entry.batch,
        "twin": entry.twin,
        "date": entry.date.isoformat(),
        "awaiting": awaited_until(entry),
        "content": canonical(content_json(entry)),
    }


def content_json(entry: Entry) -> Json:
    """What the column `content` says; what is at its default stays out."""
    said = vars(entry)
    content: Json = {name: said[name] for name in _PLAIN if said[name]}
    content |= {name: written(said[name]) for name, written in _PARTS if said[name]}
    if own := own_json(entry.own):
        content["values"] = own
    if entry.signed_on:
        content["signed"] = entry.signed_on.isoformat()
    return content


def content_once(entry: Entry) -> Json:
    """What the first versions of the program may have written there: what is at its default too,
    and the date.
    """
    said = vars(entry)
    plain = {name: said[name] for name in _PLAIN}
    plain |= {"date": entry.date.isoformat(), "values": own_json(entry.own)}
    return {**plain, **content_json(entry)}


def issued_row(row: Row[Any], files: Sequence[IssuedFile]) -> Json:
    """What the row of a reserved entry becomes once its `files` are written.

    The same as `state_row` of what the projection makes of it, without making an entry of the row
    and a row of the entry: of a country's documents that is a fifth of a run.

    Raises:
        InputError: `entry-annulled`: it isn't reserved any more.
        DamageError: `row-unreadable`.
    """
    try:
        content = orjson.loads(row.content)
        if row.state != "reserved":
            because = content.get("annulled_because", "")
            raise InputError("entry-annulled", number=content["number"], because=because)
        if files:
            content["files"] = files_json(files)
        return {"state": "issued", "content": canonical(content)}
    except MISSHAPEN as error:
        raise _unreadable_entry(row, error) from error


def entry_of(row: Row[Any], shared: SharedStatement) -> Entry:
    """The entry that a row of `entries` holds; `shared` is what the event of its batch says.

    Raises:
        DamageError: `row-unreadable`.
    """
    try:
        return _entry(row, orjson.loads(row.content), shared)
    except MISSHAPEN as error:
        raise _unreadable_entry(row, error) from error


def _unreadable_entry(row: Row[Any], error: Exception) -> DamageError:
    return _unreadable("entries", f"{row.series} {row.year} {row.seq}{row.suffix}", error)


def _unreadable(table: str, row: str, error: Exception) -> DamageError:
    return DamageError("row-unreadable", table=table, row=row, reason=str(error))


def _entry(row: Row[Any], content: Json, shared: SharedStatement) -> Entry:
    # A column of whole numbers takes any text in SQLite.
    numbers = (row.year, row.seq, row.twin, row.batch, row.edition)
    if not all(type(number) is int for number in numbers):
        raise ValueError(f"found {numbers}")
    return Entry(
        key=key_of_row(row),
        **{name: getattr(row, name) for name in _COLUMNS},
        date=date.fromisoformat(row.date),
        shared=shared,
        number=content.get("number", ""),
        addressee=content.get("addressee", ""),
        school=content.get("school", ""),
        workspace=content.get("workspace", ""),
        own=own_of(content.get("values", {})),
        by_hand=content.get("by_hand", False),
        annulled_because=content.get("annulled_because", ""),
        known_inn=content.get("known_inn", ""),
        replaced_by=content.get("replaced_by", ""),
        signed_on=date.fromisoformat(content["signed"]) if "signed" in content else None,
        files=files_of(content.get("files", ())),
        former=files_of(content.get("former", ())),
        kept=tuple(content.get("kept", ())),
        deliveries=deliveries_of(content.get("deliveries", ())),
        acquainted=people_of(content.get("acquainted", ())),
        answers=answers_of(content.get("answers", ())),
        links=links_of(content.get("links", ())),
        recognised=recognitions_of(content.get("recognised", ())),
        mailings=tuple(map(mailing_of, content.get("mailings", ()))),
    )
