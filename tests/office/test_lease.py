"""Two runs at once: one issues, the others wait and find it done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import PRINTED_WEEK, Clerk


def test_of_four_runs_at_once_one_issues_and_all_tell_the_same_number(
    clerk: Clerk, workspace: Path
) -> None:
    command = [sys.executable, "-m", "letters_gen", *PRINTED_WEEK, "--json"]
    runs = [
        subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    answers = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0, 0], answers
    reports = [json.loads(out) for out, _ in answers]
    assert sorted(report["issued"] for report in reports) == [0, 0, 0, 1]
    assert {report["documents"][0]["number"] for report in reports} == {"01-16/219"}
    [entry] = clerk("register", "list", "--json").json["entries"]
    assert entry["state"] == "issued"


def test_a_run_that_waits_says_for_whom(clerk: Clerk, workspace: Path) -> None:
    from filelock import FileLock

    (workspace / "letters").mkdir()
    (workspace / "letters/.issuing.holder").write_text("Магомедова (17)", encoding="utf-8")
    with FileLock(workspace / "letters/.issuing.lock"):
        command = [sys.executable, "-m", "letters_gen", *PRINTED_WEEK]
        run = subprocess.Popen(
            command, cwd=workspace, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert run.stderr is not None
        told = run.stderr.readline().decode()
    run.communicate(timeout=60)
    assert (run.returncode, "Магомедова (17)" in told) == (0, True)
