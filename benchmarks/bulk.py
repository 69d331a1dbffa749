"""`python -m benchmarks.bulk`: notices from the sheet to the recorded file, end to end, and docxtpl
in the same run.

Whole processes are timed: start-up, reading, judging, names, numbers, filling, durable writing,
recording. docxtpl fills the same template with values that are ready, one process, nothing else;
peak memory is the main process's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.measuring import MEMORY
from benchmarks.offices import make_office

_DAY = date(2023, 4, 18)
_SAMPLE = 150


@dataclass(frozen=True)
class Run:
    """One whole process: seconds, and its peak memory in MB."""

    seconds: float
    peak: float


def main() -> int:
    """Print the table; write it as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    parser.add_argument("--notices", type=int, default=40_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder = Path(name)
        lines = [*_start(folder), "", *_rates(folder, options.notices)]
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _rates(folder: Path, notices: int) -> list[str]:
    small, large = make_office(folder / "small", 1_000), make_office(folder / "large", notices)
    base = _docxtpl(small)
    few, many = _issued(small), _issued(large)
    rows = [
        (f"{number:,} notices", number / run.seconds, run)
        for number, run in ((1_000, few), (notices, many))
    ]
    return [
        "| bulk | notices/s | × docxtpl | seconds | peak MB |",
        "|---|---|---|---|---|",
        f"| docxtpl, one process, filling alone | {base:,.1f} | 1.0 | – | – |",
        *(
            f"| {title} | {rate:,.0f} | {rate / base:.1f} | {run.seconds:.1f} | {run.peak:.0f} |"
            for title, rate, run in rows
        ),
        f"| memory that the size of the batch adds | | | | {many.peak - few.peak:.0f} |",
    ]


def _start(folder: Path) -> list[str]:
    """A batch of 22, start-up included, and what it costs to import pandas and python-docx
    alone.
    """
    runs = [_issued(make_office(folder / f"district{number}", 22)).seconds for number in range(3)]
    imports = [
        _timed([sys.executable, "-c", "import pandas, docx"], folder).seconds for _ in range(3)
    ]
    own, other = min(runs), min(imports)
    return [
        "| | seconds | × the imports |",
        "|---|---|---|",
        f"| `python -c 'import pandas, docx'` | {other:.2f} | 1.0 |",
        f"| 22 notices, start-up included | {own:.2f} | {own / other:.2f} |",
    ]


def _issued(office: Path) -> Run:
    command = [sys.executable, "-m", "letters_gen", "notices", "--date", "18.04.2023", "--yes"]
    return _timed(command, office)


def _timed(command: list[str], folder: Path) -> Run:
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"{command}: {status}")
    return Run(seconds, used.ru_maxrss / 1024)


def _docxtpl(office: Path) -> float:
    """Notices a second, as docxtpl's documentation shows it; the values are ready before the clock
    runs.
    """
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from letters_gen.documents.fields import fields_of
    from letters_gen.documents.filters import filters_of
    from letters_gen.documents.letter_fields import NumberedLetter
    from letters_gen.documents.vocabulary import vocabulary_of
    from letters_gen.issuing.flow import Office, considered
    from letters_gen.issuing.plan import Plan
    from letters_gen.issuing.request import Request
    from letters_gen.model.entry import Stamp
    from letters_gen.office.settings import load_settings
    from letters_gen.office.workspace import Workspace
    from letters_gen.register.book import Register

    workspace = Workspace(office)
    settings = load_settings(workspace.settings)
    register = Register.at(workspace.register, "", settings.office.id)
    stamp = Stamp(datetime.combine(_DAY, datetime.min.time(), UTC), "benchmarks")
    office_now = Office(workspace, settings, register, stamp)
    plan = considered(office_now, Request("notice", _DAY))
    assert isinstance(plan, Plan)
    known = vocabulary_of(plan.type, settings)
    common = fields_of(known.common, plan.batch)
    values = []
    for letter in [one.letter for one in plan.decisions if one.letter][:_SAMPLE]:
        own = fields_of(known.own, NumberedLetter(letter, "01-16/219", _DAY))
        values.append(_put_into_words({**common, **own}))
    environment = Environment(autoescape=True)
    environment.filters.update(filters_of(settings.office))
    begun = time.perf_counter()
    for one in values:
        document = DocxTemplate(workspace.templates / "notice.docx")
        document.render(one, environment)
        document.save(office / "docxtpl.docx")
    return len(values) / (time.perf_counter() - begun)


def _put_into_words(value: Any) -> Any:
    """Fields that are put into words when they are asked for, as plain values."""
    if isinstance(value, Mapping):
        return {name: _put_into_words(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_put_into_words(one) for one in value]
    return value


if __name__ == "__main__":
    sys.exit(main())
