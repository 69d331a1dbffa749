"""Scans an office's signed notices as badly as paper is scanned, and has them filed.

`python tests/torture/scans.py [--notices N] [--seed S]`: notices are issued with codes, printed by
LibreOffice, drawn skewed, faint, upside down and dirty at 200 dpi, laid into a folder as pictures,
PDFs of one and of several papers; `register attach --scans` files them. At least 98 of 100 are
filed, and none under another's number.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.offices import make_office
from processes import PROGRAM, finished
from scanner import papers, saved, scanned

ISSUE = ("notices", "--date", "18.04.2023", "--yes", "--pdf", "--json")
BAR = 0.98


def office_with_codes(folder: Path, notices: int) -> Path:
    """An office whose notices bear codes."""
    make_office(folder, notices)
    settings = folder / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    head, name, rest = text.partition("[types.notice]")
    line, _, others = rest.partition("\n")
    settings.write_text(f"{head}{name}{line}\ncode = true\n{others}", encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> Any:
    """What a command reports as JSON."""
    answer = finished([*PROGRAM, *arguments], cwd=folder)
    if not answer.stdout.strip():
        raise SystemExit(answer.stderr)
    return json.loads(answer.stdout)


def scan(documents: list[tuple[str, Path]], folder: Path, chance: random.Random) -> dict[str, list]:
    """Lay the papers into `folder`, in files of one to five; whose each page of a file is."""
    folder.mkdir()
    chance.shuffle(documents)
    whose: dict[str, list[str]] = {}
    while documents:
        several = [documents.pop() for _ in range(min(len(documents), chance.choice((1, 1, 1, 5))))]
        pages = [(number, paper) for number, pdf in several for paper in papers(pdf)]
        suffix = ".pdf" if len(pages) > 1 else chance.choice((".pdf", ".jpg", ".png", ".tif"))
        file = folder / f"скан {len(whose) + 1}{suffix}"
        saved([scanned(paper, chance) for _, paper in pages], file)
        whose[file.name] = [number for number, _ in pages]
    return whose


def main() -> int:
    """Scan, file, and hold what was filed against what was scanned; 1 where a bar isn't met."""
    options = argparse.ArgumentParser()
    options.add_argument("--notices", type=int, default=100)
    options.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = options.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as place:
        office = office_with_codes(Path(place) / "office", given.notices)
        issued = run(office, *ISSUE)["documents"]
        documents = [(one["number"], office / one["pdf"]) for one in issued]
        whose = scan(documents, Path(place) / "scans", chance)
        report = run(office, "register", "attach", "--scans", str(Path(place) / "scans"), "--json")
    wrong = [
        (filed["number"], piece["file"], page)
        for filed in report["filed"]
        for piece in filed["from"]
        for page in piece["pages"]
        if whose[piece["file"]][page - 1] != filed["number"]
    ]
    filed = len({one["number"] for one in report["filed"]})
    left = [f"{one['from'][0]['file']}: {one['code']}" for one in report["left"]]
    print(f"seed {given.seed}: {filed} of {len(issued)} filed in {len(whose)} files, ", end="")
    print(f"{len(wrong)} wrongly; left: {', '.join(left) or 'nothing'}")
    return 0 if filed >= BAR * len(issued) and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
