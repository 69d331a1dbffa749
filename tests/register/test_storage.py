"""Where the register lies: a read-only folder, a busy file, a file held open, a network share, a
server.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from conftest import PRINTED_WEEK, Clerk
from offices import NOTICES, notice_office
from postgres import PostgresTestServer, without_privileges

from letters_gen.register import sqlite
from letters_gen.register.sqlite import is_network_share

LETTERS = [sys.executable, "-m", "letters_gen"]


def test_a_folder_that_may_only_be_read_takes_no_number(clerk: Clerk, workspace: Path) -> None:
    (workspace / "letters").mkdir(mode=0o555)
    command = [*without_privileges(), *LETTERS, *PRINTED_WEEK, "--json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=workspace)
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
        whole = [*without_privileges(), *LETTERS, "register", *command]
        answer = subprocess.run(whole, capture_output=True, text=True, check=False, cwd=workspace)
        assert answer.returncode == 0, answer.stderr
    refused = [
        *without_privileges(),
        *LETTERS,
        "register",
        "annul",
        "219",
        "--reason",
        "ошибка",
        "--json",
    ]
    answer = subprocess.run(refused, capture_output=True, text=True, check=False, cwd=workspace)
    assert (answer.returncode, json.loads(answer.stdout)["error"]["code"]) == (
        1,
        "register-unusable",
    )
    (workspace / "letters").chmod(0o755)


@pytest.mark.parametrize(
    "command",
    [
        ("reserve", "--heading", "О", "--addressee", "К", "--date", "19.04.2023"),
        ("annul", "219", "--reason", "ошибка"),
    ],
)
def test_a_note_of_who_is_at_work_that_cannot_be_written_stops_nobody(
    clerk: Clerk, letter: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Path, "write_text", _no_room)
    assert clerk("register", *command).status == 0


def test_a_copy_that_fails_leaves_nothing_behind(
    clerk: Clerk, letter: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "letters/register.sqlite").write_bytes(b"no database at all")
    answer = clerk("register", "backup", "copy.sqlite")
    assert (answer.status, (workspace / "copy.sqlite").exists()) == (1, False)
    (workspace / "letters/backups").write_bytes(b"")
    told = clerk("register", "backup", "--json")
    assert (told.status, told.json["error"]["code"]) == (1, "file-unwritable")


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


@pytest.fixture
def shared(workspace: Path, postgres: PostgresTestServer) -> Iterator[Path]:
    """A workspace whose register is on a server."""
    url = postgres.url(f"w{uuid.uuid4().hex}")
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[register]\nurl = "{url}"\n')
    yield workspace


def test_the_week_is_issued_with_a_register_on_a_server(clerk: Clerk, shared: Path) -> None:
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/219"
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 0
    assert clerk("register", "verify").status == 0
    assert not (shared / "letters/register.sqlite").exists()


def test_a_copy_of_a_servers_register_is_a_register_in_a_file(clerk: Clerk, shared: Path) -> None:
    clerk(*PRINTED_WEEK)
    entries = clerk("register", "list", "--json").json
    assert clerk("register", "backup", "copy.sqlite").status == 0
    settings = (shared / "letters.toml").read_text(encoding="utf-8").partition("[register]")[0]
    (shared / "letters.toml").write_text(settings, encoding="utf-8")
    (shared / "copy.sqlite").rename(shared / "letters/register.sqlite")
    assert clerk("register", "list", "--json").json == entries
    assert clerk("register", "verify").status == 0


def test_another_folder_of_the_office_finds_the_week_issued(
    clerk: Clerk, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "другой клерк"
    shutil.copytree(shared, other)
    clerk(*PRINTED_WEEK)
    monkeypatch.chdir(other)
    again = clerk(*PRINTED_WEEK, "--json").json
    assert (again["issued"], again["already_issued"]) == (0, 1)
    report = clerk("register", "verify", "--json")
    assert (
        report.status,
        "entries-elsewhere" in [note["code"] for note in report.json["notes"]],
    ) == (0, True)


def test_what_another_folder_has_reserved_is_its_own_to_finish(
    clerk: Clerk, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "другой клерк"
    shutil.copytree(shared, other)
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", _no_room)
        patch.setattr(os, "replace", _no_room_but_for_settings(os.replace))
        assert clerk(*PRINTED_WEEK).status == 1
    monkeypatch.chdir(other)
    refused = clerk(*PRINTED_WEEK, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (1, "reserved-elsewhere")
    monkeypatch.chdir(shared)
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 1


def _no_room(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def _no_room_but_for_settings(replace: Any) -> Any:
    def limited(source: str | Path, target: str | Path) -> None:
        if str(source).endswith(".docx.partial"):
            _no_room()
        replace(source, target)

    return limited


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
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", _no_room)
        patch.setattr(os, "replace", _no_room_but_for_settings(os.replace))
        assert clerk(*PRINTED_WEEK).status == 1
    (workspace / "letters/workspace.id").unlink()
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/219"
    assert clerk("register", "verify").status == 0


def test_a_server_that_is_gone_is_a_missing_program(clerk: Clerk, workspace: Path) -> None:
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[register]\nurl = "postgresql://office@/letters?host=/nowhere"\n')
    answer = clerk(*PRINTED_WEEK, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "database-unreachable")
    assert not (workspace / "letters/2023").exists()


def test_a_password_in_the_settings_is_refused(clerk: Clerk, workspace: Path) -> None:
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[register]\nurl = "postgresql://office:secret@db/letters"\n')
    answer = clerk("register", "list")
    assert (answer.status, "PGPASSWORD" in answer.err, "secret" in answer.err) == (1, True, False)


def test_a_server_restarted_in_the_middle_of_a_batch_loses_nothing(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = PostgresTestServer()
    try:
        folder = notice_office(tmp_path / "район", 400)
        with (folder / "letters.toml").open("a", encoding="utf-8") as settings:
            settings.write(f'\n[register]\nurl = "{server.url("letters")}"\n')
        command = [*LETTERS, *NOTICES, "--json"]
        run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while run.poll() is None and len(list((folder / "letters/2023").glob("*.docx"))) < 60:
            time.sleep(0.01)
        server.stop()
        out, _ = run.communicate(timeout=60)
        assert (run.returncode, json.loads(out)["error"]["code"]) == (4, "database-unreachable")
        server.start()
        monkeypatch.chdir(folder)
        report = clerk(*NOTICES, "--json").json
        assert [one["number"] for one in report["documents"]] == [
            f"01-16/{219 + n}" for n in range(400)
        ]
        assert 0 < report["issued"] <= 400
        assert clerk("register", "verify").status == 0
    finally:
        server.remove()


def test_two_folders_at_once_issue_a_batch_once(
    clerk: Clerk, tmp_path: Path, postgres: PostgresTestServer
) -> None:
    folders = [notice_office(tmp_path / name, 60) for name in ("а", "б")]
    url = postgres.url(f"t{uuid.uuid4().hex}")
    for folder in folders:
        with (folder / "letters.toml").open("a", encoding="utf-8") as settings:
            settings.write(f'\n[register]\nurl = "{url}"\n')
    runs = [
        subprocess.Popen(
            [*LETTERS, *NOTICES, "--json"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for folder in folders
    ]
    answers = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], answers
    reports = [json.loads(out) for out, _ in answers]
    assert sorted(report["issued"] for report in reports) == [0, 60]
    assert [one["number"] for one in reports[0]["documents"]] == [
        f"01-16/{219 + n}" for n in range(60)
    ]
