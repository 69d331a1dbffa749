"""Kills the making of PDFs again and again, and looks for what was lost or goes on running.

`python tests/torture/pdf_kills.py [--notices N] [--kills K] [--seed S]`: `letters-gen pdf` is
killed with SIGKILL at random moments, the same command is given again after each; no LibreOffice
outlives it, and at last every notice has its PDF and nothing lies about.
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

COMMAND = (*PROGRAM, "pdf", "--period", "01.04.2023-30.04.2023", "--jobs", "2")
# The guard notices at once that its parent is gone; a busy machine may take its time. In seconds.
OUTLIVES = 60


def run_of(command: tuple[str, ...], workspace: Path, scratch: Path) -> subprocess.Popen[bytes]:
    """A command begun in `workspace`, which makes its temporary folders in `scratch`."""
    nowhere = subprocess.DEVNULL
    environment = {**os.environ, "TMPDIR": str(scratch)}
    return subprocess.Popen(
        command, cwd=workspace, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere
    )


def office_runs(scratch: Path) -> list[str]:
    """The processes whose command names the scratch folder: LibreOffice, and who guards it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(scratch) in command:
            found.append(process.name)
    return found


def killed(workspace: Path, scratch: Path, moment: float) -> list[str]:
    """Kill one run after so many seconds of converting; what of it goes on living."""
    run = run_of(COMMAND, workspace, scratch)
    giving_up = time.monotonic() + HANGS
    while run.poll() is None and not office_runs(scratch) and time.monotonic() < giving_up:
        time.sleep(0.01)
    time.sleep(moment)
    run.send_signal(signal.SIGKILL)
    run.wait()
    giving_up = time.monotonic() + OUTLIVES
    while office_runs(scratch) and time.monotonic() < giving_up:
        time.sleep(0.05)
    return [f"the process {process} outlived its parent" for process in office_runs(scratch)]


def faults(workspace: Path, scratch: Path, notices: int) -> list[str]:
    """What is wrong once the last rerun is through."""
    found = []
    year = workspace / "letters/2023"
    lacking = [path.name for path in year.glob("*.docx") if not path.with_suffix(".pdf").exists()]
    if lacking or len(list(year.glob("*.pdf"))) != notices:
        found.append(f"without a PDF: {lacking}")
    for folder in (scratch / one.name for one in scratch.iterdir()):
        found += [f"left behind: {path}" for path in folder.iterdir() if path.is_dir()]
    verified = subprocess.run([*PROGRAM, "register", "verify"], cwd=workspace, capture_output=True)
    if verified.returncode:
        found.append(verified.stdout.decode())
    return found


def main() -> int:
    """Kill, give the command again, look; 1 where anything was lost or goes on running."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--notices", type=int, default=300)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--longest", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as name:
        workspace = make_office(Path(name) / "office", options.notices, options.seed)
        scratch = Path(name) / "scratch"
        scratch.mkdir()
        issuing = (*PROGRAM, "notices", "--date", "18.04.2023", "--yes")
        status = run_of(issuing, workspace, scratch).wait()
        found = [f"issuing ended with {status}"] if status else []
        stood = []
        for _ in range(options.kills):
            found += killed(workspace, scratch, chance.uniform(0, options.longest))
            stood.append(len(list((workspace / "letters/2023").glob("*.pdf"))))
        last = run_of(COMMAND, workspace, scratch).wait()
        found += [f"the last run ended with {last}"] if last else []
        found += faults(workspace, scratch, options.notices)
    print(
        f"pdf: {options.notices} notices, killed with so many PDFs made: {stood}; wrong: "
        f"{found or 'nothing'}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
