"""One school's fields: its row of the sheet, and its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from letters_gen.compliance import judged_value
from letters_gen.documents.head import head_of
from letters_gen.documents.inflecting import Inflected
from letters_gen.model.judgement import Finding, Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import requirement_text, value_text
from letters_gen.russian.phrases import sentence

Values = dict[str, Any]


def school_fields(row: Row, findings: Sequence[Finding], averages: Mapping[str, str], settings: Settings) -> Values:
    """The fields of a letter about one school: `школа`, and its own `нарушения`."""
    school, head = row.school, head_of(row.school)
    known = {
        "инн": school.inn,
        "полное": school.full_name,
        "руководитель": Inflected.of(head.name) if head.name else "",
        "должность": Inflected.of(head.post) if head.post else "",
    }
    phrases = [finding.indicator.finding for finding in findings]
    return {
        "школа": {**row_fields(row, phrases, settings), **known},
        "нарушения": [finding_fields(finding, averages) for finding in findings],
    }


def row_fields(row: Row, phrases: Sequence[str], settings: Settings) -> Values:
    """A school's row: its name, the columns of the sheet, the judged shares, what it has to mend (`phrases`)."""
    return {
        "название": row.school.short_name,
        **{column.field: value_text(row.value(column.key)) for column in settings.shown_columns},
        **{indicator.field: _judged(row, indicator) for indicator in settings.judged_shares},
        "замечания": sentence(phrases),
    }


def finding_fields(finding: Finding, averages: Mapping[str, str]) -> Values:
    """One finding: the school, the indicator, its value, what is required, the district's average, what to do."""
    return {
        "школа": finding.school.short_name,
        "показатель": finding.indicator.title,
        "значение": value_text(finding.value, finding.indicator.requirement),
        "требование": requirement_text(finding.indicator.requirement),
        "по_району": averages[finding.indicator.key],
        "что_сделать": sentence([finding.indicator.finding]),
    }


def _judged(row: Row, indicator: Indicator) -> str:
    return value_text(judged_value(row, indicator.source), indicator.requirement)
