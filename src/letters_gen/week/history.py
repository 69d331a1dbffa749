"""Earlier weeks, as the register remembers them: for how many weeks running a school fails, and
what has changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from letters_gen.model.entry import Entry
from letters_gen.model.judgement import Finding, Source, Value
from letters_gen.model.period import Period
from letters_gen.model.statement import JudgedRow


@dataclass(frozen=True)
class Week:
    """One earlier week: its period and the judged row of each school, by the school's key."""

    period: Period
    rows: Mapping[str, JudgedRow]


def weeks_before(entries: Sequence[Entry], period: Period) -> list[Week]:
    """The weeks that run without a gap up to `period`, the nearest first; of one week the latest
    edition counts.
    """
    known: dict[Period, dict[str, JudgedRow]] = {}
    for entry in sorted(entries, key=lambda entry: entry.key.edition):
        own = known.setdefault(Period.of_subject(entry.key.subject), {})
        own |= {row.key: row for row in entry.rows}
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
        if row is None or finding.indicator.key not in row.findings:
            break
        running += 1
    return running


def change(finding: Finding, weeks: Sequence[Week]) -> Value | None:
    """How the value differs from the week before: of a share in parts of 1; None where there is
    nothing to compare.
    """
    row = weeks[0].rows.get(finding.school.key) if weeks else None
    before = _value(row, finding.indicator.source) if row else None
    if before is None or isinstance(before, str) or isinstance(finding.value, str):
        return None
    return finding.value - before


def _value(row: JudgedRow, source: Source) -> Value | None:
    cells = [row.values.get(column) for column in source.columns]
    if not source.is_share:
        return cells[0]
    part, whole = cells
    if isinstance(part, int) and isinstance(whole, int) and whole:
        return Fraction(part, whole)
    return None
