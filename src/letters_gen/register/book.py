"""The register of one office: what is entered there, and the door to writing in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, select

from letters_gen.model.entry import Entry, EntryKey, Event, Stamp
from letters_gen.model.settings import Series
from letters_gen.register.database import Database
from letters_gen.register.postgres import PostgresServer
from letters_gen.register.queries import (
    entries_by_key,
    entries_where,
    last_day,
    last_year,
    next_seq,
)
from letters_gen.register.rows import event_of, key_text
from letters_gen.register.runs import in_order
from letters_gen.register.schema import entries, events
from letters_gen.register.sqlite import SqliteFile
from letters_gen.register.writer import Writer


class Register:
    """The register of `office` in `database`. Reading it never makes it."""

    def __init__(self, database: Database, office: str) -> None:
        self.database = database
        self.office = office

    @classmethod
    def at(cls, path: Path, url: str, office: str) -> Register:
        """The register of `office`: the SQLite file at `path`, or on the server that `url` names
        where it isn't ''.
        """
        return cls(
            PostgresServer(url, path.parent / "backups") if url else SqliteFile(path), office
        )

    def close(self) -> None:
        """Let go of the database: SQLite then folds its log into the file."""
        self.database.close()

    @property
    def is_shared(self) -> bool:
        """Whether entries may be other folders' to finish and to look after; in a file all are its
        own folder's.
        """
        return self.database.is_shared

    def entries(self) -> list[Entry]:
        """All entries, by year, series and number."""
        return self._entries()

    def entry(self, key: EntryKey) -> Entry:
        """The entry of that key as it stands now; raises KeyError where there is none."""
        return self.of_keys([key])[key]

    def of_keys(self, keys: Collection[EntryKey]) -> dict[EntryKey, Entry]:
        """The entries of the keys given; raises KeyError where one isn't there."""
        with self.database.reading() as connection:
            return entries_by_key(connection, self.office, keys)

    def batch(self, type_key: str, subject: str) -> list[Entry]:
        """The entries of one document type on one subject, in the order of their numbers."""
        return self._entries(entries.c.type == type_key, entries.c.subject == subject)

    def of_type(self, type_key: str) -> list[Entry]:
        """The entries of one document type, in the order of their numbers."""
        return self._entries(entries.c.type == type_key)

    def numbered(self, series: Series, seq: int, suffix: str = "") -> list[Entry]:
        """The entries that bear a number, in the order of their years."""
        return self._entries(
            entries.c.series == series.key, entries.c.seq == seq, entries.c.suffix == suffix
        )

    def next_seq(self, series: Series, year: int) -> int:
        """The number that the next document of `series` in `year` gets; nothing is taken."""
        if not self.database.exists:
            return series.first.get(year, 1)
        with self.database.reading() as connection:
            return next_seq(connection, self.office, series, year)

    def latest(self, series: Series, year: int) -> tuple[date | None, int | None]:
        """The latest date that `series` has in `year`, and the latest year in which it has given a
        number.
        """
        if not self.database.exists:
            return None, None
        with self.database.reading() as connection:
            return last_day(connection, self.office, series, year), last_year(
                connection, self.office, series
            )

    def events(self) -> list[Event]:
        """The office's chain, from its first event."""
        if not self.database.exists:
            return []
        chain = select(events).where(events.c.office == self.office).order_by(events.c.position)
        with self.database.reading() as connection:
            return [event_of(row) for row in connection.execute(chain)]

    def events_of(self, key: EntryKey) -> list[Event]:
        """What has happened to one entry, in order."""
        mine = (events.c.office == self.office, events.c.entry == key_text(key))
        with self.database.reading() as connection:
            rows = connection.execute(select(events).where(*mine).order_by(events.c.position))
            return [event_of(row) for row in rows]

    @contextmanager
    def writing(self, stamp: Stamp) -> Iterator[Writer]:
        """One transaction: all that is written inside the block happens, or nothing (design
        §6.1).
        """
        with self.database.writing(self.office) as connection:
            yield Writer(connection, self.office, stamp)

    def leased(self, holder: str, waiting: Callable[[str], None]) -> AbstractContextManager[None]:
        """Keep runs of the office's other workspaces waiting for the time of the block."""
        return self.database.leased(self.office, holder, waiting)

    def _entries(self, *wanted: ColumnElement[bool]) -> list[Entry]:
        if not self.database.exists:
            return []
        with self.database.reading() as connection:
            return sorted(entries_where(connection, self.office, *wanted), key=in_order)
