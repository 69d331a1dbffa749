"""`python -m benchmarks.sheets`: a country's sheet read, matched and judged, against what calamine
takes for its cells alone.

Seconds of the processor, in pairs one after the other, the best of each: what else the machine does
isn't measured. What starting the process that reads takes, its imports among it, is that of a
sheet of one school, and left out.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.measuring import MEMORY, answered
from benchmarks.offices import make_office

_SHEET = "data/monitoring/2023-04-14.xlsx"
_PAIRS = 3


def main() -> int:
    """Print the table; write it as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    parser.add_argument("--schools", type=int, default=40_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        one = make_office(Path(name) / "one", 1)
        country = make_office(Path(name) / "country", options.schools)
        pairs = [[_measured(work, country) for work in _WORKS.values()] for _ in range(_PAIRS)]
        start = min(_measured(_cells_read, one) for _ in range(_PAIRS))
    best = dict(zip(_WORKS, map(min, zip(*pairs, strict=True)), strict=True))
    best["read, matched and judged"] -= start
    best["its cells read by a process of its own"] -= start
    base = best["calamine alone"]
    lines = [f"| a sheet of {options.schools:,} schools | seconds | × calamine |", "|---|---|---|"]
    lines += [f"| {title} | {one:.2f} | {one / base:.2f} |" for title, one in best.items()]
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _calamine(office: Path) -> Callable[[], object]:
    from python_calamine import CalamineWorkbook

    def once() -> object:
        book = CalamineWorkbook.from_path(str(office / _SHEET))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]

    return once


def _cells_read(office: Path) -> Callable[[], object]:
    from letters_gen.facts.spreadsheet import read_grids

    return lambda: read_grids(office / _SHEET)


def _directory(office: Path) -> Callable[[], object]:
    from letters_gen.facts.schools import read_directory

    return lambda: read_directory(office / "data/schools.csv")


def _judged(office: Path) -> Callable[[], object]:
    from letters_gen.compliance import figures, findings
    from letters_gen.facts.monitoring import read_monitoring
    from letters_gen.facts.schools import read_directory
    from letters_gen.office.settings import load_settings

    settings = load_settings(office / "letters.toml")
    directory = read_directory(office / "data/schools.csv")

    def once() -> object:
        monitoring = read_monitoring(office / _SHEET, settings, directory).monitoring
        if monitoring is None:
            raise RuntimeError("the sheet asks something")
        judged = findings(monitoring, settings.indicators.values())
        return judged, figures(monitoring, settings.figures.values())

    return once


_WORKS: dict[str, Callable[[Path], Callable[[], object]]] = {
    "calamine alone": _calamine,
    "its cells read by a process of its own": _cells_read,
    "read, matched and judged": _judged,
    "the directory, besides": _directory,
}


def _measured(work: Callable[[Path], Callable[[], object]], office: Path) -> float:
    """The processor's seconds of `work`, done once in a fresh process and those it starts."""
    seconds: float = answered(_measure, work, office)
    return seconds


def _measure(
    work: Callable[[Path], Callable[[], object]], office: Path, answer: Connection
) -> None:
    once = work(office)
    gc.freeze()  # as the command line does
    gc.set_threshold(200_000)
    before = _used()
    once()
    answer.send(_used() - before)


def _used() -> float:
    ours, theirs = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime


if __name__ == "__main__":
    sys.exit(main())
