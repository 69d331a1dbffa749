"""Several schools named in a line: in full, numbered ones of a kind together, or their count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from letters_gen.russian.agreement import agreed

_NUMBERED = re.compile(r"(?P<before>.*?)№\s?(?P<number>[0-9]{1,4})(?P<after>\W*|\W+\D*)")


def named_schools(names: Sequence[str], most: int, collapse: bool) -> str:
    """The schools of a clause, in the nominative: «МКОУ «А», МКОУ «Б»».

    Args:
        most: so many are named; of more their count is given, and where they stand.
        collapse: whether numbered schools are written together where all but their number is the
            same: «МБОУ «СОШ № 3, 5, 7»».
    """
    if len(names) > most:
        counted = agreed(len(names), "организация", "организации", "организаций")
        return f"{counted} согласно приложению"
    return ", ".join(collapsed(names) if collapse else names)


def collapsed(names: Sequence[str]) -> list[str]:
    """The names, numbered schools of one kind and legal form as one, in the place of the first."""
    kinds: dict[tuple[str, str], list[int]] = {}
    matches = [_NUMBERED.fullmatch(name) for name in names]
    for match in matches:
        if match:
            kinds.setdefault((match["before"], match["after"]), []).append(int(match["number"]))
    written: list[str] = []
    done: set[tuple[str, str]] = set()
    for name, match in zip(names, matches, strict=True):
        kind = (match["before"], match["after"]) if match else None
        if kind is None:
            written.append(name)
        elif kind not in done:
            done.add(kind)
            numbers = ", ".join(map(str, sorted(set(kinds[kind]))))
            written.append(f"{kind[0]}№\N{NO-BREAK SPACE}{numbers}{kind[1]}")
    return written
