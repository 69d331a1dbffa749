"""The register of one office: what is entered there, and the door to writing in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement

from letters_gen.model.entry import Entry, EntryKey, Event, Stamp
from letters_gen.model.settings import Series
from letters_gen.register.database import Database
from letters_gen.register.event_queries import chain, events_of, head_of
from letters_gen.register.indexing import index_anew
from letters_gen.register.office_names import refuse_beginning_anew, standing_name
from letters_gen.register.paging import Spot, Stretch, stretch
from letters_gen.register.postgres import PostgresServer
from letters_gen.register.queries import (
    counted,
    entries_by_key,
    entries_in_order,
    entries_where,
    issued_subjects,
    last_day,
    last_year,
    newest_entries,
    next_seq,
    seqs,
    sheet_hashes,
    standing_years,
    subjects,
    years,
)
from letters_gen.register.runs import in_order
from letters_gen.register.schema import entries
from letters_gen.register.search_index import fill_index
from letters_gen.register.sqlite import SqliteFile
from letters_gen.register.wanted import ANYTHING, Wanted, conditions

if TYPE_CHECKING:
    from letters_gen.register.writer import Writer


class Register:
    """The register of `office` in `database`. Reading it never makes it."""

    def __init__(self, database: Database, office: str) -> None:
        self.database = database
        self.named = office
        self.has_written = False

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

    @cached_property
    def office(self) -> str:
        """The name that its chain began with: a renamed office goes on in it."""
        if not self.database.exists:
            return self.named
        with self.database.reading() as connection:
            return standing_name(connection, self.named)

    @property
    def is_shared(self) -> bool:
        """Whether entries may be other folders' to finish and to look after; in a file all are its
        own folder's.
        """
        return self.database.is_shared

    def entries(self, wanted: Wanted = ANYTHING) -> Iterator[Entry]:
        """The entries that fit all of `wanted`, by year, series and number, one by one: however
        many they are, few are held.
        """
        if self.database.exists:
            with self.database.reading() as connection:
                where = conditions(connection, self.office, wanted)
                yield from entries_in_order(connection, self.office, *where)

    def newest(self, wanted: Wanted, most: int) -> tuple[list[Entry], int]:
        """The latest entries that fit all of `wanted`, `most` of them, by year, series and number;
        and how many fit.
        """
        if not self.database.exists:
            return [], 0
        with self.database.reading() as connection:
            where = conditions(connection, self.office, wanted)
            total = counted(connection, *where)
            return newest_entries(connection, self.office, most, *where), total

    def stretch(
        self, wanted: Wanted, most: int, spot: Spot | None = None, is_after: bool = False
    ) -> Stretch:
        """At most `most` of the entries that fit all of `wanted`, the latest first: those next to
        `spot`, later ones where it `is_after`; see `paging`.
        """
        if not self.database.exists:
            return Stretch((), has_later=False, has_earlier=False)
        with self.database.reading() as connection:
            where = conditions(connection, self.office, wanted)
            return stretch(connection, self.office, most, spot, is_after, *where)

    def count(self, wanted: Wanted = ANYTHING) -> int:
        """How many entries fit all of `wanted`."""
        return self.newest(wanted, 0)[1]

    def borne(self, year: int, series: str, seq: int, suffix: str, twin: int) -> Entry | None:
        """The entry that bears this number, None where none does."""
        found = self._entries(
            entries.c.year == year,
            entries.c.series == series,
            entries.c.seq == seq,
            entries.c.suffix == suffix,
            entries.c.twin == twin,
        )
        return found[0] if found else None

    def entry(self, key: EntryKey) -> Entry:
        """The entry of that key as it stands now; raises KeyError where there is none."""
        return self.of_keys([key])[key]

    def of_keys(self, keys: Collection[EntryKey]) -> dict[EntryKey, Entry]:
        """The entries of the keys given; raises KeyError where one isn't there."""
        with self.database.reading() as connection:
            return entries_by_key(connection, self.office, keys)

    def batch(self, type_key: str, subject: str, school: str | None = None) -> list[Entry]:
        """The entries of one document type on one subject, in the order of their numbers; with
        `school` those alone whose keys name it ('' for no school).
        """
        of_batch = (entries.c.type == type_key, entries.c.subject == subject)
        of_school = () if school is None else (entries.c.school == school,)
        return self._entries(*of_batch, *of_school)

    def of_school(self, type_key: str, school: str) -> list[Entry]:
        """The entries of one document type whose keys name this school, in the order of their
        numbers.
        """
        return self._entries(entries.c.type == type_key, entries.c.school == school)

    def typed(self, since: date, until: date) -> list[Entry]:
        """The documents of these days that no template made: typed by hand, or taken over."""
        day = entries.c.date
        return self._entries(
            entries.c.type == "", day >= since.isoformat(), day <= until.isoformat()
        )

    def sheet_hashes(self, type_key: str, subjects: Collection[str]) -> dict[str, str]:
        """The SHA-256 of the sheet that the documents of one type on each of `subjects` rest on,
        as far as it is known.
        """
        if not self.database.exists:
            return {}
        with self.database.reading() as connection:
            return sheet_hashes(connection, self.office, type_key, subjects)

    def years(self) -> list[int]:
        """The years of the numbers that aren't annulled, in order."""
        if not self.database.exists:
            return []
        with self.database.reading() as connection:
            return standing_years(connection, self.office)

    def subjects(self, type_key: str) -> list[str]:
        """Every subject of the entries of one document type."""
        if not self.database.exists:
            return []
        with self.database.reading() as connection:
            return subjects(connection, self.office, type_key)

    def issued_subjects(self, type_key: str) -> set[str]:
        """The subjects on which a document of that type is issued."""
        if not self.database.exists:
            return set()
        with self.database.reading() as connection:
            return issued_subjects(connection, self.office, type_key)

    def numbered(self, series: Series, seq: int, suffix: str = "") -> list[Entry]:
        """The entries that bear a number, in the order of their years."""
        if not self.database.exists:
            return []
        with self.database.reading() as connection:
            given = years(connection, self.office)
        return self._entries(
            entries.c.year.in_(given),
            entries.c.series == series.key,
            entries.c.seq == seq,
            entries.c.suffix == suffix,
        )

    def given(self, series: Series, year: int) -> Iterator[int]:
        """The running numbers that `series` has given in `year`, in order."""
        if self.database.exists:
            with self.database.reading() as connection:
                yield from seqs(connection, self.office, series, year)

    def next_seq(self, series: Series, year: int) -> int:
        """The number that the next document of `series` in `year` gets; nothing is taken."""
        if not self.database.exists:
            return series.first.get(year, 1)
        with self.database.reading() as connection:
            return next_seq(connection, self.office, series, year)

    def refuse_beginning_anew(self, workspace: str) -> None:
        """Raises DamageError `office-renamed`: the folder whose id that is has taken its numbers
        under another name.
        """
        if self.database.exists:
            with self.database.reading() as connection:
                refuse_beginning_anew(connection, self.office, workspace)

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

    def events(self) -> Iterator[Event]:
        """The office's chain, from its first event, one by one."""
        if self.database.exists:
            with self.database.reading() as connection:
                yield from chain(connection, self.office)

    def head(self) -> str:
        """The hash of the last event of the chain, '' for an empty register."""
        if not self.database.exists:
            return ""
        with self.database.reading() as connection:
            return head_of(connection, self.office)

    def events_of(self, key: EntryKey) -> list[Event]:
        """What has happened to one entry, in order."""
        with self.database.reading() as connection:
            return events_of(connection, self.office, [key])

    def index_anew(self) -> None:
        """Make the words by which entries are found, and their index, again out of the entries."""
        with self.database.writing(self.office) as connection:
            index_anew(connection)

    def refill_index(self) -> None:
        """Take the words by which entries are found into their index again, where there is one."""
        if self.database.exists:
            with self.database.writing(self.office) as connection:
                fill_index(connection)

    @contextmanager
    def writing(self, stamp: Stamp) -> Iterator[Writer]:
        """One transaction: all that is written inside the block happens, or nothing (design
        §6.1).
        """
        # What only reads, as the page and lists do, needn't wait for it.
        from letters_gen.register.writer import Writer

        with self.database.writing(self.office) as connection:
            yield Writer(connection, self.office, stamp)
        self.has_written = True

    def leased(self, holder: str, waiting: Callable[[str], None]) -> AbstractContextManager[None]:
        """Keep runs of the office's other workspaces waiting for the time of the block."""
        return self.database.leased(self.office, holder, waiting)

    def _entries(self, *wanted: ColumnElement[bool]) -> list[Entry]:
        if not self.database.exists:
            return []
        with self.database.reading() as connection:
            return sorted(entries_where(connection, self.office, *wanted), key=in_order)
