"""`python -m benchmarks`: documents a second against the peers and the floor, in one run; only
ratios count.

Each peer works as its own documentation shows it: docxtpl and docx-mailmerge2 open the template for
every letter. The floor deflates the same finished parts with the same library and level and writes
the same bytes. Each figure is measured in a process of its own, so that peak memory is that
figure's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import cases
from benchmarks.measuring import measured


def main() -> int:
    """Print the table; write it as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    parser.add_argument("--seconds", type=float, default=4)
    options = parser.parse_args()
    lines = ["| | documents/s | × docxtpl | × floor's time | peak MB |", "|---|---|---|---|---|"]
    for case in cases.CASES:
        figures = {
            name: measured(work, case.seconds or options.seconds)
            for name, work in case.works.items()
        }
        base, floor = figures.get("docxtpl"), figures.get("floor")
        for name, figure in figures.items():
            times = f"{figure.rate / base.rate:,.1f}" if base else "–"
            above = f"{floor.rate / figure.rate:.2f}" if floor else "–"
            rate = figure.rate * case.documents
            lines.append(
                f"| {case.name}: {name} | {rate:,.2f} | {times} | {above} | {figure.peak:.0f} |"
            )
            print(lines[-1], flush=True)
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
