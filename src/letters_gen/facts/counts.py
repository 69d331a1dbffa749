"""A column of counts: what each school's cells hold; asked once a column what stands there instead
of a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from letters_gen.errors import Place
from letters_gen.facts.cells import NO_DATA, THOUSANDS, NotACountError, count_of, text_of
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, cells_down
from letters_gen.facts.repeats import SchoolLines
from letters_gen.facts.silence import NOTHING_SAID, OddCell, about_cells, zero_or_nothing
from letters_gen.model.column import Column
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer

# An answer on what stands in place of a count.
NUMBERS = "числа"
_COUNT_SHAPE = "[0-9]{1,9}"
# No school, and no district, has as many of anything: a number of another column.
_MOST = 1_000_000
_TOLD = 3
# Formats that show another number: per cent, thousands (`#,##0,`).
_SCALED = re.compile(r"%|[0#],+(?![0#?])")
# A letter that looks like a figure is no unit: «1О» may be ten.
_WITH_UNIT = re.compile(
    r"(?P<count>\d+)\s*(?P<unit>(?![оoзлlib]\.?$)[а-яa-z]{1,12}\.?|\([^)]{1,20}\)|[*↑↓]"
    r"|[⁰¹²³⁴-⁹]+|[.,;!]|/\s*\d+|из\s+\d+)",
    re.IGNORECASE,
)


@dataclass
class CountColumn:
    """Reads one column; `oddities` grows as it does, and what it asks of `inquiry`:
    `zero-or-no-data`, `counts-with-unit`, `not-a-count`.

    Attributes:
        needed: whether anything is judged by it; of another nothing is asked.
    """

    column: Column
    needed: bool
    file: str
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)

    def read(self, schools: Iterable[SchoolLines]) -> list[int | None]:
        """The count of each school, its rows added up."""
        kept = list(schools)
        lines = [line for one in kept for line in one.lines]
        counts = list(map(_plain, cells_down(lines, self.column.key)))
        for at in _all_shown_otherwise(lines, self.column.key):
            counts[at] = None
        if None in counts:
            for at, answered in self._answered(self._odd_cells(kept, counts)).items():
                counts[at] = answered
        if len(lines) == len(kept):
            return counts
        of_all = iter(counts)
        return [_added(list(islice(of_all, len(one.lines)))) for one in kept]

    def _odd_cells(
        self, schools: Iterable[SchoolLines], counts: Sequence[int | None]
    ) -> dict[int, OddCell]:
        """The cells that hold no count, by their position among the counts."""
        key = self.column.key
        of_all = ((one, line) for one in schools for line in one.lines)
        return {
            at: OddCell(one.school, line, _shown_otherwise(line, key) or text_of(line.cell(key)))
            for at, (one, line) in enumerate(of_all)
            if counts[at] is None and key in line.header.columns
        }

    def _answered(self, odd: Mapping[int, OddCell]) -> dict[int, int | None]:
        """What each cell counts for that holds no count."""
        if not self.needed:
            self._pass_over(odd.values())
            return dict.fromkeys(odd)
        silent = _matching(NOTHING_SAID, odd)
        units = _matching(_WITH_UNIT, odd)
        answers: dict[int, int | None] = {}
        if silent:
            answers |= dict.fromkeys(silent, self._zero_or_nothing([*silent.values()]))
        if len(units) > 1:
            answers |= self._with_units(units)
        for spot in [spot for spot in odd if spot not in answers]:
            answers[spot] = self._one(odd[spot])
        return answers

    def _pass_over(self, odd: Iterable[OddCell]) -> None:
        for one in odd:
            if not NOTHING_SAID.fullmatch(one.text):
                self._odd("not-a-count", one.line, found=one.text)

    def _zero_or_nothing(self, silent: Sequence[OddCell]) -> int | None:
        if zero_or_nothing(self.column, silent, self.file, self.inquiry) is not None:
            return 0
        for one in silent:
            self._odd("no-data", one.line, school=one.school.short_name)
        return None

    def _with_units(self, units: Mapping[int, OddCell]) -> dict[int, int | None]:
        cells = [*units.values()]
        matches = {spot: _WITH_UNIT.fullmatch(one.text) for spot, one in units.items()}
        said = sorted({match["unit"] for match in matches.values() if match})[:_TOLD]
        question = about_cells(
            "counts-with-unit",
            self.column,
            cells,
            self.file,
            about="/".join(said),
            choices=(NUMBERS, NO_DATA),
            found=cells[0].text,
        )
        answer = self.inquiry.answer(question)
        if answer != NUMBERS:
            return dict.fromkeys(units)
        return {spot: int(match["count"]) for spot, match in matches.items() if match}

    def _one(self, one: OddCell) -> int | None:
        """What the clerk says that a cell means which is no count."""
        key = self.column.key
        choices: tuple[str, ...] = (NO_DATA,)
        if THOUSANDS.fullmatch(one.text):
            packed = one.text.replace(",", ".")
            whole, _, rest = packed.partition(".")
            choices = (whole + rest, *((whole,) if not int(rest) else ()), NO_DATA)
        question = Question(
            "not-a-count",
            Place(file=self.file, cell=one.line.at(key)),
            f"{one.school.key}/{key}/{one.text}",
            choices,
            None,
            SheetAnswer(),
            {"found": one.text},
            _COUNT_SHAPE,
        )
        answer = self.inquiry.answer(question)
        return int(answer) if answer and answer.isdigit() else None

    def _odd(self, code: str, line: Line, /, **arguments: object) -> None:
        place = Place(file=self.file, cell=line.at(self.column.key))
        self.oddities.append(Oddity(code, place, arguments))


def _plain(cell: object) -> int | None:
    """The count that a cell holds without any doubt."""
    # Nearly all cells are numbers, and a country has half a million of them.
    if type(cell) is float and 0 <= cell < _MOST and cell.is_integer():
        return int(cell)
    try:
        count = count_of(cell)
    except NotACountError:
        return None
    return count if count is not None and count < _MOST else None


def _all_shown_otherwise(lines: Sequence[Line], key: str) -> list[int]:
    """Which of `lines`, by their position, hold a number that Excel shows as another."""
    rows: set[int] = set()
    for line in (*lines[:1], *lines[-1:]):
        rows |= _rows_scaled(line.header, key)
    likely = [at for at, line in enumerate(lines) if line.number in rows] if rows else []
    return [at for at in likely if _shown_otherwise(lines[at], key)]


def _rows_scaled(header: Header, key: str) -> set[int]:
    """The rows in which a column has a format that shows another number."""
    column, formats = header.columns.get(key), header.grid.marks.formats
    return {row for (row, at), code in formats.items() if at == column and _SCALED.search(code)}


def _shown_otherwise(line: Line, key: str) -> str:
    """What Excel shows of a number whose format makes another of it: «26 тыс.» of 26000, «900%» of
    9; '' where it doesn't.
    """
    cell = line.cell(key)
    code = line.header.grid.marks.formats.get((line.number, line.header.columns.get(key, -1)), "")
    if not isinstance(cell, (int, float)) or not _SCALED.search(code):
        return ""
    return f"{cell * 100:g}%" if "%" in code else f"{cell / 1000:g} тыс."


def _matching(pattern: re.Pattern[str], odd: Mapping[int, OddCell]) -> dict[int, OddCell]:
    return {spot: one for spot, one in odd.items() if pattern.fullmatch(one.text)}


def _added(counts: Iterable[int | None]) -> int | None:
    """The counts of one school's rows added up; of a single row its own."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
