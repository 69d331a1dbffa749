"""Figures that contradict each other: a part greater than its whole, formulas nobody has computed,
totals that aren't the sums.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import NO_DATA
from letters_gen.facts.headings import is_part_of_whole
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, Lines
from letters_gen.facts.repeats import SchoolLines
from letters_gen.model.column import Column
from letters_gen.model.judgement import FigureRule, Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer

# An answer on figures that contradict each other.
AS_IT_STANDS = "как в листе"


def uncounted_fault(
    schools: Sequence[SchoolLines], needed: Iterable[str], file: str
) -> InputError | None:
    """The failure that formulas of needed columns were never computed: `formulas-uncounted`."""
    keys = list(needed)
    if not any(line.header.grid.marks.uncounted for one in schools for line in one.lines[:1]):
        return None
    cells = [cell for one in schools for line in one.lines for cell in _uncounted(line, keys)]
    if not cells:
        return None
    place = Place(file=file, cell=", ".join(cells[:3]))
    return InputError("formulas-uncounted", place, count=len(cells))


def _uncounted(line: Line, keys: Iterable[str]) -> Iterator[str]:
    marks = line.header.grid.marks
    for key in keys:
        column = line.header.columns.get(key)
        if column is not None and (line.number, column) in marks.uncounted:
            yield line.at(key)


def without_impossible(
    rows: Sequence[Row], shares: Sequence[Indicator | FigureRule], file: str, inquiry: Inquiry
) -> dict[str, set[str]]:
    """By the keys of schools the columns that count for no data: of a share whose part is greater
    than its whole, as the clerk says.

    Asks of `inquiry`, once a share: `part-exceeds-whole`.
    """
    silent: dict[str, set[str]] = {}
    for indicator in shares:
        over = [row for row in rows if exceeds(row, *indicator.source.columns)]
        if not over:
            continue
        first = over[0]
        cells = [first.cells[column].at for column in indicator.source.columns]
        keys = [row.school.key for row in over[:3]]
        arguments = {
            "indicator": indicator.title,
            "schools": [_told(row, indicator) for row in over],
        }
        question = Question(
            "part-exceeds-whole",
            Place(file=file, cell=", ".join(cells)),
            f"{indicator.key}/{'/'.join(keys)}/{len(over)}",
            (NO_DATA, AS_IT_STANDS),
            None,
            SheetAnswer(),
            arguments,
        )
        if inquiry.answer(question) == NO_DATA:
            for row in over:
                silent.setdefault(row.school.key, set()).add(indicator.source.columns[0])
    return silent


def of_nobody(
    rows: Sequence[Row], columns: Sequence[Column], shares: Sequence[Indicator | FigureRule]
) -> Iterator[tuple[Row, str]]:
    """The ready percentages of a group that has nobody in it, by row and column: a nursery school's
    0% of no pupils is no figure.
    """
    for key, whole in _percents_of(columns, {share.source.columns[1] for share in shares}):
        for row in rows:
            if row.value(whole) == 0 and row.value(key) == 0:
                yield row, key


def _percents_of(columns: Sequence[Column], wholes: Container[str]) -> Iterator[tuple[str, str]]:
    """The columns of ready percentages, each with the whole of its group."""
    grouped = [one for one in columns if one.group]
    for one in grouped:
        for other in grouped:
            if one.is_percent and other.group == one.group and other.key in wholes:
                yield one.key, other.key


def exceeds(row: Row, part: str, whole: str) -> bool:
    """Whether a row's part is greater than its whole."""
    some, all_ = row.value(part), row.value(whole)
    return isinstance(some, int) and isinstance(all_, int) and some > all_


def _told(row: Row, indicator: Indicator | FigureRule) -> str:
    part, whole = map(row.count, indicator.source.columns)
    return f"{row.school.short_name} ({part} / {whole})"


def odd_parts(
    rows: Iterable[Row], table: Lines, columns: Iterable[Column], file: str
) -> Iterator[Oddity]:
    """That of two columns which no share uses the one is a part of the other, `из них …`, and
    greater.
    """
    pairs = _parts(table, columns)
    for row in rows:
        for part, whole in pairs:
            if exceeds(row, part.key, whole.key):
                cells = [row.cells[column.key].at for column in (part, whole)]
                arguments = {
                    "school": row.school.short_name,
                    "part": part.title,
                    "whole": whole.title,
                    "counts": f"{row.count(part.key)} / {row.count(whole.key)}",
                }
                yield Oddity("part-odd", Place(file=file, cell=", ".join(cells)), arguments)


def _parts(table: Lines, columns: Iterable[Column]) -> list[tuple[Column, Column]]:
    """The columns headed `из них …`, each with the one before it."""
    header = table.header
    counted = {header.columns.get(one.key, -1): one for one in columns if one.kind == "count"}
    pairs = []
    for caption in header.captions:
        part, whole = counted.get(caption.column), counted.get(caption.column - 1)
        if part and whole and is_part_of_whole(caption.heading.text):
            pairs.append((part, whole))
    return pairs


def odd_totals(
    table: Lines, own: Sequence[Line], columns: Iterable[Column], file: str
) -> Iterator[Oddity]:
    """That the only totals row is neither the sums of all that stands above it nor of our rows."""
    if len(table.totals) != 1:
        return
    number = table.totals[0]
    total = Line(table.header, number, "", "")
    above = [line for line in table.schools if line.number < number]
    ours = [line for line in own if line.number < number]
    for column in columns:
        stated = total.count(column.key) if column.kind == "count" else None
        computed = _sum(above, column)
        if stated is not None and stated not in (computed, _sum(ours, column)):
            place = Place(file=file, cell=total.at(column.key))
            yield Oddity("totals-differ", place, {"stated": stated, "computed": computed})


def _sum(lines: Iterable[Line], column: Column) -> int:
    total = 0
    for line in lines:
        cell = line.cell(column.key)
        total += int(cell) if type(cell) is float else line.count(column.key) or 0
    return total
