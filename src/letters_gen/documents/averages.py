"""How the whole district stands on each indicator: what a school's own value is set beside."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from letters_gen.compliance import judged_value, meets, share_of_sums
from letters_gen.model.judgement import Indicator
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import mean, value_text


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
    values = [value for row in rows if (value := judged_value(row, rule.source)) is not None]
    bound = rule.requirement.bound
    if not values:
        return value_text(None)
    if isinstance(bound, str):
        met = sum(meets(value, rule.requirement) for value in values)
        return f"{met} из\N{NO-BREAK SPACE}{len(values)}"
    counts = [Fraction(value) for value in values if not isinstance(value, str)]
    return (
        mean(sum(counts, Fraction()) / len(counts), Fraction(bound)) if counts else value_text(None)
    )
