"""Earlier weeks, as the register remembers them: for how many weeks running a school fails, and
what has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from letters_gen.model.judgement import Finding, Source, Value
from letters_gen.model.matter import PastWeek
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.model.statement import JudgedRow
from letters_gen.register.book import Register

Week = Mapping[str, JudgedRow]
"""One earlier week: the judged row of each school, by the school's key."""


@dataclass(frozen=True)
class History:
    """What earlier weeks tell of a finding.

    Attributes:
        running: for how many weeks running, this one included, the school fails the indicator.
        change: how the value differs from the week before, of a share in parts of 1; None where
            there is nothing to compare.
    """

    running: int
    change: Value | None


def weeks_before(register: Register, settings: Settings, period: Period) -> Iterator[Week]:
    """The rows of `past_weeks`."""
    return (week.rows for week in past_weeks(register, settings, period))


def past_weeks(register: Register, settings: Settings, period: Period) -> Iterator[PastWeek]:
    """The weeks that run without a gap up to `period`, the nearest first, each read when it is
    asked for; of one week the latest edition counts.

    They are remembered by the office-wide letters, which hold every row, where there are such.
    """
    judging = [kind for kind in settings.types.values() if kind.sheet]
    office_wide = [kind for kind in judging if kind.schools == "all" and not kind.each]
    types = [kind.key for kind in office_wide or judging]
    known = _periods(register, types)
    current = _preceding(period, known)
    while current is not None:
        week = _week(register, known[current], current)
        if week is None:
            return
        yield PastWeek(current, week)
        current = _preceding(current, known)


def _periods(register: Register, types: Sequence[str]) -> dict[Period, list[str]]:
    """The periods on which there are documents of `types`, each with those types."""
    found: dict[Period, list[str]] = {}
    for key in types:
        for subject in register.subjects(key):
            try:
                found.setdefault(Period.of_subject(subject), []).append(key)
            except ValueError:  # a document about something else than a week
                continue
    return found


def _preceding(period: Period, known: Iterable[Period]) -> Period | None:
    return next((earlier for earlier in known if period.follows(earlier)), None)


def _week(register: Register, types: Iterable[str], period: Period) -> Week | None:
    rows: dict[str, JudgedRow] = {}
    found = [entry for key in types for entry in register.batch(key, period.subject)]
    for entry in sorted(found, key=lambda entry: entry.key.edition):
        rows |= {row.key: row for row in entry.rows}
    return rows or None


def histories(findings: Sequence[Finding], weeks: Iterable[Week]) -> list[History]:
    """The history of each of `findings`, in their order; of `weeks`, the nearest first, no more are
    read than one of them runs through.
    """
    running = [1] * len(findings)
    changes: list[Value | None] = [None] * len(findings)
    failing = list(range(len(findings)))
    for distance, week in enumerate(weeks, 1):
        if distance == 1:
            changes = [_change(finding, week) for finding in findings]
        failing = [position for position in failing if _fails(findings[position], week)]
        for position in failing:
            running[position] += 1
        if not failing:
            break
    return [History(*told) for told in zip(running, changes, strict=True)]


def _fails(finding: Finding, week: Week) -> bool:
    row = week.get(finding.school.key)
    return row is not None and finding.indicator.key in row.findings


def _change(finding: Finding, week: Week) -> Value | None:
    row = week.get(finding.school.key)
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
