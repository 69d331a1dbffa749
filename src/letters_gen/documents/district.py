"""The district's fields: its totals, and for an office-wide letter every school and every
finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from letters_gen.compliance import share_of_sums, totals
from letters_gen.documents.own_school import SchoolWords
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Monitoring
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import count, value_text

Values = dict[str, Any]


def district_fields(
    monitoring: Monitoring,
    findings: Sequence[Finding],
    words: SchoolWords,
    settings: Settings,
    of_one: bool,
) -> Values:
    """The totals; and the lists of schools and findings, left out of a letter that is about one
    school (`of_one`).
    """
    summed = {"итого": _totals(monitoring, settings)}
    if of_one:
        return summed
    phrases: dict[str, list[str]] = {}
    for finding in findings:
        phrases.setdefault(finding.school.key, []).append(finding.indicator.finding)
    schools = [words.row(row, phrases.get(row.school.key, [])) for row in monitoring.rows]
    return {
        **summed,
        "школы": schools,
        "нарушители": [school for school in schools if school["замечания"]],
        "нарушения": [words.finding(finding) for finding in findings],
    }


def _totals(monitoring: Monitoring, settings: Settings) -> Values:
    columns = settings.columns
    sums = {
        columns[key].field: count(total)
        for key, total in totals(monitoring, columns.values()).items()
    }
    shares = {
        rule.field: value_text(share_of_sums(monitoring.rows, rule.source).value, rule.requirement)
        for rule in settings.judged_shares
    }
    return {**sums, **shares}
