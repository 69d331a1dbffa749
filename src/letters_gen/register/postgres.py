"""The register on a PostgreSQL server, shared among offices and clerks (design §8)."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, NoSuchModuleError, OperationalError

from letters_gen.errors import InputError, LettersError, Place, UnavailableError
from letters_gen.register.database import PATIENCE, Database
from letters_gen.register.postgres_reasons import reason_of
from letters_gen.register.schema import GUARDS_OF_A_FILE
from letters_gen.register.sqlite import name_of

_BUSY = "55P03"
_PAUSE = 0.2
_LONGEST_LEASE = 600
_HOLDER = """
SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = :group AND objid = :lock
"""
_WRITING, _LEASE = 0x4C47, 0x4C48


class PostgresServer(Database):
    """The database that `url` names (as SQLAlchemy reads it); the password is the environment's or
    .pgpass's.
    """

    def __init__(self, url: str, backups: Path) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self.name = self._url.render_as_string(hide_password=True)
        self.is_shared = True
        self.backups = backups

    @property
    def exists(self) -> bool:
        """A server is always there to be asked."""
        return True

    def connect(self) -> Engine:
        """An engine; raises UnavailableError `driver-missing` without psycopg."""
        try:
            return create_engine(self._url, connect_args={"connect_timeout": 10})
        except (ImportError, NoSuchModuleError) as error:
            raise UnavailableError("driver-missing", Place(file=self.name)) from error

    def begin_reading(self, connection: Connection) -> None:
        """One moment for all that is asked, be it read piece by piece."""
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))

    def begin_writing(self, connection: Connection, office: str) -> None:
        """One writer an office: its chain has one end."""
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
        lock = {"group": _WRITING, "lock": _lock_of(office)}
        connection.execute(text("SELECT pg_advisory_xact_lock(:group, :lock)"), lock)

    def write_copy(self, path: Path) -> None:
        """All tables as they are at one moment, their rows in an SQLite file."""
        engine = self.connect()
        target = create_engine(f"sqlite:///{path}")
        try:
            with self.translated(), engine.connect() as source, target.begin() as copy:
                source.execution_options(isolation_level="REPEATABLE READ")
                _copy_tables(source, copy)
        finally:
            target.dispose()
            engine.dispose()

    @contextmanager
    def leased(self, office: str, holder: str, waiting: Callable[[str], None]) -> Iterator[None]:
        """An advisory lock of the session: the server lets go of it when the run dies."""
        lock = {"group": _LEASE, "lock": _lock_of(f"{office} lease")}
        with self.translated(), self.engine.connect() as connection:
            connection.execute(
                text("SELECT set_config('application_name', :name, false)"), {"name": holder[:63]}
            )
            self._take(connection, lock, waiting)
            try:
                yield
            finally:
                # A connection that is gone has let go of its lock already.
                with suppress(DBAPIError):
                    connection.execute(text("SELECT pg_advisory_unlock(:group, :lock)"), lock)
                    connection.commit()

    def _take(
        self, connection: Connection, lock: dict[str, int], waiting: Callable[[str], None]
    ) -> None:
        for attempt in range(round(_LONGEST_LEASE / _PAUSE)):
            taken = connection.scalar(text("SELECT pg_try_advisory_lock(:group, :lock)"), lock)
            other = None if taken else connection.scalar(text(_HOLDER), lock)
            connection.commit()
            if taken:
                return
            if attempt == 0:
                waiting(other or "?")
            time.sleep(_PAUSE)
        raise InputError("lease-held", Place(file=self.name), holder=other or "?")

    def refuse_to_begin_anew(self) -> None:
        """Nothing: a server is shared, and a new office simply begins."""

    def error_of(self, error: DBAPIError) -> LettersError:
        """A lock waited for in vain, else a server (or the file of its copy) that can't be reached
        or used.
        """
        if getattr(error.orig, "sqlstate", None) == _BUSY:
            return InputError("register-busy", Place(file=self.name), seconds=PATIENCE)
        if isinstance(error.orig, sqlite3.Error):
            reason = name_of(error)
            return InputError("register-unusable", Place(file=self.name), reason=reason)
        place, reason = Place(file=self.name), reason_of(error)
        if isinstance(error, (OperationalError, InterfaceError)):
            return UnavailableError("database-unreachable", place, reason=reason)
        return InputError("server-unusable", place, reason=reason)


def _copy_tables(source: Connection, copy: Connection) -> None:
    tables = MetaData()
    tables.reflect(source)
    for table in tables.sorted_tables:
        for column in table.columns:
            column.server_default = None  # its words are PostgreSQL's own
        # So is the index of trigrams; a file makes its own when it is first opened.
        table.indexes = {one for one in table.indexes if one.name != "entries_by_words"}
    tables.create_all(copy)
    for table in tables.sorted_tables:
        for chunk in source.execute(select(table)).mappings().partitions(1000):
            copy.execute(insert(table), [dict(row) for row in chunk])
    for guard in GUARDS_OF_A_FILE.values():
        copy.exec_driver_sql(guard)


def _lock_of(name: str) -> int:
    """A number for an advisory lock: signed, 32 bits wide, never negative."""
    return zlib.crc32(name.encode()) & 0x7FFFFFFF
