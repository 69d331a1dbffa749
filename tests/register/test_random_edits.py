"""Edits of the register's tables at random, as somebody with the file in his hands could make them:
each is a fault of `verify`, or changes nothing that anyone reads.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from clerk import PRINTED_NOTICES, Clerk

from letters_gen.errors import DamageError
from letters_gen.office.settings import load_settings
from letters_gen.register.book import Register
from letters_gen.register.schema import GUARDS_OF_A_FILE
from letters_gen.register.verification import verified

EDITS = int(os.environ.get("LETTERS_EDITS", 300))
TABLES = ("events", "entries")
SIGNS = ' 0a1"[]{},:/-яЯ\u00a0\t'


@pytest.fixture
def lived_in(clerk: Clerk, database: Path, workspace: Path) -> Path:
    """A register in which all kinds of things have happened."""
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    for command in (
        ("sent", "223", "--on", "18.04.2023"),
        ("annul", "220", "--reason", "ошибка"),
        ("signed", "224", "--on", "18.04.2023"),
    ):
        answer = clerk("register", *command, "--year", "2023")
        assert answer.status == 0, answer.err
    return database


def as_read(register: Register) -> Any:
    """All that anybody reads of a register."""
    entries = list(register.entries())
    histories = [register.events_of(entry.key) for entry in entries]
    return entries, histories, list(register.events())


def edited(connection: sqlite3.Connection, chance: random.Random) -> str:
    """Do something to one row; what it was."""
    table = chance.choice(TABLES)
    row = chance.choice(connection.execute(f"SELECT rowid FROM {table}").fetchall())[0]
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    column = chance.choice(columns)
    kind = chance.choice(["sign", "sign", "sign", "other row", "gone", "null", "twice"])
    where = f"WHERE rowid = {row}"
    if kind == "gone":
        connection.execute(f"DELETE FROM {table} {where}")
    elif kind == "null":
        connection.execute(f'UPDATE {table} SET "{column}" = NULL {where}')
    elif kind == "other row":
        other = f'SELECT "{column}" FROM {table} ORDER BY random() LIMIT 1'
        connection.execute(f'UPDATE {table} SET "{column}" = ({other}) {where}')
    elif kind == "twice":
        named = ", ".join(f'"{name}"' for name in columns)
        key = "position" if table == "events" else "edition"
        values = named.replace(f'"{key}"', f'"{key}" + 100')
        connection.execute(f"INSERT INTO {table} ({named}) SELECT {values} FROM {table} {where}")
    else:
        text = str(connection.execute(f'SELECT "{column}" FROM {table} {where}').fetchone()[0])
        at = chance.randrange(len(text) + 1)
        cut = chance.randrange(2)
        changed = text[:at] + chance.choice(SIGNS) + text[at + cut :]
        connection.execute(f'UPDATE {table} SET "{column}" = ? {where}', [changed])
    return f"{kind} of {table}.{column}, row {row}"


def test_every_edit_is_a_fault_or_changes_nothing_that_anyone_reads(
    lived_in: Path, workspace: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    settings = load_settings(workspace / "letters.toml")
    series = list(settings.series.values())

    def register_of(path: Path) -> Register:
        return Register.at(path, "", settings.office.id)

    whole = register_of(lived_in)
    before = as_read(whole)
    assert verified(whole, series, None).faults == ()
    whole.close()
    seed = int(os.environ.get("LETTERS_SEED", random.randrange(10**6)))
    tell(f"seed {seed}, {EDITS} edits of the register")
    chance = random.Random(seed)
    hidden = []
    for number in range(EDITS):
        path = tmp_path / f"{number}.sqlite"
        shutil.copy(lived_in, path)
        with closing(sqlite3.connect(path)) as connection:
            for name in GUARDS_OF_A_FILE:
                connection.execute(f"DROP TRIGGER {name}")
            try:
                told = edited(connection, chance)
            except sqlite3.IntegrityError:
                continue  # the database itself refuses it
            for guard in GUARDS_OF_A_FILE.values():
                connection.execute(guard)
            connection.commit()
        register = register_of(path)
        try:
            if not verified(register, series, None).faults and as_read(register) != before:
                hidden.append(told)
        except DamageError:
            pass  # told, and ends with exit status 3
        finally:
            register.close()
            path.unlink()
    assert hidden == []
