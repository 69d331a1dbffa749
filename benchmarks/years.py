"""`python -m benchmarks.years`: what commands cost with years of history, as whole processes.

A register of 200,000 entries (`--entries` for others): five years of weekly letters and notices to
1,000 schools, some typed letters and corrections among them. Times are of the processor, so that
what else the machine does isn't measured; `register next` is the measure of what starting costs.
And eight weeks of 2,500 schools, issued one after the other as an office does.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from benchmarks.measuring import MEMORY
from benchmarks.offices import add_week, inn, make_office
from letters_gen.model.entry import Draft, Entry, EntryKey, IssuedFile, Stamp
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.model.statement import SharedStatement
from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.reservation import Reservation

_SCHOOLS = 1_000
_WEEKS_A_YEAR = 40
_FIRST_YEAR = 2023
_WEEKLY_SCHOOLS = 2_500
_WEEKS = 8
_TREND_SCHOOLS = 1_500
_TREND_WEEKS = 52


@dataclass(frozen=True)
class Run:
    """One whole process: seconds of the processor, and its peak memory in MB."""

    seconds: float
    peak: float


def main() -> int:
    """Print the tables; write them as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    parser.add_argument("--entries", type=int, nargs="*", default=[200_000])
    options = parser.parse_args()
    lines: list[str] = []
    for entries in options.entries:
        with tempfile.TemporaryDirectory(dir=MEMORY) as name:
            lines += [*_commands(Path(name), entries), ""]
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        lines += [*_weeks(Path(name)), ""]
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        lines += _history(Path(name))
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _commands(folder: Path, entries: int) -> Iterator[str]:
    """What each command costs in a register of so many entries."""
    office = make_office(folder / "office", _SCHOOLS)
    fill_register(office, entries)
    years = _FIRST_YEAR + (entries - 1) // (_SCHOOLS * _WEEKS_A_YEAR)
    day = f"31.12.{years}"
    reserve = ("reserve", "--heading", "О чём", "--addressee", "Кому", "--date", day)
    measured = (
        ("next", ("next", "--date", day)),
        ("show", ("show", "777", "--year", str(_FIRST_YEAR))),
        ("find, of a few entries", ("find", "поселения № 108")),
        ("find, by a school's ИНН", ("list", "--school", inn(7))),
        ("find, of two letters", ("find", "№ 7")),
        ("reserve", reserve),
        ("list", ("list",)),
        ("list --json", ("list", "--json")),
        ("export, one year, .xlsx and .csv", ("export", "--year", str(_FIRST_YEAR))),
        ("export, all years, .xlsx", ("export", "all.xlsx")),
        ("verify", ("verify",)),
    )
    base = 0.0
    yield f"| {entries:,} entries: `register …` | seconds | × `next` | peak MB |"
    yield "|---|---|---|---|"
    for title, arguments in measured:
        run = _run(office, "register", *arguments)
        base = base or run.seconds
        told = f"{run.seconds:.2f} | {run.seconds / base:.1f} | {run.peak:.0f}"
        yield f"| {title} | {told} |"
    events = _events(office)
    yield f"| events that `verify` looks at in a second | {events / run.seconds:,.0f} | | |"


def _weeks(folder: Path) -> Iterator[str]:
    """What each of the weeks costs that an office issues one after the other."""
    office = make_office(folder / "office", _WEEKLY_SCHOOLS)
    yield f"| {_WEEKLY_SCHOOLS:,} schools: `notices` | seconds | peak MB |"
    yield "|---|---|---|"
    runs = []
    for week in range(_WEEKS):
        end = date(2023, 4, 14) + timedelta(weeks=week)
        signed = f"{end + timedelta(days=4):%d.%m.%Y}"
        add_week(office, end, _WEEKLY_SCHOOLS)
        _run(office, "weekly", "--date", signed, "--yes")
        runs.append(_run(office, "notices", "--date", signed, "--yes"))
        yield f"| week {week + 1} | {runs[-1].seconds:.2f} | {runs[-1].peak:.0f} |"
    second, last = runs[1], runs[-1]
    grown = f"{last.seconds / second.seconds:.2f} × | {last.peak - second.peak:+.0f}"
    yield f"| the last against the second | {grown} |"


def _history(folder: Path) -> Iterator[str]:
    """What it costs to set a year's weeks of a ministry side by side."""
    office = make_office(folder / "office", _TREND_SCHOOLS)
    _once(office, ("weekly", "--date", "18.04.2023", "--yes"))
    workspace = Workspace(office)
    settings = load_settings(workspace.settings)
    register = Register.at(workspace.register, "", settings.office.id)
    issued = _Issued(register, settings, office / "document.docx")
    issued.file.write_bytes(b"x" * 1024)
    for week in range(1, _TREND_WEEKS):
        end = date(2023, 4, 14) + timedelta(weeks=week)
        issued.again(Period(end - timedelta(days=6), end))
    register.close()
    yield f"| {_TREND_WEEKS} weeks of {_TREND_SCHOOLS:,} schools | seconds | peak MB |"
    yield "|---|---|---|"
    for arguments in (("history",), ("history", "--school", "№ 77", "--weeks", "8")):
        run = _run(office, *arguments)
        yield f"| {' '.join(arguments)} | {run.seconds:.2f} | {run.peak:.0f} |"
    yield from _reminding(office)


def _reminding(office: Path) -> Iterator[str]:
    """What it costs to plan a reminder to every school, against a plan of as many notices."""
    end = date(2023, 4, 14) + timedelta(weeks=_TREND_WEEKS)
    signed, reminded = (f"{end + timedelta(days=days):%d.%m.%Y}" for days in (4, 14))
    add_week(office, end, _TREND_SCHOOLS)
    _once(office, ("notices", "--date", signed, "--yes"))
    _once(office, ("register", "sent", "--period", f"{signed}-{signed}", "--on", signed))
    add_week(office, end + timedelta(weeks=1), _TREND_SCHOOLS)
    runs = []
    for command in (("notices",), ("issue", "reminder")):
        run = _run(office, *command, "--date", reminded, "--dry-run")
        runs.append(run)
        yield f"| plan: {' '.join(command)} | {run.seconds:.2f} | {run.peak:.0f} |"
    notices, reminder = runs
    yield f"| the reminder's against the notices' | {reminder.seconds / notices.seconds:.2f} × | |"


def _run(office: Path, *arguments: str) -> Run:
    """Run a command as a whole process; of short ones the best of three."""
    runs = [_once(office, arguments)]
    while runs[0].seconds < 2 and len(runs) < 3 and arguments[-1] != "--yes":
        runs.append(_once(office, arguments))
    return min(runs, key=lambda run: run.seconds)


def _once(office: Path, arguments: tuple[str, ...]) -> Run:
    command = [sys.executable, "-m", "letters_gen", *arguments]
    process = subprocess.Popen(
        command, cwd=office, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{command}: {status}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _events(office: Path) -> int:
    with closing(sqlite3.connect(office / "letters/register.sqlite")) as register:
        found: int = register.execute("SELECT count(*) FROM events").fetchone()[0]
    return found


def fill_register(office: Path, entries: int) -> None:
    """Enter years of letters: one week that the program itself has issued, again and again."""
    for command in ("weekly", "notices"):
        _once(office, (command, "--date", "18.04.2023", "--yes"))
    workspace = Workspace(office)
    settings = load_settings(workspace.settings)
    register = Register.at(workspace.register, "", settings.office.id)
    issued = _Issued(register, settings, office / "document.docx")
    issued.file.write_bytes(b"x" * 1024)
    begun = register.count()
    a_week = begun + 1
    while begun < entries:
        year, week = divmod(begun // a_week, _WEEKS_A_YEAR)
        end = date(_FIRST_YEAR + year, 3, 3) + timedelta(weeks=week)
        if end != date(2023, 4, 14):
            issued.again(Period(end - timedelta(days=6), end))
        begun += a_week
    register.close()


class _Issued:
    """A week that was issued; each of its later entries names a small file."""

    def __init__(self, register: Register, settings: Settings, file: Path) -> None:
        self._register, self.file = register, file
        self._series = next(iter(settings.series.values()))
        self._entries = list(register.entries())

    def again(self, period: Period) -> None:
        """Enter it for another period, and a letter that a person typed."""
        day = period.end + timedelta(days=4)
        stamp = Stamp(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), "clerk")
        place = Reservation(self._series, day, self._entries[0].workspace, {})
        for _, batch in groupby(self._entries, key=lambda entry: entry.key.type):
            entries = list(batch)
            drafts = [_draft(entry, period) for entry in entries]
            with self._register.writing(stamp) as writer:
                writer.reserve(place, entries[0].shared, drafts)
            files = {draft.key: [self._linked(draft.key, day)] for draft in drafts}
            with self._register.writing(stamp) as writer:
                writer.record_issued(files)
        with self._register.writing(stamp) as writer:
            typed = SharedStatement(title="Письмо", heading=f"О смотре {period.subject}")
            writer.reserve_typed(place, typed, f"Главе поселения № {day:%j}")

    def _linked(self, key: EntryKey, day: date) -> IssuedFile:
        folder = self.file.parent / "letters" / str(day.year)
        folder.mkdir(exist_ok=True)
        path = folder / f"{key.type} {day.isoformat()} {key.school}.docx"
        path.hardlink_to(self.file)
        content = self.file.read_bytes()
        digest = sha256(content).hexdigest()
        return IssuedFile("document", f"letters/{day.year}/{path.name}", digest, len(content))


def _draft(entry: Entry, period: Period) -> Draft:
    key = entry.key._replace(subject=period.subject)
    return Draft(key, entry.addressee, entry.own, entry.school)


if __name__ == "__main__":
    sys.exit(main())
