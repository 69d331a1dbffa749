"""Kills what a clerk enters by hand, and looks for what was lost once the same command has been
run again: import, restore, attach, backup, a correction, a new edition.

`python tests/torture/act_kills.py [--each N] [--seed S]`

Each act is killed at every call that touches its files and at every SQL statement (`--each N`: at N
of them), in a process forked from one that holds the imports. After the rerun the register is what
an undisturbed run leaves, nothing is damaged, and no copy bears a good name that isn't whole.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[0]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from kill_points import ended, forked, watched
from offices import NOTICES, notice_office, write_week
from paper_journals import paper, row

from letters_gen.cli.failing import run
from letters_gen.cli.program import program
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.records.audit import audit
from letters_gen.register.book import Register

SHEET = "data/monitoring/2023-04-14.xlsx"
SCHOOLS = 3


@dataclass(frozen=True)
class Act:
    """What is killed: a command, and what stands before it."""

    name: str
    command: Sequence[str]
    prepare: Callable[[Path], None]


def do(workspace: Path, *command: str) -> int:
    """Run a command in `workspace`, in a process of its own."""

    def work() -> int:
        os.chdir(workspace)
        return run(program, list(command))

    return ended(forked(work))


def _issued(workspace: Path) -> None:
    assert do(workspace, *NOTICES) == 0


def _before_import(workspace: Path) -> None:
    _issued(workspace)
    paper(workspace, [row(300), row(301, heading="О смотре"), row(301)])


def _before_restore(workspace: Path) -> None:
    _issued(workspace)
    assert do(workspace, "register", "backup", "copy.sqlite") == 0
    assert do(workspace, "register", "annul", "220", "--year", "2023", "--reason", "ошибка") == 0


def _before_attach(workspace: Path) -> None:
    _issued(workspace)
    [document] = (workspace / "letters/2023").glob("01-16_220*.docx")
    # Its content alone: what is issued may only be read.
    shutil.copyfile(document, workspace / "правленое.docx")
    with (workspace / "правленое.docx").open("ab") as file:
        file.write(b"\0")


def _before_remaking(workspace: Path) -> None:
    _issued(workspace)
    write_week(workspace / SHEET, [(number, 10, 6) for number in range(1, SCHOOLS + 1)])


ACTS = (
    Act("import", ("register", "import", "журнал.xlsx", "--yes"), _before_import),
    Act("restore", ("register", "restore", "copy.sqlite", "--yes"), _before_restore),
    Act(
        "attach",
        ("register", "attach", "220", "правленое.docx", "--year", "2023", "--reason", "опечатка"),
        _before_attach,
    ),
    Act("backup", ("register", "backup"), _issued),
    Act("correct", (*NOTICES, "--correct", "уточнение"), _before_remaking),
    Act("new-edition", (*NOTICES, "--new-edition", "уточнение"), _before_remaking),
)


def made(act: Act, folder: Path) -> Path:
    """The workspace in which `act` is done."""
    workspace = notice_office(folder / act.name, SCHOOLS)
    act.prepare(workspace)
    return workspace


def fresh(workspace: Path) -> Path:
    """A copy of the workspace."""
    folder = Path(tempfile.mkdtemp(dir=workspace.parent))
    shutil.copytree(workspace, folder, dirs_exist_ok=True)
    return folder


def killed(act: Act, workspace: Path, stop_at: int | None, points: Path | None = None) -> int:
    """Do `act`, killed at fault point number `stop_at`; how many there are goes to `points`."""

    def work() -> int:
        os.chdir(workspace)
        came_by = 0

        def tell(_: str) -> None:
            nonlocal came_by
            came_by += 1
            if came_by == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)

        watched(workspace, tell)
        status = run(program, list(act.command))
        if points:
            told = came_by
            points.write_text(str(told), encoding="utf-8")
        return status

    return ended(forked(work))


def opened(workspace: Path) -> tuple[Workspace, Register]:
    place = Workspace(workspace)
    return place, Register.at(place.register, "", load_settings(place.settings).office.id)


def left(workspace: Path) -> list[tuple[object, ...]]:
    """What the register says of each document, but for the moments."""
    _, register = opened(workspace)
    found: list[tuple[object, ...]] = [
        (entry.number, entry.twin, entry.state, entry.heading, entry.files, len(entry.former))
        for entry in register.entries()
    ]
    register.close()
    return found


def faults(workspace: Path, expected: list[tuple[object, ...]]) -> list[str]:
    """What is wrong after the rerun."""
    found = [] if left(workspace) == expected else ["the register is another"]
    place, register = opened(workspace)
    found += [
        str(fault) for fault in audit(place, load_settings(place.settings), register, None).faults
    ]
    register.close()
    for copy in (workspace / "letters/backups").glob("*.sqlite"):
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                found.append(f"{copy.name} is no whole copy")
    return found


def tortured(act: Act, folder: Path, chosen: Callable[[int], Sequence[int]]) -> list[str]:
    """Kill `act` at the points that are `chosen` of so many; what was wrong."""
    workspace = made(act, folder)
    undisturbed, counted = fresh(workspace), folder / "points"
    assert killed(act, undisturbed, None, counted) == 0, act.name
    expected = left(undisturbed)
    wrong = []
    for point in chosen(int(counted.read_text(encoding="utf-8"))):
        place = fresh(workspace)
        status = killed(act, place, point)
        # What was carried out before the kill may be refused as done; it isn't done twice.
        again = do(place, *act.command)
        told = faults(place, expected)
        if again or told:
            wrong.append(f"{act.name} at {point} ({status}): rerun {again}, {told}")
        shutil.rmtree(place)
    return wrong


def main() -> int:
    """Die in all the ways; 1 where one of them lost anything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    choice = random.Random(options.seed)
    print(f"seed {options.seed}")
    total = 0

    def chosen(count: int) -> list[int]:
        points = range(1, count + 1)
        few = options.each is not None and options.each < count
        return sorted(choice.sample(points, options.each)) if few else list(points)

    with tempfile.TemporaryDirectory() as name:
        for act in ACTS:
            wrong = tortured(act, Path(name), chosen)
            total += len(wrong)
            print("\n".join([*wrong, f"{act.name}: lost or doubled: {len(wrong)}"]), flush=True)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
