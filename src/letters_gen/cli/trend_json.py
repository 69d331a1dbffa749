"""The JSON of `history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.json_output import Json, period_json
from letters_gen.russian.numbers import place_text, requirement_text, value_text

if TYPE_CHECKING:
    from letters_gen.week.trend import Trend


def trend_json(found: Trend, file: str) -> Json:
    """The weeks, the oldest first; of the district and of each school a value for each of them."""
    averages = found.averages(len(found.weeks))
    return {
        "weeks": [period_json(period) for period in found.periods],
        "requirements": {rule.key: requirement_text(rule.requirement) for rule in found.indicators},
        "district": {rule.key: [week[rule.key] for week in averages] for rule in found.indicators},
        "schools": [_school(found, key) for key in found.schools],
        "file": file,
    }


def _school(found: Trend, key: str) -> Json:
    values = found.values(key)
    return {
        "school": found.schools[key],
        "inn": key if key.isdigit() else None,
        "findings": found.findings(key),
        "running": found.running(key),
        "place": place_text(found.places.get(key)) or None,
        "values": {
            rule.key: [
                None if one is None else value_text(one, rule.requirement)
                for one in values[rule.key]
            ]
            for rule in found.indicators
        },
    }
