"""verify: every way to tamper with the register or its files is named, and ends with exit status
3.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clerk import Clerk, fault_codes, reserve

from letters_gen.register.chain import hash_of
from letters_gen.register.rows import event_of
from letters_gen.register.schema import GUARDS_OF_A_FILE


def tamper(register: Path, *statements: str) -> None:
    """Change the register as somebody with the file in his hands could, who leaves no door open."""
    with closing(sqlite3.connect(register)) as connection:
        for name in GUARDS_OF_A_FILE:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if _is_table(connection, "events"):
            for guard in GUARDS_OF_A_FILE.values():
                connection.execute(guard)
        connection.commit()


def _is_table(connection: sqlite3.Connection, name: str) -> bool:
    asked = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
    return bool(connection.execute(asked, [name]).fetchone()[0])


def chain_anew(register: Path) -> None:
    """Make the hashes of all events fit again, as somebody who knows the program could."""
    with closing(sqlite3.connect(register)) as connection:
        found = connection.execute("SELECT * FROM events ORDER BY position").fetchall()
    previous, statements = "", []
    for row in found:
        event = event_of(row)._replace(previous=previous)
        previous = hash_of(event)
        statements.append(
            f"UPDATE events SET previous = '{event.previous}', hash = '{previous}' "
            f"WHERE position = {event.position}"
        )
    tamper(register, *statements)


def test_a_whole_register_has_no_fault(clerk: Clerk, database: Path) -> None:
    assert fault_codes(clerk) == []
    told = " ".join(clerk("register", "verify").out.split())
    assert "219–221: 1 выпущен, 2 номера без документа, пропусков нет" in told


def test_an_empty_register_is_whole(clerk: Clerk, workspace: Path) -> None:
    assert fault_codes(clerk) == []
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE events SET because = 'x' WHERE position = 3", ["event-rewritten"]),
        (
            "UPDATE events SET at = '2020-01-01T00:00:00+00:00' WHERE position = 1",
            ["event-rewritten"],
        ),
        ("DELETE FROM events WHERE position = 3", ["chain-torn"]),
        ("DELETE FROM events WHERE position = 4", ["chain-torn"]),
        ("UPDATE entries SET state = 'annulled' WHERE seq = 220", ["entry-differs"]),
        ("UPDATE entries SET seq = 229 WHERE seq = 221", ["entry-differs", "number-gap"]),
        ("DELETE FROM entries WHERE seq = 220", ["entry-lost", "number-gap"]),
        ("DELETE FROM entries WHERE seq = 219", ["entry-lost", "number-gap"]),
        (
            "INSERT INTO entries SELECT office, type, 'x', school, edition, series, year, 222, "
            "suffix, state, batch, "
            "content, twin, date, words, awaiting FROM entries WHERE seq = 221",
            ["entry-unfounded"],
        ),
        (
            "UPDATE entries SET content = json_set(content, '$.files', json('[]')) WHERE seq = 219",
            ["entry-differs", "issued-without-file"],
        ),
        ("UPDATE events SET previous = '' WHERE position = 5", ["chain-torn"]),
        ("UPDATE events SET hash = 'x' WHERE position = 5", ["event-rewritten"]),
    ],
)
def test_tampering_is_named(
    clerk: Clerk, database: Path, statement: str, expected: list[str]
) -> None:
    tamper(database, statement)
    assert set(expected) <= set(fault_codes(clerk))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET content = '{' WHERE seq = 219",
        "UPDATE entries SET content = '[]' WHERE seq = 219",
        """UPDATE entries SET content = '{"files": [{"name": 1}]}' WHERE seq = 219""",
        "UPDATE entries SET date = 'вчера' WHERE seq = 219",
        "UPDATE events SET entry = '[1]' WHERE position = 2",
        """UPDATE events SET "values" = '[]' WHERE position = 1""",
        "DROP TABLE entries",
        "DROP TABLE events",
        "DELETE FROM alembic_version",
    ],
)
def test_what_can_no_longer_be_read_is_damage_and_no_fault_of_the_program(
    clerk: Clerk, database: Path, statement: str
) -> None:
    tamper(database, statement)
    answer = clerk("register", "verify")
    assert (answer.status, "повреждён" in answer.err) == (3, True), answer.err


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET state = 'x' WHERE seq = 219",
        "UPDATE events SET what = 'x' WHERE what = 'issued'",
    ],
)
def test_what_is_damaged_can_still_be_looked_at(
    clerk: Clerk, database: Path, statement: str
) -> None:
    tamper(database, statement)
    assert clerk("register", "verify").status == 3
    assert [clerk("register", *command).status for command in (("list",), ("show", "219"))] == [
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        # The text is read as before, and hides what happened from `register show`.
        (
            """UPDATE events SET entry = replace(entry, '["weekly",', '["weekly", ') """
            "WHERE what = 'issued'",
            "entry-misnamed",
        ),
        (
            """UPDATE events SET "values" = replace("values", '"seq":220', '"seq": 220')""",
            "event-reshaped",
        ),
        (
            """UPDATE events SET "values" = replace("values", '"seq":220', '"seq":1,"seq":220')""",
            "event-reshaped",
        ),
        (
            """UPDATE events SET "values" = replace("values", '"seq":220', '"seq":220,"x":1')""",
            "event-reshaped",
        ),
        (
            """UPDATE events SET "values" = replace("values", '"heading":', '"x":1,"heading":')""",
            "event-reshaped",
        ),
    ],
)
def test_what_is_changed_in_an_event_and_read_as_before_is_named_though_the_chain_fits(
    clerk: Clerk, database: Path, statement: str, expected: str
) -> None:
    tamper(database, statement)
    assert "event-rewritten" in fault_codes(clerk) or expected == "entry-misnamed"
    chain_anew(database)
    codes = fault_codes(clerk)
    assert expected in codes
    assert "event-rewritten" not in codes


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            """UPDATE entries SET content = replace(content, '"number":', '"number": ')""",
            "entry-reshaped",
        ),
        (
            "UPDATE entries SET content = replace(content, "
            """'"number":"01-16/220"', '"number":"x","number":"01-16/220"')""",
            "entry-reshaped",
        ),
        (
            """UPDATE entries SET content = replace(content, '"number":', '"a":1,"number":')""",
            "entry-reshaped",
        ),
        ("UPDATE entries SET date = replace(date, '-', '')", "entry-reshaped"),
        ("UPDATE entries SET date = '2023-W16-2' WHERE date = '2023-04-18'", "entry-reshaped"),
        ("UPDATE entries SET awaiting = '2023-04-01' WHERE seq = 220", "entry-reshaped"),
        (
            "INSERT INTO entries SELECT 'other', type, subject, school, edition, series, year, "
            "seq, suffix, state, batch, content, twin, date, words, awaiting FROM entries",
            "office-foreign",
        ),
        (
            "INSERT INTO events SELECT 'other', * FROM (SELECT position, at, what, entry, by, "
            'because, "values", previous, hash FROM events)',
            "office-foreign",
        ),
        ("DROP TRIGGER events_keep_update; ", "guard-lost"),
        (
            "CREATE TRIGGER quiet AFTER INSERT ON entries BEGIN DELETE FROM entries "
            "WHERE seq = new.seq; END",
            "trigger-unknown",
        ),
        ("CREATE TABLE notes (text)", "table-unknown"),
        ("ALTER TABLE entries ADD COLUMN note TEXT", "table-foreign"),
        ("DROP INDEX entries_by_day", "table-foreign"),
    ],
)
def test_what_is_stored_otherwise_than_the_program_stores_it_is_named(
    clerk: Clerk, database: Path, statement: str, expected: str
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(statement)
    assert expected in fault_codes(clerk)
    assert clerk("register", "verify").status == 3


def test_a_table_without_its_keys_and_a_view_in_the_place_of_one_are_named(
    clerk: Clerk, database: Path
) -> None:
    tamper(
        database,
        "CREATE TABLE kept AS SELECT * FROM entries",
        "DROP TABLE entries",
        "ALTER TABLE kept RENAME TO entries",
    )
    assert "table-foreign" in fault_codes(clerk)
    tamper(
        database,
        "ALTER TABLE events RENAME TO hidden",
        "CREATE VIEW events AS SELECT * FROM hidden",
    )
    assert {"table-foreign", "table-unknown"} <= set(fault_codes(clerk))


def test_the_index_by_which_entries_are_found_is_never_trusted(
    clerk: Clerk, database: Path
) -> None:
    def found() -> list[str]:
        said = clerk("register", "find", "смотре", "--json").json["entries"]
        return [entry["number"] for entry in said]

    assert found() == ["01-16/220"]
    with closing(sqlite3.connect(database)) as connection:
        where = "WHERE seq = 220"
        connection.execute(
            "INSERT INTO search(search, rowid, words) "
            f"SELECT 'delete', rowid, words FROM entries {where}"
        )
        connection.execute(
            f"INSERT INTO search(rowid, words) SELECT rowid, 'иное' FROM entries {where}"
        )
        connection.commit()
    assert found() == []
    assert fault_codes(clerk) == []
    assert found() == ["01-16/220"]


def test_an_empty_register_beside_what_was_issued_never_begins_anew(
    clerk: Clerk, database: Path
) -> None:
    clerk("register", "backup")
    database.write_bytes(b"")
    for command in (("register", "next"), ("register", "verify"), ("register", "list")):
        answer = clerk(*command)
        assert answer.status == 3, command
        assert "никогда не начинаются заново" in answer.err


@pytest.mark.parametrize("version", ["nonsense", "", "-1"])
def test_a_version_that_no_program_has_written_is_damage(
    clerk: Clerk, database: Path, version: str
) -> None:
    tamper(database, f"UPDATE alembic_version SET version_num = '{version}'")
    answer = clerk("register", "list")
    assert (answer.status, "повреждён" in answer.err) == (3, True)


def test_a_chain_cut_off_and_mended_is_shown_by_the_head_of_an_export(
    clerk: Clerk, database: Path
) -> None:
    head = clerk("register", "export", "out.xlsx", "--json").json["head"]
    assert fault_codes(clerk, "--head", head) == []
    tamper(
        database,
        "DELETE FROM events WHERE position > 5",
        "DELETE FROM entries WHERE seq = 221",
    )
    assert fault_codes(clerk) == [], "a tail cut off leaves a whole shorter chain"
    assert fault_codes(clerk, "--head", head) == ["head-unknown"]


def test_an_older_head_of_a_chain_that_has_grown_is_known(clerk: Clerk, database: Path) -> None:
    head = clerk("register", "export", "out.xlsx", "--json").json["head"]
    clerk("register", "annul", "221", "--reason", "ошибка", "--year", "2023")
    assert fault_codes(clerk, "--head", head) == []


def test_a_register_of_a_newer_program_is_refused(clerk: Clerk, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    answer = clerk("register", "list")
    assert (answer.status, "более новой" in answer.err or "новее" in answer.err) == (3, True), (
        answer.err
    )


def test_a_series_that_the_settings_lost_is_named_and_in_no_journal_silently_missing(
    clerk: Clerk, workspace: Path
) -> None:
    reserve(clerk)
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    renamed = settings.replace("[series.outgoing]", "[series.letters]").replace(
        '= "outgoing"', '= "letters"'
    )
    renamed = renamed.replace('journal = "letters"', 'journal = "outgoing"')
    (workspace / "letters.toml").write_text(renamed, encoding="utf-8")
    report = clerk("register", "verify", "--json")
    assert (report.status, [fault["code"] for fault in report.json["faults"]]) == (
        3,
        ["series-unsettled"],
    )
    assert (
        clerk("register", "export", "out.xlsx", "--json").json["error"]["code"]
        == "series-unsettled"
    )


def test_two_series_of_one_journal_that_write_the_same_number_are_a_fault(
    clerk: Clerk, workspace: Path
) -> None:
    settings = (workspace / "letters.toml").read_text(encoding="utf-8")
    series = settings.partition("[series.outgoing]")[2].partition("\n[")[0]
    (workspace / "letters.toml").write_text(f"{settings}\n[series.again]{series}", encoding="utf-8")
    reserve(clerk)
    clerk(
        "register",
        "reserve",
        "--series",
        "again",
        "--heading",
        "О",
        "--addressee",
        "К",
        "--date",
        "19.04.2023",
    )
    report = clerk("register", "verify", "--json").json
    assert [(fault["code"], fault["number"]) for fault in report["faults"]] == [
        ("number-twice", "01-16/219")
    ]
