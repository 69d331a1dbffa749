"""The district's fields: its totals, and for one paper about several schools each of these and what
it has to mend.
"""

from __future__ import annotations

from collections.abc import Sequence

from letters_gen.compliance import share_of_sums, totals
from letters_gen.documents.own_school import SchoolWords
from letters_gen.model.field import FieldValues
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import count, value_text


def schools_fields(
    rows: Sequence[Row], findings: Sequence[Finding], words: SchoolWords
) -> FieldValues:
    """The lists of a letter's schools, of those that fall short, and of what they have to mend."""
    phrases: dict[str, list[str]] = {}
    for finding in findings:
        phrases.setdefault(finding.school.key, []).append(finding.indicator.finding)
    schools = [words.row(row, phrases.get(row.school.key, [])) for row in rows]
    return {
        "школы": schools,
        "нарушители": [school for school in schools if school["замечания"]],
        "нарушения": [words.finding(finding) for finding in findings],
    }


def totals_fields(monitoring: Monitoring, settings: Settings) -> FieldValues:
    """The sums of the sheet's columns and the district's judged shares, by the templates' names."""
    columns = settings.columns
    summed = totals(monitoring, columns.values())
    sums = {columns[key].field: count(total) for key, total in summed.items()}
    shares = {
        rule.field: value_text(share_of_sums(monitoring.rows, rule.source).value, rule.requirement)
        for rule in settings.judged_shares
    }
    return {**sums, **shares}
