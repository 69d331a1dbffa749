"""Indicators -> findings, and the figures of the whole district. Pure: values in, values out.

Judging uses the exact quotient of the counts; no data is never a finding; nothing divided by
nothing is no data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from letters_gen.model.column import Column
from letters_gen.model.judgement import (
    Figure,
    FigureRule,
    Finding,
    Indicator,
    Relation,
    Requirement,
    Source,
    Value,
)
from letters_gen.model.monitoring import CellValue, Monitoring, Row
from letters_gen.model.school import School


def findings(monitoring: Monitoring, indicators: Iterable[Indicator]) -> list[Finding]:
    """What each school has to mend: in the order of the sheet, within a school in the order of
    `indicators`.
    """
    kept, rows = list(indicators), monitoring.rows
    short = [_shortfalls(rows, indicator) for indicator in kept]
    return [
        Finding(row, indicator, value)
        for row, values in zip(rows, zip(*short, strict=True), strict=False)
        for indicator, value in zip(kept, values, strict=True)
        if value is not None
    ]


def row_findings(row: Row, indicators: Iterable[Indicator]) -> list[Finding]:
    """What one school has to mend, in the order of `indicators`; nothing is found where there is no
    data.
    """
    found = []
    for indicator in indicators:
        value = _shortfall(indicator, _given(row, indicator.source))
        if value is not None:
            found.append(Finding(row, indicator, value))
    return found


def _shortfalls(rows: Sequence[Row], indicator: Indicator) -> list[Value | None]:
    """By row the value that does not meet an indicator, None where it does or there is no data.

    Of a country's schools many have the same counts: each pair of them is judged once.
    """
    columns = [[row.cells.value(column) for row in rows] for column in indicator.source.columns]
    given = list(zip(*columns, strict=True))
    known = {one: _shortfall(indicator, one) for one in set(given)}
    return [known[one] for one in given]


def _shortfall(indicator: Indicator, given: Sequence[CellValue]) -> Value | None:
    value = _judged(indicator.source, given)
    return None if value is None or meets(value, indicator.requirement) else value


def judged_value(row: Row, source: Source) -> Value | None:
    """What `source` gives for one school: a cell's value, or the exact quotient of two counts; None
    for no data.
    """
    return _judged(source, _given(row, source))


def _given(row: Row, source: Source) -> Sequence[CellValue]:
    return tuple(map(row.value, source.columns))


def _judged(source: Source, given: Sequence[CellValue]) -> Value | None:
    if not source.is_share:
        return given[0]
    part, whole = given
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return None
    return _quotient(part, whole)


@lru_cache(10_000)
def _quotient(part: int, whole: int) -> Fraction:
    """Of a country's schools many have the same counts: reducing each fraction costs most."""
    return Fraction(part, whole)


def meets(value: Value, requirement: Requirement) -> bool:
    """Whether `value` is what `requirement` asks; text is compared without regard to case and outer
    spaces.
    """
    bound = requirement.bound
    if isinstance(value, str) or isinstance(bound, str):
        return str(value).strip().casefold() == str(bound).strip().casefold()
    if requirement.relation is Relation.AT_LEAST:
        return value >= bound
    if requirement.relation is Relation.AT_MOST:
        return value <= bound
    return value == bound


def figures(monitoring: Monitoring, rules: Iterable[FigureRule]) -> dict[str, Figure]:
    """The district's figures by their key: quotients of the sums over the rows that have both
    counts (design §3).
    """
    return {rule.key: figure(monitoring.rows, rule) for rule in rules}


def figure(rows: Sequence[Row], rule: FigureRule) -> Figure:
    """One figure over `rows`; its value is None where the summed whole is nothing."""
    sums = share_of_sums(rows, rule.source)
    value = sums.value
    if rule.complement and value is not None:
        value = 1 - value
    cells: list[str] = []
    for column in rule.source.columns:
        cells += ranges(rows, column)
    return Figure(rule, value, sums.part, sums.whole, tuple(cells), sums.left_out)


@dataclass(frozen=True)
class Sums:
    """Two columns summed over the rows that have both counts; `left_out` are the schools of the
    other rows.
    """

    part: int
    whole: int
    left_out: tuple[School, ...]

    @property
    def value(self) -> Fraction | None:
        """The exact quotient, None where the whole is nothing."""
        if not self.whole:
            return None
        return Fraction(self.part, self.whole)


def share_of_sums(rows: Iterable[Row], source: Source) -> Sums:
    """The district's share: a quotient of sums, never the mean of shares (design §3)."""
    part_sum = whole_sum = 0
    left_out = []
    for row in rows:
        part, whole = _given(row, source)
        if not isinstance(part, int) or not isinstance(whole, int):
            left_out.append(row.school)
        else:
            part_sum, whole_sum = part_sum + part, whole_sum + whole
    return Sums(part_sum, whole_sum, tuple(left_out))


def totals(monitoring: Monitoring, columns: Iterable[Column]) -> dict[str, int]:
    """The sums of the columns of counts that the sheet has, by the columns' keys."""
    summed = {}
    for column in columns:
        if column.kind == "count" and column.key in monitoring.columns:
            summed[column.key] = sum(monitoring.counts(column.key))
    return summed


def ranges(rows: Sequence[Row], column: str) -> list[str]:
    """The cells of a column in `rows`, those that touch joined: `Лист!H6:H7`, `Лист!H9`; none where
    it isn't there.
    """
    if not rows:
        return []
    layout = rows[0].cells.layout
    letters = layout.letters[column]
    if not letters:
        return []
    runs: list[tuple[int, int]] = []
    for row in rows:
        line = row.cells.line
        if runs and runs[-1][1] == line - 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return [f"{layout.sheet}!{_span(letters, *run)}" for run in runs]


def _span(letters: str, first: int, last: int) -> str:
    if first == last:
        return f"{letters}{first}"
    return f"{letters}{first}:{letters}{last}"
