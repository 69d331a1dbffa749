"""Counts that leap from one week to the next: no school's staff is halved in a week, but by a slip
of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator

from letters_gen.errors import Place
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.past import PastWeek
from letters_gen.model.settings import Settings

# A whole is something slow. Few people more or less are no leap.
_FEWEST = 5


def leaps(
    monitoring: Monitoring, before: PastWeek, settings: Settings, file: str
) -> Iterator[Oddity]:
    """One oddity for each column that is the whole of a share and has leapt in some schools: by
    half of what it was, and by at least five.
    """
    wholes = dict.fromkeys(one.source.columns[1] for one in settings.shares)
    for key in wholes:
        leapt = [told for row in monitoring.rows if (told := _leap(row, before, key))]
        if leapt:
            arguments = {"column": settings.columns[key].title, "schools": leapt}
            yield Oddity("count-leaps", Place(file=file, sheet=monitoring.sheet), arguments)


def _leap(row: Row, before: PastWeek, key: str) -> str:
    """How a school's count has leapt, in words; '' where it hasn't."""
    past = before.rows.get(row.school.key)
    was, now = past.values.get(key) if past else None, row.count(key)
    if not isinstance(was, int) or now is None:
        return ""
    if abs(now - was) < max(_FEWEST, was / 2):
        return ""
    return f"{row.school.short_name} ({was} → {now})"
