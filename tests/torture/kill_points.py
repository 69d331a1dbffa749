"""Kills runs with SIGKILL and looks for what was lost once the same command has been run again.

`python tests/torture/kill_points.py [--letter N] [--named N] [--moments N] [--batch N] [--seed S]`

Three ways to die, each in a process forked from one that holds the imports:

- a weekly letter, at every call that touches its files and every SQL statement (`--letter N`: at N
of them);
- a batch of notices (`--batch`, 200), at every named fault point: a function of the program
together with the call
  that it makes, at the first, the middle and the last time (`--named N`: at N of them);
- the same batch, at random moments (`--moments N`).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from letters_gen.wording.language import speak

speak("ru")

from clerk import PRINTED_WEEK, ROOT  # noqa: E402
from offices import NOTICES, notice_office, school  # noqa: E402

from letters_gen.cli.failing import run  # noqa: E402
from letters_gen.cli.program import program  # noqa: E402
from letters_gen.documents.filenames import document_stem  # noqa: E402
from letters_gen.office.settings import load_settings  # noqa: E402
from letters_gen.office.workspace import Workspace  # noqa: E402
from letters_gen.records.audit import audit  # noqa: E402
from letters_gen.register.book import Register  # noqa: E402

WATCHED = ("open", "os.", "shutil.", "sqlite3.")
FIRST = 219
APPENDICES = ("приложение 1.docx", "приложение 2.xlsx")


@dataclass(frozen=True)
class Scenario:
    """A workspace in which nothing is issued, the command that is killed, and the files that must
    be there at last.
    """

    name: str
    workspace: Path
    command: Sequence[str]
    documents: Sequence[str]

    def fresh(self) -> Path:
        """A copy of the workspace."""
        folder = Path(tempfile.mkdtemp(dir=self.workspace.parent))
        shutil.copytree(self.workspace, folder, dirs_exist_ok=True)
        return folder


def letter_scenario(folder: Path) -> Scenario:
    """The weekly letter with its appendices."""
    workspace = folder / "letter"
    workspace.mkdir()
    shutil.copy(ROOT / "letters.toml", workspace)
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, workspace / part)
    stem = f"01-16_{FIRST} Письмо"
    return Scenario(
        "letter",
        workspace,
        PRINTED_WEEK,
        [f"{stem}.docx", *(f"{stem} {tail}" for tail in APPENDICES)],
    )


def batch_scenario(folder: Path, schools: int) -> Scenario:
    """A notice to each of many schools."""
    workspace = notice_office(folder / "batch", schools)
    stems = [
        document_stem(f"01-16/{FIRST + n}", "Уведомление", school(n + 1)) for n in range(schools)
    ]
    return Scenario("batch", workspace, NOTICES, [f"{stem}.docx" for stem in stems])


def forked(work: Callable[[], int]) -> int:
    """Do `work` in a forked process, its output swallowed; the process."""
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        with (
            Path(os.devnull).open("w", encoding="utf-8") as nowhere,
            contextlib.redirect_stderr(io.StringIO()),
        ):
            sys.stdout = nowhere
            status = work()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """The exit status of a process: negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def watched(workspace: Path, tell: Callable[[str], None]) -> None:
    """Call `tell` with the name of every fault point that this process comes to from here on."""
    ours = (str(workspace), "data/")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        named = arguments[0] if event.startswith(WATCHED) else None
        if isinstance(named, (str, bytes, os.PathLike)) and os.fsdecode(named).startswith(ours):
            tell(f"{program_frame()} {event}")

    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        sqlalchemy.event.listen(
            sqlalchemy.Engine, moment, lambda *_, name=moment: tell(f"{program_frame()} {name}")
        )
    sys.addaudithook(hook)


def program_frame() -> str:
    """The nearest function of the program on the stack: the name of what is being done."""
    frame = sys._getframe(1)
    while frame is not None:
        if "letters_gen" in frame.f_code.co_filename:
            return f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}"
        frame = frame.f_back  # type: ignore[assignment]
    return "?"


def issue(
    scenario: Scenario, workspace: Path, stop_at: int | None = None, points: Path | None = None
) -> int:
    """Run the command in `workspace`: killed at fault point number `stop_at`; the points' names go
    to `points`.
    """

    def work() -> int:
        os.chdir(workspace)
        names: list[str] = []

        def tell(name: str) -> None:
            names.append(name)
            if len(names) == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)

        if stop_at is not None or points is not None:
            watched(workspace, tell)
        status = run(program, list(scenario.command))
        if points is not None:
            came_by = list(names)
            points.write_text(json.dumps(came_by), encoding="utf-8")
        return status

    return forked(work)


def faults(scenario: Scenario, workspace: Path) -> list[str]:
    """What is wrong after the rerun: numbers, files, chain, entries, the database itself."""
    found = []
    place = Workspace(workspace)
    settings = load_settings(place.settings)
    register = Register.at(place.register, "", settings.office.id)
    entries = list(register.entries())
    expected = list(range(FIRST, FIRST + len({name.split()[0] for name in scenario.documents})))
    if [entry.seq for entry in entries] != expected or {entry.state for entry in entries} != {
        "issued"
    }:
        found.append(f"numbers {[(entry.number, entry.state) for entry in entries]}")
    names = sorted(path.name for path in place.year(2023).iterdir())
    if names != sorted(scenario.documents):
        found.append(f"files {sorted(set(names) ^ set(scenario.documents))}")
    stray = [path.name for path in place.monitoring.iterdir() if path.name.startswith(".")]
    verified = audit(place, settings, register, None)
    found += [str(fault) for fault in verified.faults] + stray
    register.close()
    with contextlib.closing(sqlite3.connect(place.register)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            found.append("the database is damaged")
    return found


def survives(scenario: Scenario, kill: Callable[[Path], int]) -> list[str]:
    """Kill one run, run the command again, and tell what is wrong."""
    workspace = scenario.fresh()
    status = kill(workspace)
    rerun = ended(issue(scenario, workspace))
    found = [f"rerun ended with {rerun}"] if rerun else faults(scenario, workspace)
    shutil.rmtree(workspace)
    return [f"{one} (killed: {status})" for one in found]


def killed_after(scenario: Scenario, seconds: float) -> Callable[[Path], int]:
    """Kill a run that many seconds after its start."""

    def kill(workspace: Path) -> int:
        child = issue(scenario, workspace)
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return ended(child)

    return kill


def killed_at(scenario: Scenario, point: int) -> Callable[[Path], int]:
    """Kill a run at a fault point."""
    return lambda workspace: ended(issue(scenario, workspace, stop_at=point))


def fault_points(scenario: Scenario) -> list[str]:
    """The names of all fault points that an undisturbed run comes to, in order."""
    counted = scenario.workspace.parent / f"{scenario.name}.json"
    workspace = scenario.fresh()
    if ended(issue(scenario, workspace, points=counted)) != 0 or faults(scenario, workspace):
        raise RuntimeError(f"{scenario.name}: the run itself fails: {faults(scenario, workspace)}")
    shutil.rmtree(workspace)
    names: list[str] = json.loads(counted.read_text(encoding="utf-8"))
    return names


def named(points: Sequence[str]) -> list[int]:
    """Of each named point the first, the middle and the last time, counted from 1."""
    times: dict[str, list[int]] = {}
    for position, name in enumerate(points, 1):
        times.setdefault(name, []).append(position)
    return sorted({one for at in times.values() for one in (at[0], at[len(at) // 2], at[-1])})


def duration(scenario: Scenario) -> float:
    """How long an undisturbed run takes."""
    workspace, started = scenario.fresh(), time.monotonic()
    ended(issue(scenario, workspace))
    took = time.monotonic() - started
    shutil.rmtree(workspace)
    return took


def torture(
    title: str, scenario: Scenario, kills: Sequence[tuple[str, Callable[[Path], int]]]
) -> int:
    """Die in each of the ways given; how many lost, repeated or skipped anything."""
    wrong = 0
    for name, kill in kills:
        found = survives(scenario, kill)
        if found:
            wrong += 1
            print(f"{title}, killed {name}: {found}", flush=True)
    print(f"{title}: {len(kills)} kills, lost, repeated or skipped: {wrong}", flush=True)
    return wrong


def main() -> int:
    """Die in all the ways; 1 where one of them lost anything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letter", type=int)
    parser.add_argument("--named", type=int)
    parser.add_argument("--moments", type=int, default=300)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    choice = random.Random(options.seed)
    print(f"seed {options.seed}")

    def chosen(points: list[int], most: int | None) -> list[int]:
        return (
            points if most is None or most >= len(points) else sorted(choice.sample(points, most))
        )

    with tempfile.TemporaryDirectory() as name:
        letter, batch = letter_scenario(Path(name)), batch_scenario(Path(name), options.batch)
        of_letter = chosen(list(range(1, len(fault_points(letter)) + 1)), options.letter)
        points = fault_points(batch)
        of_batch = chosen(named(points), options.named)
        took = duration(batch)
        moments = [choice.uniform(0, took) for _ in range(options.moments)]
        wrong = torture(
            "letter", letter, [(f"at {one}", killed_at(letter, one)) for one in of_letter]
        )
        wrong += torture(
            "batch, named points",
            batch,
            [(points[one - 1], killed_at(batch, one)) for one in of_batch],
        )
        wrong += torture(
            "batch, moments",
            batch,
            [(f"after {one:.3f} s", killed_after(batch, one)) for one in moments],
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
