"""The register of one office: reserve a number, record what was issued, read what is there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from letters_gen.model.entry import Draft, Entry, EntryKey, Event, IssuedFile, Stamp
from letters_gen.model.settings import Series
from letters_gen.register.chain import canonical, key_parts, next_event
from letters_gen.register.database import bring_up_to_date, open_database, reading, writing
from letters_gen.register.projection import applied
from letters_gen.register.schema import entries, events


class Register:
    """The register in the SQLite file at `path`, of one office. Reading it never makes the file."""

    def __init__(self, path: Path, office: str) -> None:
        self.path = path
        self.office = office

    def entries(self) -> list[Entry]:
        """All entries, by year, series and number."""
        order = (entries.c.year, entries.c.series, entries.c.seq, entries.c.suffix)
        return self._entries(select(entries).where(entries.c.office == self.office).order_by(*order))

    def batch(self, type_key: str, subject: str) -> list[Entry]:
        """The entries of one document type on one subject, in the order of their numbers."""
        mine = (entries.c.office == self.office, entries.c.type == type_key, entries.c.subject == subject)
        return self._entries(select(entries).where(*mine).order_by(entries.c.year, entries.c.seq))

    def of_type(self, type_key: str) -> list[Entry]:
        """The entries of one document type, in the order of their subjects."""
        mine = (entries.c.office == self.office, entries.c.type == type_key)
        return self._entries(select(entries).where(*mine).order_by(entries.c.subject))

    def next_seq(self, series: Series, year: int) -> int:
        """The number that the next document of `series` in `year` gets; nothing is taken."""
        if not self.path.exists():
            return series.first.get(year, 1)
        with reading(self._engine, self._file) as connection:
            return self._next_seq(connection, series, year)

    def events(self) -> list[Event]:
        """The office's chain, from its first event."""
        if not self.path.exists():
            return []
        chain = select(events).where(events.c.office == self.office).order_by(events.c.position)
        with reading(self._engine, self._file) as connection:
            return [_event(row) for row in connection.execute(chain)]

    def reserve(
        self,
        series: Series,
        day: date,
        workspace: str,
        shared: Mapping[str, Any],
        drafts: Sequence[Draft],
        stamp: Stamp,
    ) -> list[Entry]:
        """Take the next numbers for `drafts`, in their order, in one transaction (design §6.1).

        Args:
            day: the day of signing, frozen with the reservation.
            shared: what the whole batch states alike, kept once.
        """
        with writing(self._engine, self._file) as connection:
            chain = _Chain(connection, self.office, stamp)
            batch = chain.append("batch", None, shared)
            first = self._next_seq(connection, series, day.year)
            reserved = []
            for seq, draft in enumerate(drafts, first):
                values = {
                    **_draft_values(draft, batch),
                    "series": series.key,
                    "year": day.year,
                    "seq": seq,
                    "suffix": "",
                    "number": series.number(seq),
                    "date": day.isoformat(),
                    "workspace": workspace,
                }
                entry = applied(None, chain.append("reserved", draft.key, values), shared)
                connection.execute(insert(entries).values(office=self.office, **_key_row(entry), **_state_row(entry)))
                reserved.append(entry)
            return reserved

    def revise(
        self, old: Sequence[Entry], shared: Mapping[str, Any], drafts: Sequence[Draft], stamp: Stamp
    ) -> list[Entry]:
        """Give documents reserved but never issued their new values; number and date stay (design §6.3)."""
        with writing(self._engine, self._file) as connection:
            chain = _Chain(connection, self.office, stamp)
            batch = chain.append("batch", None, shared)
            revised = []
            for entry, draft in zip(old, drafts, strict=True):
                event = chain.append("revised", entry.key, _draft_values(draft, batch))
                revised.append(self._changed(connection, entry, event, shared))
            return revised

    def record_issued(self, entry: Entry, files: Sequence[IssuedFile], stamp: Stamp) -> Entry:
        """Record that the files of a reserved entry are written."""
        with writing(self._engine, self._file) as connection:
            values = {"files": [asdict(file) for file in files]}
            issued = _Chain(connection, self.office, stamp).append("issued", entry.key, values)
            return self._changed(connection, entry, issued, entry.shared)

    @property
    def _file(self) -> str:
        return self.path.name

    @cached_property
    def _engine(self) -> Engine:
        engine = open_database(self.path)
        bring_up_to_date(engine, self._file)
        return engine

    def _changed(self, connection: Connection, entry: Entry, event: Event, shared: Mapping[str, Any]) -> Entry:
        after = applied(entry, event, shared)
        mine = [entries.c[name] == value for name, value in _key_row(entry).items()]
        connection.execute(update(entries).where(entries.c.office == self.office, *mine).values(**_state_row(after)))
        return after

    def _next_seq(self, connection: Connection, series: Series, year: int) -> int:
        mine = (entries.c.office == self.office, entries.c.series == series.key, entries.c.year == year)
        last = connection.scalar(select(func.max(entries.c.seq)).where(*mine))
        return max(series.first.get(year, 1), (last or 0) + 1)

    def _entries(self, query: Any) -> list[Entry]:
        if not self.path.exists():
            return []
        with reading(self._engine, self._file) as connection:
            rows = connection.execute(query).all()
            batches = {row.batch for row in rows}
            said = select(events.c.position, events.c["values"]).where(
                events.c.office == self.office, events.c.position.in_(batches)
            )
            shared = {position: json.loads(values) for position, values in connection.execute(said)}
        return [_entry(row, shared[row.batch]) for row in rows]


class _Chain:
    """The end of an office's chain, inside one transaction."""

    def __init__(self, connection: Connection, office: str, stamp: Stamp) -> None:
        self._connection, self._office, self._stamp = connection, office, stamp
        newest = select(events).where(events.c.office == office).order_by(events.c.position.desc()).limit(1)
        row = connection.execute(newest).first()
        self._last = _event(row) if row else None

    def append(self, what: str, entry: EntryKey | None, values: Mapping[str, Any]) -> Event:
        self._last = next_event(self._last, self._office, what, entry, values, self._stamp)
        row = {**vars(self._last), "entry": _key_text(entry), "values": canonical(values)}
        self._connection.execute(insert(events).values(**row))
        return self._last


def _draft_values(draft: Draft, batch: Event) -> dict[str, Any]:
    return {"addressee": draft.addressee, "school": draft.school, "batch": batch.position, "values": draft.values}


def _key_text(key: EntryKey | None) -> str | None:
    return None if key is None else canonical(key_parts(key))


def _event(row: Row[Any]) -> Event:
    said = dict(row._mapping)
    key = EntryKey(*json.loads(said["entry"])) if said["entry"] else None
    return Event(**{**said, "entry": key, "values": json.loads(said["values"])})


def _key_row(entry: Entry) -> dict[str, Any]:
    return asdict(entry.key)


def _state_row(entry: Entry) -> dict[str, Any]:
    content = {
        "number": entry.number,
        "date": entry.date.isoformat(),
        "addressee": entry.addressee,
        "school": entry.school,
        "workspace": entry.workspace,
        "values": entry.values,
        "files": [asdict(file) for file in entry.files],
    }
    columns = ("series", "year", "seq", "suffix", "state", "batch")
    return {**{name: getattr(entry, name) for name in columns}, "content": canonical(content)}


def _entry(row: Row[Any], shared: Mapping[str, Any]) -> Entry:
    content = json.loads(row.content)
    return Entry(
        **{
            **content,
            "key": EntryKey(row.type, row.subject, row.school, row.edition),
            "date": date.fromisoformat(content["date"]),
            "files": tuple(IssuedFile(**file) for file in content["files"]),
        },
        series=row.series,
        year=row.year,
        seq=row.seq,
        suffix=row.suffix,
        state=row.state,
        batch=row.batch,
        shared=shared,
    )
