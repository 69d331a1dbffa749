"""The tables of the appendix workbook, as values: what stands in each cell, before anything is
drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.compliance import judged_value, share_of_sums, totals
from letters_gen.model.column import Column
from letters_gen.model.judgement import Finding, Indicator, Requirement, Value
from letters_gen.model.monitoring import Monitoring
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import requirement_text
from letters_gen.russian.phrases import sentence


@dataclass(frozen=True)
class Figure:
    """A cell: its value (None: no data), and the requirement that its rounding must not cross."""

    value: Value | None
    requirement: Requirement | None = None


@dataclass(frozen=True)
class Line:
    """A row of a table; `marked` where the school has findings."""

    cells: tuple[Figure, ...]
    marked: bool = False


@dataclass(frozen=True)
class Table:
    """One worksheet: its columns (heading and width in signs), its rows, and the totals under
    them.
    """

    sheet: str
    title: str
    columns: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    totals: Line | None = None


def schools_table(
    title: str, monitoring: Monitoring, findings: Sequence[Finding], settings: Settings
) -> Table:
    """A row a school: the columns of the sheet, the shares that are judged, what is to be
    mended.
    """
    shares = [indicator for indicator in settings.indicators.values() if indicator.source.is_share]
    shown = [column for column in settings.shown_columns if column.key in monitoring.columns]
    phrases = _phrases(findings)
    lines = []
    for position, row in enumerate(monitoring.rows, 1):
        remarks = sentence(phrases[row.school.key])
        counts = [Figure(row.value(column.key)) for column in shown]
        judged = [Figure(judged_value(row, rule.source), rule.requirement) for rule in shares]
        named = [Figure(position), Figure(row.school.short_name)]
        lines.append(Line((*named, *counts, *judged, Figure(remarks)), marked=bool(remarks)))
    columns = [("№ п/п", 5), ("Образовательная организация", 25)]
    columns += [(column.title, 10) for column in shown]
    columns += [(indicator.title, 10) for indicator in shares]
    columns.append(("Замечания", 32))
    summed = _summed(monitoring, shown, shares)
    return Table("Мониторинг", title, tuple(columns), tuple(lines), summed)


def _phrases(findings: Sequence[Finding]) -> dict[str, list[str]]:
    """What each school is to mend, by its key."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        phrases[finding.school.key].append(finding.indicator.finding)
    return phrases


def _summed(monitoring: Monitoring, shown: Sequence[Column], shares: Sequence[Indicator]) -> Line:
    """The row of totals: the sums of the columns, and the district's shares."""
    sums = totals(monitoring, shown)
    cells = [Figure(""), Figure("Итого")]
    cells += [Figure(sums.get(column.key, "")) for column in shown]
    for indicator in shares:
        share = share_of_sums(monitoring.rows, indicator.source)
        cells.append(Figure(share.value, indicator.requirement))
    return Line((*cells, Figure("")))


def findings_table(findings: Sequence[Finding]) -> Table:
    """A row a finding: the school, the indicator, its value, what is required, what to do."""
    lines = []
    for position, finding in enumerate(findings, 1):
        indicator = finding.indicator
        named = (Figure(position), Figure(finding.school.short_name), Figure(indicator.title))
        required = Figure(requirement_text(indicator.requirement))
        remedy = Figure(sentence([indicator.finding]))
        lines.append(Line((*named, Figure(finding.value, indicator.requirement), required, remedy)))
    return Table(
        "Замечания",
        "Перечень образовательных организаций, не выполнивших показатели",
        (
            ("№ п/п", 6),
            ("Образовательная организация", 30),
            ("Показатель", 36),
            ("Значение", 13),
            ("Требование", 18),
            ("Что необходимо сделать", 44),
        ),
        tuple(lines),
    )
