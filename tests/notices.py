"""Notices of the sample office: its settings and templates, the printed week, findings as
wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from clerk import ROOT, SHEET

from letters_gen.compliance import figures, findings, totals
from letters_gen.documents.averages import district_averages
from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import Letter, letter_to_school
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.past import told_by
from letters_gen.documents.print_cover import COVER, Cover, Listed
from letters_gen.documents.standings import district_standings
from letters_gen.documents.vocabulary import vocabulary
from letters_gen.facts.monitoring import read_monitoring
from letters_gen.facts.schools import read_directory
from letters_gen.model.basis import Basis
from letters_gen.model.judgement import Finding, Indicator, Relation, Requirement, Source
from letters_gen.model.matter import JudgedWeek, Matter
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.settings import DocumentType
from letters_gen.model.statement import StatedSignatory
from letters_gen.office.settings import load_settings
from letters_gen.outputs.print_file import bookmark
from letters_gen.templating import compile_template

SETTINGS = load_settings(ROOT / "letters.toml")
DAY = date(2023, 4, 18)
HEADING = "О недостижении показателей использования ИКОП «Сферум»"
FIELDS = vocabulary(SETTINGS, each=True)
TEMPLATE = compile_template(
    ROOT / "templates/notice.docx",
    field_names(FIELDS.groups),
    filters_of(SETTINGS.office),
)
COVER_TEMPLATE = compile_template(
    ROOT / "templates/print-cover.docx",
    field_names(COVER),
    filters_of(SETTINGS.office),
)
# A fifth indicator and more, with names as long as another monitoring may have.
LONG = Indicator(
    "long",
    "Доля учителей, использующих ИКОП «Сферум» не реже одного раза в неделю",
    Source(("wrote", "registered")),
    Requirement(Relation.AT_LEAST, Fraction(4, 5)),
    "обеспечить использование ИКОП «Сферум» каждым учителем не реже одного раза в неделю",
    "доля_использующих",
)


@cache
def batch() -> Batch:
    """What the notices of the printed week have alike."""
    week = read_monitoring(
        ROOT / SHEET,
        SETTINGS,
        read_directory(ROOT / "data/schools.csv"),
    ).monitoring
    kind = DocumentType(
        "notice",
        "Уведомление",
        "notice.docx",
        SETTINGS.series["outgoing"],
        "finding",
        True,
        "Директору",
        HEADING,
        deadline=5,
    )
    found = tuple(findings(week, SETTINGS.indicators.values()))
    judged = JudgedWeek(
        monitoring=week,
        findings=found,
        figures=figures(week, SETTINGS.figures.values()),
        averages={**district_averages(week, SETTINGS), LONG.key: "23,1%"},
        standings=district_standings(week, SETTINGS),
        totals=totals(week, SETTINGS.columns.values()),
        past=told_by((), week, found, SETTINGS),
    )
    basis = Basis("Министерство образования и науки РД", "06-5649/06-18/23", date(2023, 4, 17))
    return Batch(
        settings=SETTINGS,
        type=kind,
        matter=Matter(week.period.subject, judged, basis),
        signatory=SETTINGS.signatories["head"],
        executor=SETTINGS.executors["default"],
    )


def judged_week() -> JudgedWeek:
    """The printed week."""
    week = batch().matter.week
    assert week is not None
    return week


def fields_for(letter: Letter, number: str) -> dict[str, Any]:
    """The fields of a notice."""
    own = fields_of(FIELDS.own, NumberedLetter(letter, number, DAY))
    return {**fields_of(FIELDS.common, letter.batch), **own}


def values_for(school: str, number: int = 220, addressee: str = "") -> dict[str, Any]:
    """The fields of the notice to a school of the printed week."""
    week = judged_week()
    row = next(row for row in week.monitoring.rows if row.school.short_name == school)
    own = tuple(finding for finding in week.findings if finding.school.key == row.school.key)
    letter = letter_to_school(batch(), row, own, "schools.csv")
    named = replace(letter, addressee=addressee or f"Директору {school}")
    return fields_for(named, f"01-16/{number}")


def findings_of(row: Row, number: int) -> tuple[Finding, ...]:
    """That many findings: those of the sample office first, then long ones."""
    shown = {"profile_status": "Не активен", "registered_share": Fraction(7, 8), "service_chats": 0}
    rules = [*SETTINGS.indicators.values(), *[LONG] * number][:number]
    return tuple(Finding(row, rule, shown.get(rule.key, Fraction(453, 1000))) for rule in rules)


def notice(number: int, count: int, weeks: int = 1, **school: str) -> bytes:
    """A finished notice with that many findings, not mended for so many weeks, to a school of the
    printed week changed as said.
    """
    row = judged_week().monitoring.rows[3]
    row = replace(row, school=replace(row.school, **school))
    found = findings_of(row, count)
    running = {finding.indicator.key: weeks for finding in found}
    named = replace(
        letter_to_school(batch(), row, found, "schools.csv"),
        addressee=f"Директору {row.school.short_name} Рамазанову\N{NO-BREAK SPACE}Р.А.",
        pasts={row.school.key: SchoolPast(weeks, 0, running, None, weeks > 1, None)},
    )
    return TEMPLATE.render(fields_for(named, f"01-16/{number}"))


def notices(counts: Iterable[int]) -> list[bytes]:
    """Finished notices, numbers from 220, each with that many findings."""
    return [notice(number, count) for number, count in enumerate(counts, 220)]


def cover(number: int, school: str = "МКОУ «Школа № {}»") -> bytes:
    """The finished cover of that many notices, numbers from 220."""
    listed, marks = [], []
    for at in range(1, number + 1):
        listed.append(_listed(f"01-16/{219 + at}", school.format(at)))
        marks.append(bookmark(at))
    return COVER_TEMPLATE.render(fields_of(COVER, Cover(SETTINGS.office, listed, marks)))


def _listed(number: str, school: str) -> Listed:
    return Listed(
        number=number,
        day=DAY,
        path="",
        title="Уведомление",
        whom=school,
        period=judged_week().monitoring.period,
        basis=None,
        signatory=StatedSignatory("Абакаров Г.К.", "Начальник"),
        executor=SETTINGS.executors["default"],
    )
