"""Reads thousands of spreadsheets with something done to them: none may end the program, take a
machine's time or memory, or come to other facts than the week's without a question.

`python tests/torture/mutants.py [--mutants N] [--seed N] [--keep DIR]` prints what became of them;
`--keep` writes those that the reader failed on.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from mutating import CORPUS, Mutant, mutant_of_bytes, mutant_of_member, mutant_of_table
from spreadsheets.judged import Verdict, judged

# Of the processor: what a busy machine makes of it by the clock is no fault.
HANGS = 10.0


def mutants(number: int, chance: random.Random, folder: Path) -> list[Mutant]:
    """As many mutants; of .xls and .xlsb, where crashes are, more than of others."""
    files = sorted((CORPUS / "files").iterdir())
    fragile = [file for file in files if file.suffix in (".xls", ".xlsb")]
    zipped = [file for file in files if zipfile.is_zipfile(file) and "checksum" not in file.name]
    made = []
    for _ in range(number):
        kind = chance.random()
        if kind < 0.25:
            made.append(mutant_of_bytes(chance.choice(files), chance))
        elif kind < 0.5:
            made.append(mutant_of_bytes(chance.choice(fragile), chance))
        elif kind < 0.7:
            made.append(mutant_of_member(chance.choice(zipped), chance))
        else:
            made.append(mutant_of_table(folder, chance))
    return made


def tried(mutant: Mutant, folder: Path) -> tuple[Verdict, float]:
    """What became of a mutant, and how long that kept the processor."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        path = Path(own, mutant.name)
        path.write_bytes(mutant.content)
        before = sum(os.times()[:4])
        verdict = judged(path)
        return verdict, sum(os.times()[:4]) - before


def main() -> int:
    """Try them; 1 where one crashed, hung, or came to other facts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mutants", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    chance = random.Random(options.seed)
    counted: Counter[str] = Counter()
    faults = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = mutants(options.mutants, chance, folder)
        for number, mutant in enumerate(made):
            verdict, seconds = tried(mutant, folder)
            counted[verdict.told] += 1
            slowest = max(slowest, seconds)
            is_wrong = verdict.facts == "other" and mutant.keeps_truth
            if is_wrong or verdict.crash or seconds > HANGS:
                faults += 1
                print(f"{number}: {mutant.told}: {verdict.told} {verdict.crash} {seconds:.1f} s")
            if options.keep and (verdict.told == "sheet-unreadable" or is_wrong):
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{number} {mutant.name}").write_bytes(mutant.content)
    for told, times in counted.most_common():
        print(f"{times:6} {told}")
    print(f"{options.mutants} mutants, {faults} faults, slowest {slowest:.1f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
