"""A copy takes the place of the register, and what it replaces is kept."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clerk import Clerk, entries, fault_codes, reserve
from terminal import typed


@pytest.fixture
def copy(clerk: Clerk, letter: Path, workspace: Path) -> Path:
    """A copy in which the letter alone stands; a typed one got its number since."""
    clerk("register", "backup", "copy.sqlite")
    reserve(clerk, "О летнем отдыхе")
    return workspace / "copy.sqlite"


def counted(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        [count] = connection.execute("SELECT count(*) FROM entries").fetchone()
    return int(count)


def test_the_register_is_restored_and_the_former_kept(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    answer = clerk("register", "restore", "copy.sqlite", "--yes")
    assert answer.status == 0, answer.err
    assert [one["number"] for one in entries(clerk)] == ["01-16/219"]
    assert fault_codes(clerk) == []
    [kept] = (workspace / "letters/backups").glob("register before restore*.sqlite")
    assert counted(kept) == 2
    assert counted(copy) == 1, "the copy stays"


def test_what_a_copy_lacks_is_written_down_and_brought_back_before_it_is_given_again(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    before = entries(clerk)
    answer = clerk("register", "restore", "copy.sqlite", "--yes")
    [path] = re.findall(r'letters-gen register import "(.+?)"', " ".join(answer.out.split()))
    assert path == "letters/journals/Журнал исходящих 2023 до восстановления.xlsx"
    assert clerk("register", "import", path, "--yes").status == 0
    assert [one["number"] for one in entries(clerk)] == [one["number"] for one in before]
    assert entries(clerk)[-1]["heading"] == "О летнем отдыхе"
    assert reserve(clerk, "Другое") == "01-16/221"
    assert fault_codes(clerk) == []


def test_a_copy_that_has_all_leaves_no_journal_behind(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    clerk("register", "backup", "copy.sqlite")
    answer = clerk("register", "restore", "copy.sqlite", "--yes")
    assert (answer.status, "до восстановления" in answer.out) == (0, False)
    assert not (workspace / "letters/journals").exists()


def test_a_log_beside_the_register_is_not_read_with_the_copy(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    register = workspace / "letters/register.sqlite"
    with closing(sqlite3.connect(register)) as writer:
        # As a killed run leaves it: written, and not folded into the file.
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE entries SET words = 'другое'")
        writer.commit()
        assert register.with_name("register.sqlite-wal").exists()
        assert clerk("register", "restore", "copy.sqlite", "--yes").status == 0
    assert [one["number"] for one in entries(clerk)] == ["01-16/219"]
    assert fault_codes(clerk) == []


def test_a_damaged_register_is_replaced_and_its_bytes_kept(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    register = workspace / "letters/register.sqlite"
    register.write_bytes(b"no database at all")
    assert clerk("register", "list").status == 3
    assert clerk("register", "restore", "copy.sqlite", "--yes").status == 0
    assert len(entries(clerk)) == 1
    [kept] = (workspace / "letters/backups").glob("register before restore*")
    assert kept.read_bytes() == b"no database at all"


def test_a_register_that_is_gone_comes_back(clerk: Clerk, copy: Path, workspace: Path) -> None:
    for path in (workspace / "letters").glob("register.sqlite*"):
        path.unlink()
    assert clerk("register", "restore", "copy.sqlite", "--yes").status == 0
    assert len(entries(clerk)) == 1


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"0" * 9])
def test_what_is_no_copy_changes_nothing(
    clerk: Clerk, copy: Path, workspace: Path, content: bytes
) -> None:
    (workspace / "other.sqlite").write_bytes(content)
    answer = clerk("register", "restore", "other.sqlite", "--yes")
    assert (answer.status, "другую копию" in answer.err) == (1, True)
    assert len(entries(clerk)) == 2


def test_a_copy_of_another_office_changes_nothing(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TRIGGER events_keep_update")
        connection.execute("UPDATE events SET office = 'other'")
        connection.commit()
    assert clerk("register", "restore", "copy.sqlite", "--yes").status == 1
    assert len(entries(clerk)) == 2


def test_without_a_terminal_it_wants_a_yes(clerk: Clerk, copy: Path) -> None:
    assert clerk("register", "restore", "copy.sqlite").status == 2
    assert len(entries(clerk)) == 2


def test_the_numbers_that_a_copy_lacks_are_told_before_the_question(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    command = ("register", "restore", "copy.sqlite")
    lost = "Этих номеров в копии нет, журнал их потеряет: 01-16/220"
    status, shown = typed(workspace, [("Поставить копию", "нет\r")], *command)
    assert (status, "Ничего не восстановлено" in shown) == (0, True), shown
    assert shown.index(lost) < shown.index("Поставить копию")
    assert len(entries(clerk)) == 2
    assert lost in clerk(*command, "--yes").out
    assert "потеряет" not in clerk(*command, "--yes").out, "nothing is lost any more"


def test_a_pdf_made_after_the_copy_is_called_so_and_made_anew(
    clerk: Clerk, copy: Path, workspace: Path
) -> None:
    assert clerk("pdf", "219", "--year", "2023").status == 0
    assert clerk("register", "restore", "copy.sqlite", "--yes").status == 0
    told = clerk("register", "verify")
    assert "01-16_219 Письмо.pdf: Журнал не знает этого PDF документа 01-16/219" in told.out
    assert "letters-gen pdf 01-16/219" in told.out
    assert clerk("pdf", "01-16/219").status == 0
    assert fault_codes(clerk) == []
