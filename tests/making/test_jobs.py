"""The documents of a batch are made of what its plan was made of."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from clerk import PRINTED_WEEK, Clerk, entries, reserve
from edits import change_template
from processes import HANGS, ended, started
from read_back import text_of


def test_a_template_changed_in_mid_run_stops_it_and_the_next_run_takes_it(
    clerk: Clerk, workspace: Path
) -> None:
    reserve(clerk)
    register = workspace / "letters/register.sqlite"
    with closing(sqlite3.connect(register, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # the run has its plan, and waits for the register
        run = started(workspace, *PRINTED_WEEK)
        _wait_for(workspace / "letters/2023", run)
        template = workspace / "templates/weekly.docx"
        change_template(template, lambda xml: xml.replace("Напоминаем, что", "Ждём ответа. Что"))
        other.execute("ROLLBACK")
    _, told = ended(run)
    assert (run.returncode, "weekly.docx: Шаблон изменили" in told) == (1, True), told
    assert list((workspace / "letters/2023").iterdir()) == []
    assert [one["number"] for one in entries(clerk, state="reserved")] == ["01-16/220"]
    [document] = clerk(*PRINTED_WEEK, "--json").json["documents"]
    assert document["number"] == "01-16/220"
    assert "Ждём ответа." in text_of(workspace / document["path"])


def _wait_for(folder: Path, run: subprocess.Popen[bytes]) -> None:
    giving_up = time.monotonic() + HANGS
    while not folder.exists() and run.poll() is None and time.monotonic() < giving_up:
        time.sleep(0.01)
