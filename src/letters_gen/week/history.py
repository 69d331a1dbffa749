"""Earlier weeks, as the register remembers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from letters_gen.model.past import PastWeek
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.model.statement import JudgedRow
from letters_gen.register.book import Register


def weeks_before(register: Register, settings: Settings, period: Period) -> Iterator[PastWeek]:
    """The weeks that run without a gap up to `period`, the nearest first, each read when it is
    asked for; of one week the latest edition counts.
    """
    known = remembered_periods(register, settings)
    current = _preceding(period, known)
    while current is not None:
        week = remembered_week(register, known[current], current)
        if week is None:
            return
        yield week
        current = _preceding(current, known)


def remembered_periods(register: Register, settings: Settings) -> dict[Period, list[str]]:
    """The weeks that the register remembers, each with the types of the documents that hold it.

    They are the office-wide letters, which hold every row, where there are such.
    """
    judging = [kind for kind in settings.types.values() if kind.sheet]
    office_wide = [kind for kind in judging if kind.schools == "all" and not kind.each]
    found: dict[Period, list[str]] = {}
    for kind in office_wide or judging:
        for subject in register.subjects(kind.key):
            try:
                found.setdefault(Period.of_subject(subject), []).append(kind.key)
            except ValueError:  # a document about something else than a week
                continue
    return found


def _preceding(period: Period, known: Iterable[Period]) -> Period | None:
    return next((earlier for earlier in known if period.follows(earlier)), None)


def remembered_week(register: Register, types: Sequence[str], period: Period) -> PastWeek | None:
    """What documents of `types` hold of one week; None where they hold nothing."""
    rows: dict[str, JudgedRow] = {}
    found = [entry for key in types for entry in register.batch(key, period.subject)]
    for entry in sorted(found, key=lambda entry: entry.key.edition):
        rows |= {row.key: row for row in entry.rows}
    return PastWeek(period, rows) if rows else None
