"""Kills a run at every call that touches its files and at every SQL statement, reruns it, and looks for what was lost.

`python tests/torture/kill_points.py [--sample N] [--seed S]`: all points, or N of them chosen by the seed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import sqlalchemy

from letters_gen.wording.language import speak

speak("ru")

from letters_gen.cli.failing import run  # noqa: E402
from letters_gen.cli.program import program  # noqa: E402
from letters_gen.register.chain import event_hash  # noqa: E402
from letters_gen.register.projection import rebuilt  # noqa: E402

ROOT = Path(__file__).parents[2]
COMMAND = ["weekly", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes", "--json"]
WATCHED = ("open", "os.", "shutil.", "sqlite3.")
KILLED = 9


def fresh(folder: Path) -> Path:
    """A workspace in which nothing is issued, its sheet lying elsewhere, so that it is copied too."""
    workspace = Path(tempfile.mkdtemp(dir=folder))
    shutil.copy(ROOT / "letters.toml", workspace)
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, workspace / part)
    return workspace


def in_a_child(work: Callable[[], int]) -> int:
    """Do `work` in a forked process; its exit status."""
    child = os.fork()
    if child == 0:
        status = 70
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def is_ours(argument: object, workspace: Path) -> bool:
    """Whether the first argument of a system call names something in the workspace."""
    if isinstance(argument, (str, bytes, os.PathLike)):
        path = os.fsdecode(argument)
        return path.startswith((str(workspace), "data/"))
    return False


def issue(workspace: Path, stop_at: int | None = None, counted: Path | None = None) -> int:
    """Issue in `workspace`, killed at the watched event number `stop_at`; the number of events goes to `counted`."""

    def work() -> int:
        os.chdir(workspace)
        sys.stdout = open(workspace / "out.json", "w", encoding="utf-8")  # noqa: SIM115, PTH123
        events = 0

        def count() -> None:
            nonlocal events
            events += 1
            if events == stop_at:
                os._exit(KILLED)

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            if event.startswith(WATCHED) and is_ours(arguments[0], workspace):
                count()

        for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
            sqlalchemy.event.listen(sqlalchemy.Engine, moment, lambda *_: count())
        sys.addaudithook(watch)
        status = run(program, COMMAND)
        sys.stdout.flush()
        total = events
        if counted is not None:
            counted.write_text(str(total), encoding="ascii")
        return status

    return in_a_child(work)


def faults(workspace: Path) -> list[str]:
    """What is wrong after the rerun: the number, the files, the chain, the entries."""
    found = []
    report = json.loads((workspace / "out.json").read_text(encoding="utf-8"))
    documents = report.get("documents", [])
    if [document["number"] for document in documents] != ["01-16/219"]:
        found.append(f"numbers {report}")
    names = sorted(path.name for path in (workspace / "letters/2023").iterdir() if path.is_file())
    expected = ["01-16_219 Письмо приложение 1.docx", "01-16_219 Письмо приложение 2.xlsx", "01-16_219 Письмо.docx"]
    if [name for name in names if not name.startswith(".")] != expected:
        found.append(f"files {names}")
    if [name for name in names if name.endswith(".partial")]:
        found.append(f"left behind {names}")
    from letters_gen.register.book import Register

    register = Register.at(workspace / "letters/register.sqlite", "", "uompsit")
    events = register.events()
    if any(event.hash != event_hash(event) for event in events):
        found.append("a hash is wrong")
    if list(rebuilt(events).values()) != register.entries() or [entry.state for entry in register.entries()] != [
        "issued"
    ]:
        found.append("entries aren't what the events say")
    with contextlib.closing(sqlite3.connect(workspace / "letters/register.sqlite")) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            found.append("the database is damaged")
    return found


def main() -> int:
    """Run the points; 1 where one of them lost anything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if issue(fresh(folder), counted=folder / "counted") != 0:
            print("the run itself fails")
            return 1
        total = int((folder / "counted").read_text(encoding="ascii"))
        points = list(range(1, total + 1))
        if options.sample and options.sample < total:
            points = sorted(random.Random(options.seed).sample(points, options.sample))
        wrong = 0
        for point in points:
            workspace = fresh(folder)
            killed, status = issue(workspace, stop_at=point), issue(workspace)
            found = [f"rerun ended with {status}"] if status else faults(workspace)
            if found:
                wrong += 1
                print(f"killed at {point} (status {killed}): {found}")
            shutil.rmtree(workspace)
    print(f"kill points: {len(points)} of {total}, seed {options.seed}, lost or repeated: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
