"""Registers of older programs: brought up to date by themselves, after a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Clerk

FIRST = Path(__file__).with_name("schema_0001.sql")


@pytest.fixture
def old(workspace: Path) -> Path:
    """A register as the first program left it, a letter issued."""
    path = workspace / "letters/register.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    return path


def version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    return found


def test_a_register_of_the_first_program_is_migrated_and_whole(clerk: Clerk, old: Path) -> None:
    [entry] = clerk("register", "list", "--json").json["entries"]
    assert (entry["number"], entry["date"], entry["state"]) == ("01-16/219", "2023-04-18", "issued")
    assert version(old) == "0002"
    faults = clerk("register", "verify", "--json").json["faults"]
    assert {fault["code"] for fault in faults} <= {"file-missing"}, "its files lie elsewhere; the register is whole"


def test_the_old_register_is_kept_beside(clerk: Clerk, old: Path) -> None:
    clerk("register", "list")
    assert version(old.parent / "backups/register 0001.sqlite") == "0001"


def test_its_numbers_go_on(clerk: Clerk, old: Path) -> None:
    answer = clerk("register", "reserve", "--heading", "О", "--addressee", "К", "--date", "19.04.2023")
    assert answer.out.strip() == "01-16/220"


def test_events_stay_protected_after_the_migration(clerk: Clerk, old: Path) -> None:
    clerk("register", "list")
    with closing(sqlite3.connect(old)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM events")
