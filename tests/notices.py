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

from letters_gen.compliance import figures, findings
from letters_gen.documents.averages import district_averages
from letters_gen.documents.filters import filters_of
from letters_gen.documents.letter import Letter, common_fields, own_fields
from letters_gen.documents.own_school import SchoolWords
from letters_gen.documents.print_cover import Listed, cover_fields
from letters_gen.documents.vocabulary import cover_vocabulary, vocabulary
from letters_gen.facts.monitoring import read_monitoring
from letters_gen.facts.schools import read_directory
from letters_gen.model.basis import Basis
from letters_gen.model.judgement import Finding, Indicator, Relation, Requirement, Source
from letters_gen.model.monitoring import Row
from letters_gen.model.settings import DocumentType
from letters_gen.office.settings import load_settings
from letters_gen.outputs.print_file import bookmark
from letters_gen.templating import compile_template

SETTINGS = load_settings(ROOT / "letters.toml")
DAY = date(2023, 4, 18)
HEADING = "О недостижении показателей использования ИКОП «Сферум»"
TEMPLATE = compile_template(
    ROOT / "templates/notice.docx",
    [field.name for field in vocabulary(SETTINGS, for_schools=True)],
    filters_of(SETTINGS.office),
)
COVER = compile_template(
    ROOT / "templates/print-cover.docx",
    [field.name for field in cover_vocabulary()],
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
def letter() -> Letter:
    """The letter of the printed week that a notice is made of: not yet about a school."""
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
        "Директору",
        HEADING,
        deadline=5,
    )
    return Letter(
        settings=SETTINGS,
        type=kind,
        basis=Basis("Министерство образования и науки РД", "06-5649/06-18/23", date(2023, 4, 17)),
        monitoring=week,
        findings=tuple(findings(week, SETTINGS.indicators.values())),
        figures=figures(week, SETTINGS.figures.values()),
        averages={**district_averages(week, SETTINGS), LONG.key: "23,1%"},
        signatory=SETTINGS.signatories["head"],
        executor=SETTINGS.executors["default"],
        addressee=kind.addressee,
    )


@cache
def words() -> SchoolWords:
    """How the notices put their schools."""
    return SchoolWords(SETTINGS, letter().averages)


def values_for(school: str, number: int = 220, addressee: str = "") -> dict[str, Any]:
    """The fields of the notice to a school of the printed week."""
    whole = letter()
    row = next(row for row in whole.monitoring.rows if row.school.short_name == school)
    own = tuple(finding for finding in whole.findings if finding.school.key == row.school.key)
    values = {
        **common_fields(whole),
        **own_fields(whole.about(row, own, "schools.csv"), words(), f"01-16/{number}", DAY),
    }
    values["письмо"]["адресат"] = addressee or f"Директору {school}"
    return values


def findings_of(row: Row, number: int) -> tuple[Finding, ...]:
    """That many findings: those of the sample office first, then long ones."""
    shown = {"profile_status": "Не активен", "registered_share": Fraction(7, 8), "service_chats": 0}
    rules = [*SETTINGS.indicators.values(), *[LONG] * number][:number]
    return tuple(Finding(row, rule, shown.get(rule.key, Fraction(453, 1000))) for rule in rules)


def notice(number: int, count: int, **school: str) -> bytes:
    """A finished notice with that many findings, to a school of the printed week changed as
    said.
    """
    whole = letter()
    row = whole.monitoring.rows[3]
    row = replace(row, school=replace(row.school, **school))
    named = whole.about(row, findings_of(row, count), "schools.csv")
    values = {**common_fields(whole), **own_fields(named, words(), f"01-16/{number}", DAY)}
    values["письмо"]["адресат"] = (
        f"Директору {row.school.short_name} Рамазанову\N{NO-BREAK SPACE}Р.А."
    )
    return TEMPLATE.render(values)


def notices(counts: Iterable[int]) -> list[bytes]:
    """Finished notices, numbers from 220, each with that many findings."""
    return [notice(number, count) for number, count in enumerate(counts, 220)]


def cover(number: int, school: str = "МКОУ «Школа № {}»") -> bytes:
    """The finished cover of that many notices, numbers from 220."""
    listed = [
        Listed(f"01-16/{219 + at}", school.format(at), bookmark(at)) for at in range(1, number + 1)
    ]
    return COVER.render({**common_fields(letter()), **cover_fields(listed)})
