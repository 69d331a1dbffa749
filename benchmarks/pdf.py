"""`python -m benchmarks.pdf`: letters to PDF in one command, and one start of LibreOffice a letter,
in the same run; whether the program's memory stays as it is however many documents there are.

Work is told in seconds of processor, of all processes that a way takes: the machine may be busy
with other things. Peak memory is the program's own, LibreOffice's aside.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.offices import make_office

_PROGRAM = [sys.executable, "-m", "letters_gen"]
_FILTER = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}'
_YEAR = "letters/2023"


@dataclass(frozen=True)
class Cost:
    """What a way of making PDFs takes: seconds of processor, seconds by the clock, the peak memory
    of the process that was started, in MB.
    """

    work: float
    seconds: float
    peak: float = 0.0


def main() -> int:
    """Print the table; write it as Markdown where `--table` names a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", type=Path)
    parser.add_argument("--letters", type=int, default=30)
    parser.add_argument("--few", type=int, default=200)
    parser.add_argument("--many", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [*_ratio(folder, options.letters), ""]
        lines += _memory(folder, options.few, options.many)
    print("\n".join(lines))
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _ratio(folder: Path, letters: int) -> list[str]:
    office = _issued(folder / "letters", letters)
    alone = _one_by_one(office, folder)
    together = _together(office)
    return [
        f"| {letters} letters to PDF | seconds of processor | by the clock | × |",
        "|---|---|---|---|",
        f"| one start of LibreOffice each | {alone.work:.1f} | {alone.seconds:.1f} | 1.0 |",
        f"| `letters-gen pdf` | {together.work:.1f} | {together.seconds:.1f} | "
        f"{alone.work / together.work:.1f} |",
    ]


def _memory(folder: Path, few: int, many: int) -> list[str]:
    costs = {number: _together(_issued(folder / str(number), number)) for number in (few, many)}
    return [
        "| documents to PDF | seconds of processor | by the clock | peak MB |",
        "|---|---|---|---|",
        *(
            f"| {number:,} | {cost.work:.0f} | {cost.seconds:.0f} | {cost.peak:.0f} |"
            for number, cost in costs.items()
        ),
        f"| memory that the others add | | | {costs[many].peak - costs[few].peak:.0f} |",
    ]


def _issued(office: Path, notices: int) -> Path:
    """An office with so many notices issued, none of them as PDF."""
    make_office(office, notices)
    command = [*_PROGRAM, "notices", "--date", "18.04.2023", "--yes"]
    subprocess.run(command, cwd=office, check=True, capture_output=True)
    return office


def _one_by_one(office: Path, folder: Path) -> Cost:
    """What a script does that starts LibreOffice for each letter; its profile is there already."""
    out = folder / "alone"
    profile = folder / "profile"
    program = shutil.which("soffice")
    assert program, "missing program: soffice"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", _FILTER, "--outdir", str(out)]
    documents = sorted((office / _YEAR).glob("*.docx"))
    _run([*command, str(documents[0])], office)
    costs = [_run([*command, str(document)], office) for document in documents]
    assert len(list(out.glob("*.pdf"))) == len(documents)
    return Cost(sum(cost.work for cost in costs), sum(cost.seconds for cost in costs))


def _together(office: Path) -> Cost:
    cost = _run([*_PROGRAM, "pdf", "--period", "01.04.2023-30.04.2023"], office)
    folder = office / _YEAR
    assert len(list(folder.glob("*.pdf"))) == len(list(folder.glob("*.docx")))
    return cost


def _run(command: list[str], folder: Path) -> Cost:
    """One process with all that it starts."""
    before, begun = _worked(), time.perf_counter()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdout=nowhere, stderr=nowhere)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        time.sleep(0.05)
    assert process.returncode == 0, command
    return Cost(_worked() - before, time.perf_counter() - begun, peak)


def _worked() -> float:
    """Seconds of processor of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(process: int) -> float:
    """The peak memory of one process, in MB; 0 where it has just ended."""
    try:
        with Path(f"/proc/{process}/status").open(encoding="ascii", errors="replace") as status:
            told = dict(line.split(":", 1) for line in status)
    except OSError:
        return 0.0
    return int(told.get("VmHWM", "0").split()[0]) / 1024


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
