"""Why a document says what it says: its findings and figures with their rules and cells, out of
what its entry states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from letters_gen.model.entry import Entry
from letters_gen.model.monitoring import CellValue
from letters_gen.model.statement import JudgedRow, StatedFigure, StatedRules, StatedSheet
from letters_gen.russian.numbers import value_text


@dataclass(frozen=True)
class Ground:
    """One finding or figure as the document states it.

    Attributes:
        school: the school's short name, '' for a figure of the district.
        key: the indicator's or the figure's.
        value: as the document shows it; `rule`: what it was held against, or how it was computed.
        cells: where it comes from: `Мониторинг!H27`.
    """

    school: str
    key: str
    title: str
    value: str
    rule: str
    cells: tuple[str, ...]


def finding_grounds(entry: Entry) -> Iterator[Ground]:
    """Each finding of a document, in the order of its rows; nothing for one that states none, or
    whose register kept no rules.
    """
    if entry.rules is None or entry.sheet is None:
        return
    for row in entry.rows:
        for key in row.findings:
            yield _finding_ground(row, key, entry.rules, entry.sheet)


def _finding_ground(row: JudgedRow, key: str, rules: StatedRules, sheet: StatedSheet) -> Ground:
    rule = rules.indicators[key]
    cells = [f"{sheet.name}!{sheet.columns[column]}{row.line}" for column in rule.columns]
    value = _quotient([row.values[column] for column in rule.columns])
    return Ground(row.school, key, rule.title, value, rule.requirement, tuple(cells))


def _quotient(values: Sequence[CellValue]) -> str:
    """A cell's value, or two counts and their quotient: `87,5% (7 / 8)`."""
    if len(values) == 1:
        return value_text(values[0])
    part, whole = values
    assert isinstance(part, int)
    assert isinstance(whole, int)
    return f"{value_text(Fraction(part, whole))} ({part} / {whole})"


def figure_grounds(entry: Entry) -> Iterator[Ground]:
    """Each figure of the district that a document states or was compared with."""
    if entry.rules is None:
        return
    for key, figure in entry.figures.items():
        yield _figure_ground(key, figure, entry.rules)


def _figure_ground(key: str, figure: StatedFigure, rules: StatedRules) -> Ground:
    rule = rules.figures[key]
    value, before = figure.share, ""
    if rule.complement:
        value, before = figure.rest, "100% − "
    names = " / ".join(f"«{rules.columns[column]}»" for column in rule.columns)
    computed = f"{before}{names} = {before}{figure.part} / {figure.whole}"
    return Ground("", key, rule.title, value_text(value), computed, figure.cells)
