"""Copies of the register."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clerk import Clerk


def test_a_backup_is_a_whole_register_and_never_overwrites(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    assert clerk("register", "backup", "copy.sqlite", "--json").json == {"file": "copy.sqlite"}
    with closing(sqlite3.connect(workspace / "copy.sqlite")) as copy:
        assert copy.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    assert clerk("register", "backup", "copy.sqlite").status == 1
    first, second = (clerk("register", "backup", "--json").json["file"] for _ in range(2))
    assert first != second
    assert first.startswith("letters/backups/register 20")


def test_without_a_register_there_is_nothing_to_copy(clerk: Clerk, workspace: Path) -> None:
    assert clerk("register", "backup").status == 1
    assert not (workspace / "letters").exists()


def test_a_copy_that_fails_leaves_nothing_behind(
    clerk: Clerk, letter: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "letters/register.sqlite").write_bytes(b"no database at all")
    answer = clerk("register", "backup", "copy.sqlite")
    assert (answer.status, (workspace / "copy.sqlite").exists()) == (1, False)
    (workspace / "letters/backups").write_bytes(b"")
    told = clerk("register", "backup", "--json")
    assert (told.status, told.json["error"]["code"]) == (1, "file-unwritable")
