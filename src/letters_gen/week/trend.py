"""Weeks side by side: each school's judged values, the district's, and what is required."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from letters_gen.compliance import judged_value
from letters_gen.documents.averages import district_averages
from letters_gen.documents.past import places, remembered
from letters_gen.errors import InputError
from letters_gen.model.folding import folded
from letters_gen.model.judgement import Indicator, Value
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.past import PastWeek, Place
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.register.book import Register
from letters_gen.week.history import remembered_periods, remembered_week


@dataclass(frozen=True)
class Trend:
    """Weeks that the register remembers, the oldest first.

    Attributes:
        weeks: each with the judged rows of its schools.
        schools: the short names by the schools' keys, as they were last called.
    """

    settings: Settings
    weeks: tuple[PastWeek, ...]
    schools: Mapping[str, str]

    @property
    def periods(self) -> list[Period]:
        """The weeks' days."""
        return [week.period for week in self.weeks]

    @property
    def indicators(self) -> list[Indicator]:
        """What is judged."""
        return list(self.settings.indicators.values())

    def averages(self, most: int) -> list[dict[str, str]]:
        """How the district stood in the last weeks, `most` of them, as documents show it."""
        latest = (remembered(week, self.settings) for week in self.weeks[-most:])
        return [district_averages(sheet, self.settings) for sheet in latest]

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The schools' places in the last week."""
        return places(remembered(self.weeks[-1], self.settings).rows, self.settings.judged_shares)

    def findings(self, key: str) -> list[int | None]:
        """How many indicators a school didn't meet in each week; None where it wasn't judged."""
        rows = (week.rows.get(key) for week in self.weeks)
        return [None if row is None else len(row.findings) for row in rows]

    def values(self, key: str) -> dict[str, list[Value | None]]:
        """What a school had by each indicator in each week."""
        rows = [sheet.get(key) for sheet in self._rows]
        return {
            rule.key: [judged_value(row, rule.source) if row else None for row in rows]
            for rule in self.indicators
        }

    def running(self, key: str) -> int:
        """For how many weeks running, up to the last, a school falls short."""
        count, after = 0, None
        for week in reversed(self.weeks):
            row = week.rows.get(key)
            follows = after is None or after.follows(week.period)
            if not (follows and row and row.findings):
                break
            count, after = count + 1, week.period
        return count

    @cached_property
    def _rows(self) -> list[dict[str, Row]]:
        return [{row.school.key: row for row in sheet.rows} for sheet in self._sheets]

    @cached_property
    def _sheets(self) -> Sequence[Monitoring]:
        """The weeks as their sheets stood, by today's settings."""
        return [remembered(week, self.settings) for week in self.weeks]


def trend(register: Register, settings: Settings, most: int | None, school: str | None) -> Trend:
    """The latest weeks that the register remembers, at most `most` of them.

    Args:
        school: a part of a school's name, or its ИНН: no other schools are told of one by one.

    Raises:
        InputError: `history-empty`: there is no such week; `unknown-school`.
    """
    weeks = tuple(_weeks(register, settings, most))
    if not weeks:
        raise InputError("history-empty")
    named: dict[str, str] = {}
    for week in weeks:
        named |= {key: row.school for key, row in week.rows.items()}
    return Trend(settings, weeks, _chosen(named, school))


def _weeks(register: Register, settings: Settings, most: int | None) -> Iterator[PastWeek]:
    known = remembered_periods(register, settings)
    periods: Sequence[Period] = sorted(known)
    for period in periods[-most:] if most else periods:
        week = remembered_week(register, known[period], period)
        if week is not None:
            yield week


def _chosen(named: Mapping[str, str], school: str | None) -> Mapping[str, str]:
    if school is None:
        return named
    wanted = folded(school)
    found = {key: name for key, name in named.items() if key == school or wanted in folded(name)}
    if not found:
        nearest = difflib.get_close_matches(school, named.values(), n=1, cutoff=0.3)
        raise InputError("unknown-school", found=school, nearest=nearest)
    return found
