"""`python -m benchmarks.names [FOLDER]`: how many forms of the lists of a folder are right, what is
flagged, how fast.

Without a folder the project's own lists are measured. Speed is measured in a fresh process on names
none of whose parts has been seen: compounds of the lists' first names, as the region makes them
(«Магомедрасул»), which no dictionary has, so that it is the slow path that is timed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from benchmarks.name_lists import CASES, OWN, PARTS, Judged, judged, samples_of
from letters_gen.russian.cases import OBLIQUE, Case

_NEW = 4_000
_WORDS = {case: name for name, case in CASES.items()}


def main() -> int:
    """Print both tables; write them as Markdown where `--table` names a file, list the wrong forms
    with `--wrong`.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=OWN)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--flagged", action="store_true")
    options = parser.parse_args()
    results = [judged(sample) for sample in samples_of(options.folder)]
    lines = [*_accuracy(results), "", *_speed(_compounds(results))]
    print("\n".join(lines))
    for result in results:
        if (options.wrong and not result.is_right) or (
            options.flagged and result.form.is_doubtful and result.is_right
        ):
            sample = result.sample
            print(
                sample.text,
                sample.sex or "–",
                _WORDS[sample.case],
                sample.right,
                *_texts(result),
                sep="\t",
            )
    if options.table:
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _texts(result: Judged) -> tuple[str, ...]:
    return (result.form.text, *result.form.others)


def _accuracy(results: Iterable[Judged]) -> list[str]:
    """A row for each part and sex: right forms by case, of all, and how many of the wrong and the
    right are flagged.
    """
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for result in results:
        groups[
            result.sample.part, {"m": "men", "f": "women"}.get(result.sample.sex or "", "–")
        ].append(result)
    cases = " | ".join(case.value for case in OBLIQUE)
    lines = [
        f"| part | sex | forms | {cases} | all | wrong | of them flagged | right ones flagged |"
    ]
    lines.append("|---" * (8 + len(OBLIQUE) - 1) + "|")
    for (part, sex), group in sorted(
        groups.items(), key=lambda item: (list(PARTS).index(item[0][0]), item[0][1])
    ):
        wrong = [result for result in group if not result.is_right]
        right = [result for result in group if result.is_right]
        by_case = " | ".join(_share_of_case(group, case) for case in OBLIQUE)
        flagged = f"{_flagged(wrong)} | {_share(_flagged(right), len(right))}"
        lines.append(
            f"| {part} | {sex} | {len(group)} | {by_case} | {_share(len(right), len(group))} |"
            f" {len(wrong)} | {flagged} |"
        )
    return lines


def _share_of_case(group: Sequence[Judged], case: Case) -> str:
    of_case = [result for result in group if result.sample.case is case]
    return _share(sum(result.is_right for result in of_case), len(of_case))


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.1f}%" if whole else "–"


def _flagged(results: Iterable[Judged]) -> int:
    return sum(result.form.is_doubtful for result in results)


def _compounds(results: Iterable[Judged]) -> list[str]:
    """Full names of both sexes, each part of which stands in one name alone."""
    roots = sorted(
        {
            result.sample.text
            for result in results
            if result.sample.part == "first names"
            and result.sample.sex == "m"
            and result.sample.text[-1] in "бвдзлмнрст"
        }
    )[:200]
    made = [one + other.lower() for one, other in product(roots, roots) if one != other][: 3 * _NEW]
    names: list[str] = []
    for surname, first, father in zip(made[::3], made[1::3], made[2::3], strict=False):
        names.append(
            f"{surname}ов {first} {father}ович"
            if len(names) % 2
            else f"{surname}ова {first}а {father}овна"
        )
    return names


def _speed(names: Sequence[str]) -> list[str]:
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        loading, new, seen = pool.apply(_timed, (names,))
    lines = [
        "| CPU time | |",
        "|---|---|",
        f"| loading both engines, the first name in a case | {loading:.2f} s |",
    ]
    if names:
        lines.append(
            f"| new full names a second, one case, no part seen before | {len(names) / new:,.0f} |"
        )
        lines.append(f"| a name once seen | {1e6 * seen / len(names):.0f} µs |")
    return lines


def _timed(names: Sequence[str]) -> tuple[float, float, float]:
    """Seconds of CPU time, which other programs don't change much: for the first name, for all
    names when new, for all again.
    """
    from letters_gen.russian.declension import person

    def declined(of: Iterable[str]) -> float:
        begun = time.process_time()
        for name in of:
            person(name).in_case(Case.DATIVE)
        return time.process_time() - begun

    return declined(["Абакаров Гаджи Камилович"]), declined(names), declined(names)


if __name__ == "__main__":
    sys.exit(main())
