"""A register on a server, shared by several folders."""

from __future__ import annotations

import json
import re
import shutil
import time
import tomllib
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from clerk import PRINTED_WEEK, Clerk
from edits import change_settings, extend_settings
from faults import no_room_for_documents
from offices import NOTICES, notice_office
from postgres import PostgresTestServer
from processes import ended, started
from scanner import small_scan
from sqlalchemy.exc import DBAPIError

from letters_gen.register.postgres_reasons import reason_of
from letters_gen.wording.system import reason_text


@pytest.fixture
def shared(workspace: Path, postgres: PostgresTestServer) -> Iterator[Path]:
    """A workspace whose register is on a server."""
    url = postgres.url(f"w{uuid.uuid4().hex}")
    extend_settings(workspace, f'[register]\nurl = "{url}"')
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


def test_a_document_of_another_folder_is_changed_only_there(
    clerk: Clerk, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "другой клерк"
    shutil.copytree(shared, other)
    clerk(*PRINTED_WEEK)
    monkeypatch.chdir(other)
    (other / "скан.pdf").write_bytes(small_scan())
    attached = clerk("register", "attach", "219", "скан.pdf", "--json")
    assert (attached.status, attached.json["error"]["code"]) == (1, "entry-elsewhere")
    assert list((other / "letters").glob("2023/*")) == []


def test_what_another_folder_has_reserved_is_its_own_to_finish(
    clerk: Clerk, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "другой клерк"
    shutil.copytree(shared, other)
    with no_room_for_documents(monkeypatch):
        assert clerk(*PRINTED_WEEK).status == 1
    monkeypatch.chdir(other)
    refused = clerk(*PRINTED_WEEK, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (1, "reserved-elsewhere")
    monkeypatch.chdir(shared)
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 1


def test_a_server_that_is_gone_is_a_missing_program(clerk: Clerk, workspace: Path) -> None:
    extend_settings(workspace, '[register]\nurl = "postgresql://office@/letters?host=/nowhere"')
    answer = clerk(*PRINTED_WEEK, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "database-unreachable")
    assert not (workspace / "letters/2023").exists()


def test_the_servers_own_words_stand_with_v_alone(clerk: Clerk, workspace: Path) -> None:
    extend_settings(workspace, '[register]\nurl = "postgresql://office@/letters?host=/nowhere"')
    told = clerk("register", "list").err
    assert "Сервер журнала недоступен: по этому адресу никто не отвечает." in told
    assert "connection" not in told
    assert "connection" in clerk("-v", "register", "list").err


@pytest.mark.parametrize(
    ("state", "said", "name"),
    [
        (None, 'FATAL:  password authentication failed for user "a"', "PG_REFUSED"),
        (None, 'FATAL:  database "letters" does not exist', "PG_DATABASE"),
        (None, "failed to resolve host 'db': Name or service not known", "PG_ADDRESS"),
        (None, "connection timeout expired", "PG_LATE"),
        (None, "server closed the connection unexpectedly", "PG_CUT"),
        (None, "сервер закрыл соединение", "PG_UNKNOWN"),
        ("42501", "permission denied for table events", "PG_FORBIDDEN"),
        ("42P01", 'relation "events" does not exist', "PG_TABLES"),
        ("53100", "could not extend file", "PG_FULL"),
        ("57P01", "terminating connection", "PG_STOPPED"),
        ("XX000", "internal error", "PG_XX000"),
    ],
)
def test_what_the_server_says_has_a_sentence_of_its_kind(
    state: str | None, said: str, name: str
) -> None:
    failed = Exception(said)
    failed.sqlstate = state  # type: ignore[attr-defined]
    assert reason_of(DBAPIError("SELECT 1", None, failed)) == name
    assert not re.search("[A-Za-z]{4}", reason_text(name).replace("XX000", ""))


def test_a_password_in_the_settings_is_refused(clerk: Clerk, workspace: Path) -> None:
    extend_settings(workspace, '[register]\nurl = "postgresql://office:secret@db/letters"')
    answer = clerk("register", "list")
    assert (answer.status, "PGPASSWORD" in answer.err, "secret" in answer.err) == (1, True, False)


def test_a_server_restarted_in_the_middle_of_a_batch_loses_nothing(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = PostgresTestServer()
    try:
        folder = notice_office(tmp_path / "район", 400)
        extend_settings(folder, f'[register]\nurl = "{server.url("letters")}"')
        run = started(folder, *NOTICES, "--json")
        while run.poll() is None and len(list((folder / "letters/2023").glob("*.docx"))) < 60:
            time.sleep(0.01)
        server.stop()
        out, _ = ended(run)
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
        extend_settings(folder, f'[register]\nurl = "{url}"')
    runs = [started(folder, *NOTICES, "--json") for folder in folders]
    answers = [ended(run) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], answers
    reports = [json.loads(out) for out, _ in answers]
    assert sorted(report["issued"] for report in reports) == [0, 60]
    assert [one["number"] for one in reports[0]["documents"]] == [
        f"01-16/{219 + n}" for n in range(60)
    ]


def test_a_folder_that_has_lost_its_id_is_told_that_the_files_are_its_own(
    clerk: Clerk, shared: Path
) -> None:
    clerk(*PRINTED_WEEK)
    identity = shared / "letters/workspace.id"
    kept = identity.read_bytes()
    for lost in (None, b"another\n"):
        identity.unlink(missing_ok=True)
        if lost:
            identity.write_bytes(lost)
        report = clerk("register", "verify", "--json")
        assert report.status == 3
        [fault] = report.json["faults"]
        assert fault["code"] == "identity-lost"
        assert kept.decode().strip() in clerk("register", "verify").out
    identity.write_bytes(kept)
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DROP TRIGGER events_keep_update ON events", ["guard-lost"]),
        ("ALTER TABLE events DISABLE TRIGGER events_keep_delete", ["guard-lost"]),
        (
            "CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql "
            "AS $$ BEGIN RETURN NEW; END $$",
            ["guard-lost"] * 3,
        ),
        ("CREATE RULE quiet AS ON INSERT TO entries DO INSTEAD NOTHING", ["trigger-unknown"]),
        ("ALTER TABLE entries DROP CONSTRAINT one_number_once", ["table-foreign"]),
        ("ALTER TABLE entries ADD COLUMN note TEXT", ["table-foreign"]),
        ("DROP INDEX entries_by_day", ["table-foreign"]),
    ],
)
def test_a_servers_tables_are_held_against_ours(
    clerk: Clerk, shared: Path, statement: str, expected: list[str]
) -> None:
    clerk(*PRINTED_WEEK)
    with closing(connected(shared)) as connection:
        connection.execute(statement)
    faults = clerk("register", "verify", "--json").json["faults"]
    assert [fault["code"] for fault in faults] == expected


def test_on_a_shared_server_another_office_simply_begins(clerk: Clerk, shared: Path) -> None:
    clerk(*PRINTED_WEEK)
    other = shared.parent / "другое учреждение"
    shutil.copytree(shared, other, ignore=shutil.ignore_patterns("letters"))
    change_settings(other, 'id = "uompsit"', 'id = "other"')
    asked = ("register", "next", "--date", "18.04.2023", "--json")
    assert clerk("-w", str(other), *asked).json["number"] == "01-16/219"
    assert clerk("-w", str(other), "register", "verify").status == 0


def connected(workspace: Path) -> psycopg.Connection[Any]:
    """A connection of somebody else to the database that the workspace's register stands in."""
    settings = tomllib.loads((workspace / "letters.toml").read_text(encoding="utf-8"))
    url = settings["register"]["url"].replace("+psycopg", "")
    return psycopg.connect(url, autocommit=True)
