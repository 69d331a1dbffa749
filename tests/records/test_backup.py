"""Copies of the register."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clerk import TYPED, Clerk
from edits import extend_settings


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
    (workspace / "letters/backups").write_bytes(b"")
    told = clerk("register", "backup", "--json")
    assert (told.status, told.json["error"]["code"]) == (1, "file-unwritable")
    (workspace / "letters/register.sqlite").write_bytes(b"no database at all")
    answer = clerk("register", "backup", "copy.sqlite", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (3, "register-damaged")
    assert not (workspace / "copy.sqlite").exists()


def test_the_register_is_copied_once_a_day_by_the_first_command_that_writes(
    clerk: Clerk, workspace: Path
) -> None:
    extend_settings(workspace, '[backup]\nfolder = "флешка"')
    told = clerk(*TYPED, "--date", "19.04.2023")
    assert (told.status, "папки из [backup] нет" in told.err) == (0, True)
    stick = workspace / "флешка"
    stick.mkdir()
    for day in range(1, 32):
        (stick / f"register uompsit 2023-03-{day:02}.sqlite").write_bytes(b"")
    (stick / "register other 2023-03-01.sqlite").write_bytes(b"")
    assert clerk("register", "list").status == 0
    assert len(list(stick.iterdir())) == 32, "reading copies nothing"
    assert clerk("doctor", "--json").json["checks"][-1]["ok"] is False
    assert "[backup]" not in clerk(*TYPED, "--date", "19.04.2023").err
    kept = sorted(path.name for path in stick.glob("register uompsit*"))
    assert (len(kept), kept[0]) == (30, "register uompsit 2023-03-03.sqlite")
    newest = stick / kept[-1]
    before = newest.read_bytes()
    clerk(*TYPED, "--date", "19.04.2023")
    assert newest.read_bytes() == before
    assert (stick / "register other 2023-03-01.sqlite").exists()
    assert clerk("doctor", "--json").json["checks"][-1]["ok"] is True
