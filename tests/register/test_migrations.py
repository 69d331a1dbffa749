"""Registers of older programs: brought up to date by themselves, after a copy."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from alembic import command
from alembic.config import Config
from clerk import TYPED, Clerk, entries
from postgres import PostgresTestServer
from register_making import SERIES

from letters_gen.register.book import Register
from letters_gen.register.database import Database
from letters_gen.register.postgres import PostgresServer
from letters_gen.register.sqlite import SqliteFile
from letters_gen.register.verification import verified

FIRST = Path(__file__).with_name("schema_0001.sql")


@pytest.fixture
def old(workspace: Path) -> Path:
    """A register as the first program left it, a letter issued."""
    path = workspace / "letters/register.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    return path


def migrate(connection: sqlalchemy.Connection, version: str = "head") -> None:
    config = Config()
    config.set_main_option("script_location", "letters_gen.register:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    return found


def test_a_register_of_the_first_program_is_migrated_and_whole(clerk: Clerk, old: Path) -> None:
    [entry] = entries(clerk)
    assert (entry["number"], entry["date"], entry["state"]) == ("01-16/219", "2023-04-18", "issued")
    assert version(old) == "0005"
    faults = clerk("register", "verify", "--json").json["faults"]
    assert {fault["code"] for fault in faults} <= {"file-missing"}, (
        "its files lie elsewhere; the register is whole"
    )


def test_the_old_register_is_kept_beside(clerk: Clerk, old: Path) -> None:
    clerk("register", "list")
    assert version(old.parent / "backups/register 0001.sqlite") == "0001"


def test_a_register_without_the_index_of_states_is_given_it_after_a_copy(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "18.04.2023")
    clerk("register", "annul", "219", "--year", "2023", "--reason", "ошибка")
    shown = ("register", "list", "--state", "annulled", "--json")
    before, path = clerk(*shown).json, workspace / "letters/register.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP INDEX entries_by_state")
    assert "Таблица записи не такая" in clerk("register", "verify").out
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
    assert clerk(*shown).json == before and len(before["entries"]) == 1
    assert version(path) == "0005"
    assert version(path.parent / "backups/register 0004.sqlite") == "0004"
    assert clerk("register", "verify").status == 0


def made(engine: sqlalchemy.Engine) -> dict[str, Any]:
    """What a database is made of, in words that don't depend on how it was made."""
    look = sqlalchemy.inspect(engine)
    triggers = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE name LIKE 'events_keep%' ORDER BY name",
        "postgresql": (
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger "
            "WHERE tgname LIKE 'events_keep%' ORDER BY tgname"
        ),
    }
    with engine.connect() as connection:
        words = [
            " ".join(text.split())
            for text in connection.scalars(sqlalchemy.text(triggers[engine.dialect.name]))
        ]
    return {"triggers": words} | {
        table: {
            "columns": [
                {**column, "type": str(column["type"])} for column in look.get_columns(table)
            ],
            "key": look.get_pk_constraint(table)["constrained_columns"],
            "unique": look.get_unique_constraints(table),
            "indexes": look.get_indexes(table),
        }
        for table in sorted(look.get_table_names())
    }


@pytest.mark.parametrize("kind", ["file", "server"])
def test_a_new_register_is_made_as_all_migrations_would_make_it(
    kind: str, tmp_path: Path, postgres: PostgresTestServer
) -> None:
    def database() -> Database:
        name = uuid.uuid4().hex
        return (
            SqliteFile(tmp_path / name)
            if kind == "file"
            else PostgresServer(postgres.url(f"m{name}"), tmp_path)
        )

    old = database().connect()
    with old.connect().execution_options(writes=True) as connection, connection.begin():
        migrate(connection)
    new = database()
    assert made(new.engine) == made(old)
    assert len(made(old)["triggers"]) == (2 if kind == "file" else 3)
    new.close()
    old.dispose()


def test_its_numbers_go_on(clerk: Clerk, old: Path) -> None:
    answer = clerk(
        "register", "reserve", "--heading", "О", "--addressee", "К", "--date", "19.04.2023"
    )
    assert answer.out.strip() == "01-16/220"


def test_events_stay_protected_after_the_migration(clerk: Clerk, old: Path) -> None:
    clerk("register", "list")
    with closing(sqlite3.connect(old)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM events")


def test_a_servers_register_of_the_first_program_is_migrated_after_a_copy(
    old: Path, tmp_path: Path, postgres: PostgresTestServer
) -> None:
    url = postgres.url(f"m{uuid.uuid4().hex}")
    engine = PostgresServer(url, tmp_path).connect()
    with engine.begin() as server, closing(sqlite3.connect(old)) as file:
        migrate(server, "0001")
        file.row_factory = sqlite3.Row
        for name in ("events", "entries"):
            table = sqlalchemy.Table(name, sqlalchemy.MetaData(), autoload_with=server)
            server.execute(
                table.insert(), [dict(row) for row in file.execute(f"SELECT * FROM {name}")]
            )
    engine.dispose()
    register = Register.at(tmp_path / "register.sqlite", url, "uompsit")
    [entry] = register.entries()
    assert (entry.number, entry.date.isoformat(), register.next_seq(SERIES, 2023)) == (
        "01-16/219",
        "2023-04-18",
        220,
    )
    assert verified(register, [SERIES], None).faults == ()
    register.close()
    assert version(tmp_path / "backups/register 0001.sqlite") == "0001"
