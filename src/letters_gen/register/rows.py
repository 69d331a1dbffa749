"""Entries and events as rows of the tables, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import Connection, Insert, Row, Update

from letters_gen.errors import DamageError
from letters_gen.model.entry import Acquaintance, Delivery, Entry, EntryKey, Event, IssuedFile
from letters_gen.register.chain import canonical, key_parts

_COLUMNS = ("series", "year", "seq", "suffix", "state", "batch", "twin")
# What tampered text raises on its way to a value: JSON of the wrong shape, a part too few, a date
# that is none.
_MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError)
_TEXTS = ("number", "addressee", "school", "workspace", "by_hand", "annulled_because", "values")


def execute_all(
    connection: Connection, statement: Insert | Update, rows: Sequence[Mapping[str, Any]]
) -> None:
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


def event_row(event: Event) -> dict[str, Any]:
    """`event` as a row of `events`."""
    return {**vars(event), "entry": key_text(event.entry), "values": canonical(event.values)}


def event_of(row: Row[Any]) -> Event:
    """The event that a row of `events` holds; raises DamageError `row-unreadable`."""
    said = dict(row._mapping)
    try:
        key = EntryKey(*orjson.loads(said["entry"])) if said["entry"] else None
        return Event(**{**said, "entry": key, "values": said_values(said["values"])})
    except _MISSHAPEN as error:
        raise _unreadable("events", str(row.position), error) from error


def said_values(text: str) -> dict[str, Any]:
    """What an event says; raises ValueError where it is no JSON object."""
    values = orjson.loads(text)
    if not isinstance(values, dict):
        raise ValueError(f"found {text[:30]}")
    return values


def key_text(key: EntryKey | None) -> str | None:
    """A key as a row of `events` names it."""
    return None if key is None else canonical(key_parts(key))


def key_row(key: EntryKey) -> dict[str, Any]:
    """The columns of `entries` that a key takes."""
    return dict(vars(key))


def state_row(entry: Entry) -> dict[str, Any]:
    """The other columns of `entries`; what is at its default stays out of the content."""
    said = vars(entry)
    content = {name: said[name] for name in _TEXTS if said[name]}
    for name in ("files", "former"):
        if said[name]:
            content[name] = [vars(file) for file in said[name]]
    for name in ("deliveries", "acquainted"):
        if said[name]:
            content[name] = [{**vars(one), "on": one.on.isoformat()} for one in said[name]]
    columns = {name: said[name] for name in _COLUMNS}
    return {**columns, "date": entry.date.isoformat(), "content": canonical(content)}


def entry_of(row: Row[Any], shared: Mapping[str, Any]) -> Entry:
    """The entry that a row of `entries` holds; `shared` is what the event of its batch says.

    Raises:
        DamageError: `row-unreadable`.
    """
    try:
        return _entry(row, orjson.loads(row.content), shared)
    except _MISSHAPEN as error:
        raise _unreadable(
            "entries", f"{row.series} {row.year} {row.seq}{row.suffix}", error
        ) from error


def _unreadable(table: str, row: str, error: Exception) -> DamageError:
    return DamageError("row-unreadable", table=table, row=row, reason=str(error))


def _entry(row: Row[Any], content: Mapping[str, Any], shared: Mapping[str, Any]) -> Entry:
    return Entry(
        key=EntryKey(row.type, row.subject, row.school, row.edition),
        **{name: getattr(row, name) for name in _COLUMNS},
        date=date.fromisoformat(row.date),
        shared=shared,
        number=content.get("number", ""),
        addressee=content.get("addressee", ""),
        school=content.get("school", ""),
        workspace=content.get("workspace", ""),
        values=content.get("values", {}),
        by_hand=content.get("by_hand", False),
        annulled_because=content.get("annulled_because", ""),
        files=tuple(IssuedFile(**file) for file in content.get("files", ())),
        former=tuple(IssuedFile(**file) for file in content.get("former", ())),
        deliveries=tuple(
            Delivery(**{**one, "on": date.fromisoformat(one["on"])})
            for one in content.get("deliveries", ())
        ),
        acquainted=tuple(
            Acquaintance(one["name"], date.fromisoformat(one["on"]))
            for one in content.get("acquainted", ())
        ),
    )
