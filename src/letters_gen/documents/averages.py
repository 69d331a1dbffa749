"""How the whole district stands on each indicator: what a school's own value is set beside."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from letters_gen.compliance import judged_value, meets, share_of_sums
from letters_gen.model.judgement import Indicator, Requirement, Value
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import mean, percent, value_text


def district_averages(monitoring: Monitoring, settings: Settings) -> dict[str, str]:
    """The district's average of each indicator as documents show it, by the indicator's key; `–`
    without data.

    Of a share the quotient of the sums (design §3), of a count the mean a school (`2,3`), of text
    how many of the schools with data have what is required (`18 из 22`).
    """
    return {key: _average(monitoring.rows, rule) for key, rule in settings.indicators.items()}


def _average(rows: Sequence[Row], rule: Indicator) -> str:
    if rule.source.is_share:
        return value_text(share_of_sums(rows, rule.source).value, rule.requirement)
    judged = [judged_value(row, rule.source) for row in rows]
    bound = rule.requirement.bound
    if isinstance(bound, str):
        return _met(judged, rule.requirement)
    counts = [Fraction(value) for value in judged if isinstance(value, (int, Fraction))]
    if not counts:
        return value_text(None)
    average = sum(counts, Fraction()) / len(counts)
    return (
        percent(average, bound) if isinstance(bound, Fraction) else mean(average, Fraction(bound))
    )


def _met(judged: Sequence[Value | None], requirement: Requirement) -> str:
    """How many of the values there are meet a requirement of text."""
    values = [value for value in judged if value is not None]
    if not values:
        return value_text(None)
    met = sum(meets(value, requirement) for value in values)
    return f"{met} из\N{NO-BREAK SPACE}{len(values)}"
