"""Weeks side by side as tables of words: the district, the schools, one school's values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.russian.numbers import place_text, value_text
from letters_gen.week.trend import Trend
from letters_gen.wording.language import gettext as _


@dataclass(frozen=True)
class TrendRows:
    """A table: its headings, the first of which says what the lines are, and its lines.

    Attributes:
        keys: of what each line is about: of schools theirs.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    keys: Sequence[str] = ()


def district_rows(found: Trend, most: int) -> TrendRows:
    """The district by each indicator in the last weeks, `most` of them."""
    averages = found.averages(most)
    rows = [(rule.title, *(week[rule.key] for week in averages)) for rule in found.indicators]
    return TrendRows([_("District"), *_weeks(found, most)], rows)


def school_rows(found: Trend, key: str, most: int) -> TrendRows:
    """What a school had by each indicator."""
    values = found.values(key)
    rows = [
        (
            rule.title,
            *(value_text(one, rule.requirement) for one in values[rule.key][-most:]),
        )
        for rule in found.indicators
    ]
    return TrendRows([found.schools[key], *_weeks(found, most)], rows)


def schools_rows(found: Trend, keys: Sequence[str], most: int) -> TrendRows:
    """How many indicators each of the schools of `keys` didn't meet, and its place."""
    rows = []
    for key in keys:
        counts = ["–" if one is None else str(one) for one in found.findings(key)[-most:]]
        place = place_text(found.places.get(key)) or "–"
        rows.append((found.schools[key], *counts, str(found.running(key) or "–"), place))
    headings = [_("Indicators not met"), *_weeks(found, most), _("Weeks running"), _("Place")]
    return TrendRows(headings, rows, keys)


def _weeks(found: Trend, most: int) -> list[str]:
    return [f"{period.end:%d.%m.%y}" for period in found.periods[-most:]]
