"""A register in a file: a read-only folder, a busy file, a file held open, a network share."""

from __future__ import annotations

import json
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, Clerk
from faults import no_room_for_documents
from postgres import without_privileges
from processes import PROGRAM, finished

from letters_gen.register import sqlite
from letters_gen.register.sqlite import is_network_share


def test_a_folder_that_may_only_be_read_takes_no_number(clerk: Clerk, workspace: Path) -> None:
    (workspace / "letters").mkdir(mode=0o555)
    answer = finished([*without_privileges(), *PROGRAM, *PRINTED_WEEK, "--json"], cwd=workspace)
    assert (answer.returncode, json.loads(answer.stdout)["error"]["code"]) == (1, "no-rights")
    assert list((workspace / "letters").iterdir()) == []
    (workspace / "letters").chmod(0o755)
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/219"


def test_a_register_in_a_folder_that_may_only_be_read_can_be_read(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "letters").chmod(0o555)
    for command in (
        ("list",),
        ("show", "219"),
        ("verify",),
        ("export", "out.xlsx"),
        ("backup", "copy.sqlite"),
    ):
        whole = [*without_privileges(), *PROGRAM, "register", *command]
        answer = finished(whole, cwd=workspace)
        assert answer.returncode == 0, answer.stderr
    annul = ("register", "annul", "219", "--reason", "ошибка", "--json")
    answer = finished([*without_privileges(), *PROGRAM, *annul], cwd=workspace)
    assert (answer.returncode, json.loads(answer.stdout)["error"]["code"]) == (
        1,
        "register-unusable",
    )
    (workspace / "letters").chmod(0o755)


def test_a_register_that_another_program_holds_is_told_after_a_while(
    clerk: Clerk, letter: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with closing(
        sqlite3.connect(workspace / "letters/register.sqlite", isolation_level=None)
    ) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = clerk(
            "register", "reserve", "--heading", "О", "--addressee", "К", "--date", "19.04.2023"
        )
        other.execute("ROLLBACK")
    assert (answer.status, "держит журнал" in answer.err) == (1, True)
    assert clerk("register", "next", "--date", "19.04.2023").out.strip() == "01-16/220"


def test_files_that_other_programs_hold_open_are_in_nobodys_way(
    clerk: Clerk, workspace: Path
) -> None:
    held = ["letters.toml", "data/schools.csv", "templates/weekly.docx", PRINTED_WEEK[1]]
    with ExitStack() as stack:
        for name in held:
            stack.enter_context((workspace / name).open("r+b"))
        assert clerk(*PRINTED_WEEK).status == 0
        stack.enter_context((workspace / "letters/register.sqlite").open("rb"))
        stack.enter_context((workspace / "letters/2023/01-16_219 Письмо.docx").open("rb"))
        changed = (*PRINTED_WEEK, "--basis-number", "06-1", "--correct", "номер основания")
        assert clerk(*changed).status == 0
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize(
    ("kind", "share"), [("nfs4", True), ("cifs", True), ("ext4", False), ("tmpfs", False)]
)
def test_a_network_share_is_known_by_its_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, share: bool
) -> None:
    monkeypatch.setattr(sqlite, "_file_system", lambda _: kind)
    assert is_network_share(tmp_path / "not/made/yet") is share


def test_a_register_on_a_share_is_warned_of_and_keeps_no_log(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_file_system", lambda _: "cifs")
    answer = clerk(*PRINTED_WEEK, "--json")
    assert "register-on-share" in [warning["code"] for warning in answer.json["warnings"]]
    with closing(sqlite3.connect(workspace / "letters/register.sqlite")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_folder_that_lost_its_id_still_looks_after_its_own_files(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "letters/workspace.id").unlink()
    letter.chmod(0o644)
    letter.write_bytes(b"other")
    report = clerk("register", "verify", "--json")
    assert (report.status, [fault["code"] for fault in report.json["faults"]]) == (
        3,
        ["file-changed"],
    )


def test_a_folder_that_lost_its_id_finishes_what_it_has_reserved(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_room_for_documents(monkeypatch):
        assert clerk(*PRINTED_WEEK).status == 1
    (workspace / "letters/workspace.id").unlink()
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/219"
    assert clerk("register", "verify").status == 0
