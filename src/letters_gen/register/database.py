"""The register's database: opened, brought to the newest schema, its failures turned into errors of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from letters_gen.errors import DamageError, InputError, LettersError, Place

_NEWEST = "0001"
_PATIENCE = 60.0
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def open_database(path: Path) -> Engine:
    """An engine for the SQLite file at `path`; nothing is opened or made until it is used."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE})

    @event.listens_for(engine, "connect")
    def _own_transactions(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _take_the_write_lock(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine, file: str) -> Iterator[Connection]:
    """A connection that only reads."""
    with _translated(file), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, file: str) -> Iterator[Connection]:
    """A transaction that has the database for itself from its first word; committed at the end, or nothing done."""
    with (
        _translated(file),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


def bring_up_to_date(engine: Engine, file: str) -> None:
    """Make the tables, or migrate those of an older program.

    Raises:
        DamageError: `register-newer`: a newer program has written here.
    """
    with reading(engine, file) as connection:
        tables = inspect(connection).get_table_names()
        version = connection.scalar(text("SELECT version_num FROM alembic_version")) if tables else None
    if version == _NEWEST:
        return
    if version is not None and version > _NEWEST:
        raise DamageError("register-newer", Place(file=file), version=version, known=_NEWEST)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "letters_gen.register:migrations")
    with writing(engine, file) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _translated(file: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _error_of(error, file) from error


def _error_of(error: DBAPIError, file: str) -> LettersError:
    name = getattr(error.orig, "sqlite_errorname", "")
    if name.startswith(_DAMAGE):
        return DamageError("register-damaged", Place(file=file), reason=str(error.orig))
    if name.startswith("SQLITE_BUSY"):
        return InputError("register-busy", Place(file=file))
    return InputError("register-unusable", Place(file=file), reason=str(error.orig))
