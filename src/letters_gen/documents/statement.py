"""What a document states, as JSON values: kept by the register, and compared when the week is run again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from letters_gen.documents.letter import Letter
from letters_gen.model.monitoring import Row


def shared_values(letter: Letter) -> dict[str, Any]:
    """What every document of one run states alike: the basis, who signs, who prepared it, the heading."""
    return {
        "period": [letter.monitoring.period.start.isoformat(), letter.monitoring.period.end.isoformat()],
        "basis": {
            "author": letter.basis.author,
            "number": letter.basis.number,
            "date": letter.basis.date.isoformat(),
        },
        "heading": letter.type.heading,
        "signatory": {"post": letter.signatory.post, "name": letter.signatory.name},
        "executor": {"name": letter.executor.name},
    }


def own_values(letter: Letter) -> dict[str, Any]:
    """What the office's letter states by itself: the district's figures, and the judged row of every school."""
    broken: dict[str, list[str]] = {}
    for finding in letter.findings:
        broken.setdefault(finding.school.key, []).append(finding.indicator.key)
    return {
        "figures": {key: [figure.part, figure.whole] for key, figure in letter.figures.items()},
        "rows": [_row(row, broken.get(row.school.key, [])) for row in letter.monitoring.rows],
    }


def _row(row: Row, broken: list[str]) -> dict[str, Any]:
    return {
        "school": row.school.short_name,
        "inn": row.school.inn,
        "values": {key: cell.value for key, cell in row.cells.items()},
        "findings": broken,
    }


@dataclass(frozen=True)
class Difference:
    """One thing that a document states and that would now be stated otherwise; `school` is '' for the district."""

    school: str
    what: str
    was: object
    now: object


def differences(was: Mapping[str, Any], now: Mapping[str, Any], titles: Mapping[str, str]) -> list[Difference]:
    """How two statements (shared and own values in one) differ: the basis, the figures, then school by school.

    Args:
        titles: what figures and columns are called, by their keys.
    """
    found = [
        *_changed("", "basis.", was["basis"], now["basis"]),
        *_changed("", "", was["figures"], now["figures"]),
        *_changed_rows(_by_school(was["rows"]), _by_school(now["rows"])),
    ]
    return [replace(difference, what=titles.get(difference.what, difference.what)) for difference in found]


def _by_school(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["inn"] or row["school"]: row for row in rows}


def _changed_rows(was: dict[str, dict[str, Any]], now: dict[str, dict[str, Any]]) -> Iterator[Difference]:
    for key in {**was, **now}:
        before, after = was.get(key), now.get(key)
        if before is None or after is None:
            name = (after or before or {})["school"]
            yield Difference(name, "school", before and name, after and name)
        else:
            yield from _changed(after["school"], "", before["values"], after["values"])
            yield from _changed(after["school"], "", {"findings": before["findings"]}, {"findings": after["findings"]})


def _changed(school: str, prefix: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            yield Difference(school, prefix + key, was.get(key), now.get(key))
