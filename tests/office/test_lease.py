"""Two runs at once: one issues, the others wait and find it done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, Clerk, entries
from faults import no_room
from processes import ended, started


def test_of_four_runs_at_once_one_issues_and_all_tell_the_same_number(
    clerk: Clerk, workspace: Path
) -> None:
    runs = [started(workspace, *PRINTED_WEEK, "--json") for _ in range(4)]
    answers = [ended(run) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0, 0], answers
    reports = [json.loads(out) for out, _ in answers]
    assert sorted(report["issued"] for report in reports) == [0, 0, 0, 1]
    assert {report["documents"][0]["number"] for report in reports} == {"01-16/219"}
    [entry] = entries(clerk)
    assert entry["state"] == "issued"


def test_a_run_that_waits_says_for_whom(clerk: Clerk, workspace: Path) -> None:
    from filelock import FileLock

    (workspace / "letters").mkdir()
    (workspace / "letters/.issuing.holder").write_text("Магомедова (17)", encoding="utf-8")
    with FileLock(workspace / "letters/.issuing.lock"):
        run = started(workspace, *PRINTED_WEEK)
        assert run.stderr is not None
        told = run.stderr.readline().decode()
    ended(run)
    assert (run.returncode, "Магомедова (17)" in told) == (0, True)


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
    monkeypatch.setattr(Path, "write_text", no_room)
    assert clerk("register", *command).status == 0
