"""Earlier weeks, as the register remembers them: for how many weeks running a school fails, and
what has changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from letters_gen.model.entry import Entry
from letters_gen.model.judgement import Finding, Source, Value
from letters_gen.model.period import Period


@dataclass(frozen=True)
class Week:
    """One earlier week: its period and the judged row of each school, by the school's key."""

    period: Period
    rows: Mapping[str, Mapping[str, Any]]


def weeks_before(entries: Sequence[Entry], period: Period) -> list[Week]:
    """The weeks that run without a gap up to `period`, the nearest first; of one week the latest
    edition counts.
    """
    known: dict[Period, dict[str, Mapping[str, Any]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.key.edition):
        own = known.setdefault(Period.of_subject(entry.key.subject), {})
        own |= {row["inn"] or row["school"]: row for row in entry.values["rows"]}
    found: list[Week] = []
    current = period
    while True:
        before = next((earlier for earlier in known if current.follows(earlier)), None)
        if before is None:
            return found
        found.append(Week(before, known[before]))
        current = before


def weeks_running(finding: Finding, weeks: Sequence[Week]) -> int:
    """For how many weeks running, this one included, the school fails the indicator."""
    running = 1
    for week in weeks:
        row = week.rows.get(finding.school.key)
        if row is None or finding.indicator.key not in row["findings"]:
            break
        running += 1
    return running


def change(finding: Finding, weeks: Sequence[Week]) -> Value | None:
    """How the value differs from the week before: of a share in parts of 1; None where there is
    nothing to compare.
    """
    row = weeks[0].rows.get(finding.school.key) if weeks else None
    before = _value(row["values"], finding.indicator.source) if row else None
    if before is None or isinstance(before, str) or isinstance(finding.value, str):
        return None
    return finding.value - before


def _value(values: Mapping[str, Any], source: Source) -> Value | None:
    cells = [values.get(column) for column in source.columns]
    if not source.is_share:
        value: Value | None = cells[0]
        return value
    part, whole = cells
    return Fraction(part, whole) if part is not None and whole else None
