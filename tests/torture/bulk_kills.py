"""Kills a large batch on two processes again and again, and looks for what was lost.

`python tests/torture/bulk_kills.py [--notices N] [--kills K] [--seed S]`: the parent is killed with
SIGKILL at random moments, the same command is given again after each; at last every school has
exactly one notice.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.offices import make_office
from processes import HANGS, PROGRAM

from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.audit import audit
from letters_gen.register.book import Register

COMMAND = (*PROGRAM, "notices", "--date", "18.04.2023", "--yes", "--jobs", "2")
# A worker notices at once that its parent is gone; a busy machine may take its time. In seconds.
OUTLIVES = 60


def begun(workspace: Path) -> subprocess.Popen[bytes]:
    """The command, started in a session of its own."""
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(COMMAND, cwd=workspace, stdin=nowhere, stdout=nowhere, stderr=nowhere)


def written(workspace: Path) -> int:
    """How many notices lie in their places."""
    return sum(1 for path in (workspace / "letters/2023").glob("01-16_*.docx"))


def descendants(process: int) -> list[int]:
    """The processes that a process has started, theirs included."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, task.read_text(encoding="ascii").split()):
            found += [child, *descendants(child)]
    return found


def killed(workspace: Path, moment: float) -> list[str]:
    """Kill one run after so many seconds of writing; what of it goes on living."""
    run = begun(workspace)
    before, giving_up = written(workspace), time.monotonic() + HANGS
    while run.poll() is None and written(workspace) == before and time.monotonic() < giving_up:
        time.sleep(0.01)
    time.sleep(moment)
    workers = descendants(run.pid) if run.poll() is None else []
    run.send_signal(signal.SIGKILL)
    run.wait()
    giving_up = time.monotonic() + OUTLIVES
    while any(map(_lives, workers)) and time.monotonic() < giving_up:
        time.sleep(0.01)
    return [f"the worker {worker} outlived its parent" for worker in workers if _lives(worker)]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return (
        "Z"
        not in Path(f"/proc/{process}/stat")
        .read_text(encoding="ascii")
        .rpartition(")")[2]
        .split()[0]
    )


def faults(workspace: Path, notices: int) -> list[str]:
    """What is wrong once the last rerun is through."""
    place = Workspace(workspace)
    settings = load_settings(place.settings)
    register = Register.at(place.register, "", settings.office.id)
    entries = list(register.entries())
    found = []
    if [entry.seq for entry in entries] != list(range(219, 219 + notices)):
        found.append("numbers are lost, repeated or skipped")
    if len({entry.key.school for entry in entries}) != notices or {
        entry.state for entry in entries
    } != {"issued"}:
        found.append("not every school has exactly one notice")
    files = sorted(path.name for path in place.year(2023).iterdir())
    if files != sorted(Path(file.path).name for entry in entries for file in entry.files):
        found.append(f"files that shouldn't be there, or lack: {len(files)}")
    found += [str(fault) for fault in audit(place, settings, register, None).faults]
    register.close()
    return found


def main() -> int:
    """Kill, give the command again, look; 1 where anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--notices", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as name:
        workspace = make_office(Path(name) / "office", options.notices, options.seed)
        found: list[str] = []
        stood = []
        for _ in range(options.kills):
            found += killed(workspace, chance.uniform(0, 0.2 * options.notices / 5000))
            stood.append(written(workspace))
        last = begun(workspace).wait()
        found += [f"the last run ended with {last}"] if last else faults(workspace, options.notices)
    print(
        f"bulk: {options.notices} notices, killed with so many written: {stood}; wrong: "
        f"{found or 'nothing'}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
