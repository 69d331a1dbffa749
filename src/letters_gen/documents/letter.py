"""The letter about a week: its facts, and the fields of its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters_gen.compliance import judged_value, share_of_sums, totals
from letters_gen.model.basis import Basis
from letters_gen.model.judgement import Figure, Finding, Indicator
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.settings import DocumentType, Executor, Settings, Signatory
from letters_gen.russian.dates import numeric
from letters_gen.russian.initials import signature
from letters_gen.russian.numbers import count, requirement_text, value_text
from letters_gen.russian.phrases import sentence

Values = dict[str, Any]


@dataclass(frozen=True)
class Letter:
    """All that a letter says, but for the number and date that the register gives it."""

    settings: Settings
    type: DocumentType
    basis: Basis
    monitoring: Monitoring
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    signatory: Signatory
    executor: Executor


def letter_fields(letter: Letter, number: str, day: date) -> Values:
    """The fields of the letter's templates (see `vocabulary`); a figure without data has no field.

    Args:
        number: the registration number, as the register gave it.
        day: the date of signing.
    """
    return {
        "письмо": {
            "номер": number,
            "дата": numeric(day),
            "заголовок": letter.type.heading,
            "адресат": letter.type.addressee,
        },
        "учреждение": _office(letter.settings),
        "основание": {
            "автор": letter.basis.author,
            "номер": letter.basis.number,
            "дата": numeric(letter.basis.date),
        },
        "период": {
            "начало": numeric(letter.monitoring.period.start),
            "конец": numeric(letter.monitoring.period.end),
        },
        "показатели": {key: figure.value for key, figure in letter.figures.items() if figure.value is not None},
        "подписант": {"должность": letter.signatory.post, "подпись": signature(letter.signatory.name)},
        "исполнитель": {"имя": letter.executor.name},
        **_appendix(letter),
    }


def _office(settings: Settings) -> Values:
    office = settings.office
    return {
        "название": office.name,
        "краткое": office.short_name,
        "адрес": office.address,
        "окпо": office.okpo,
        "огрн": office.ogrn,
        "инн": office.inn,
        "кпп": office.kpp,
        "почта": office.email,
        "телефон": office.phone,
        "район": office.district,
        "эмблема": None,
    }


def _appendix(letter: Letter) -> Values:
    phrases: dict[str, list[str]] = {}
    for finding in letter.findings:
        phrases.setdefault(finding.school.key, []).append(finding.indicator.finding)
    schools = [_school(row, phrases.get(row.school.key, []), letter.settings) for row in letter.monitoring.rows]
    return {
        "школы": schools,
        "итого": _totals(letter),
        "нарушители": [school for school in schools if school["замечания"]],
        "нарушения": [_finding(finding) for finding in letter.findings],
    }


def _school(row: Row, phrases: list[str], settings: Settings) -> Values:
    return {
        "название": row.school.short_name,
        **{column.field: value_text(row.cells[column.key].value) for column in settings.shown_columns},
        **{indicator.field: _judged(row, indicator) for indicator in _shares(settings)},
        "замечания": sentence(phrases),
    }


def _judged(row: Row, indicator: Indicator) -> str:
    return value_text(judged_value(row, indicator.source), indicator.requirement)


def _shares(settings: Settings) -> list[Indicator]:
    return [indicator for indicator in settings.indicators.values() if indicator.source.is_share]


def _totals(letter: Letter) -> Values:
    rows, columns = letter.monitoring.rows, letter.settings.columns
    sums = {columns[key].field: count(total) for key, total in totals(letter.monitoring, columns.values()).items()}
    shares = {
        rule.field: value_text(share_of_sums(rows, rule.source).value, rule.requirement)
        for rule in _shares(letter.settings)
    }
    return {**sums, **shares}


def _finding(finding: Finding) -> Values:
    return {
        "школа": finding.school.short_name,
        "показатель": finding.indicator.title,
        "значение": value_text(finding.value, finding.indicator.requirement),
        "требование": requirement_text(finding.indicator.requirement),
        "что_сделать": sentence([finding.indicator.finding]),
    }
