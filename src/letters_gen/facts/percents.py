"""A column of ready percentages: `45`, `45%`, `0,45`; its scale is one for the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from letters_gen.errors import Place
from letters_gen.facts.cells import NO_DATA, text_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line
from letters_gen.facts.repeats import SchoolLines
from letters_gen.facts.silence import NOTHING_SAID, OddCell, heading_of, zero_or_nothing
from letters_gen.model.column import Column
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer

# Answers on what the numbers of a column are.
PARTS, PERCENTS = "доли единицы", "проценты"
_NUMBER = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<sign>%?)")
_HUNDREDTH = Fraction(1, 100)
# What one is worth: in most cells, and in those with a number up to one.
_Scales = tuple[Fraction, Fraction]
_SHAPE = r"\d{1,3}(?:[.,]\d+)?%?"


@dataclass
class PercentColumn:
    """Reads one column of percentages; `oddities` grows as it does, and what it asks of `inquiry`:
    `percent-scale`, `percents-mixed`, `not-a-percent`.

    Attributes:
        needed: whether anything is judged by it; of another nothing is asked.
    """

    column: Column
    needed: bool
    file: str
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)

    def read(self, schools: Iterable[SchoolLines]) -> list[Fraction | None]:
        """The share of each school, 45% as 9/20."""
        kept = list(schools)
        numbers = [self._number(one.lines[0]) for one in kept]
        scales = self._scales(list(_bare(numbers, kept)))
        silent = self._silent(kept)
        read = []
        for one, (number, is_share) in zip(kept, numbers, strict=True):
            if one.school.key in silent:
                read.append(silent[one.school.key])
            else:
                if number is not None and not is_share:
                    number = _scaled(number, scales)
                read.append(self._share(one, number))
        return read

    def _silent(self, schools: Sequence[SchoolLines]) -> dict[str, Fraction | None]:
        """The schools whose cells say nothing, and what that counts for."""
        key = self.column.key
        cells = [
            OddCell(one.school, one.lines[0], text_of(one.lines[0].cell(key)))
            for one in schools
            if key in one.lines[0].header.columns
        ]
        silent = [one for one in cells if NOTHING_SAID.fullmatch(one.text)]
        if not silent or not self.needed:
            return dict.fromkeys((one.school.key for one in silent), None)
        answer = zero_or_nothing(self.column, silent, self.file, self.inquiry)
        share = None if answer is None else Fraction(answer)
        return dict.fromkeys((one.school.key for one in silent), share)

    def _share(self, one: SchoolLines, read: Fraction | None) -> Fraction | None:
        """What was read, or what the clerk says of a cell that holds no percentage."""
        line = one.lines[0]
        if self.column.key not in line.header.columns or (read is not None and read <= 1):
            return read
        return self._asked(one, line)

    def _number(self, line: Line) -> tuple[Fraction | None, bool]:
        """The number in a cell, and whether it is a share for sure: by its sign or its format."""
        cell = line.cell(self.column.key)
        at = (line.number, line.header.columns.get(self.column.key, -1))
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            shown = "%" in line.header.grid.marks.formats.get(at, "")
            return (Fraction(str(cell)) if cell >= 0 else None), shown
        match = _NUMBER.fullmatch(text_of(cell).replace("\u00a0", " "))
        if match is None:
            return None, False
        number = Fraction(match["number"].replace(",", "."))
        return (number / 100, True) if match["sign"] else (number, False)

    def _scales(self, bare: Sequence[tuple[Fraction, Line]]) -> _Scales:
        """What one is worth in this column, and where the number is no more than one: a hundredth,
        or the whole. Asked where all numbers are that small, and where some are.
        """
        numbers = [number for number, _ in bare]
        if not any(numbers):
            return _HUNDREDTH, _HUNDREDTH
        if max(numbers) > 1:
            small = [line for number, line in bare if 0 < number < 1]
            return _HUNDREDTH, self._of_small(small) if small and self.needed else _HUNDREDTH
        scale = self._scale(numbers, bare[0][1])
        return scale, scale

    def _of_small(self, small: Sequence[Line]) -> Fraction:
        """What one is worth in the cells below one of a column that has numbers above it too."""
        key = self.column.key
        question = Question(
            "percents-mixed",
            Place(file=self.file, cell=", ".join(line.at(key) for line in small[:3])),
            f"{key}/{len(small)}",
            (PARTS, PERCENTS),
            None,
            SheetAnswer(),
            {
                "heading": heading_of(small[0], self.column),
                "found": _told(small[0].cell(key)),
                "count": len(small),
            },
        )
        return Fraction(1) if self.inquiry.answer(question) == PARTS else _HUNDREDTH

    def _scale(self, numbers: list[Fraction], line: Line) -> Fraction:
        """What one is worth in a column that has no number over one."""
        is_sure = any(0 < number < 1 for number in numbers)
        question = Question(
            "percent-scale",
            Place(file=self.file, cell=line.at(self.column.key)),
            self.column.key,
            (PARTS, PERCENTS),
            PARTS if is_sure else None,
            SheetAnswer(),
            {"heading": heading_of(line, self.column)},
        )
        answer = self.inquiry.answer(question)
        return _HUNDREDTH if answer == PERCENTS else Fraction(1)

    def _asked(self, one: SchoolLines, line: Line) -> Fraction | None:
        """What the clerk says of a cell that holds no percentage between 0 and 100."""
        text = text_of(line.cell(self.column.key))
        place = Place(file=self.file, cell=line.at(self.column.key))
        if not self.needed:
            if text:
                self.oddities.append(Oddity("no-percent", place, {"found": text}))
            return None
        question = Question(
            "not-a-percent",
            place,
            f"{one.school.key}/{self.column.key}/{text}",
            (NO_DATA,),
            None,
            SheetAnswer(),
            {"found": text, "school": one.school.short_name},
            _SHAPE,
        )
        match = _NUMBER.fullmatch(self.inquiry.answer(question) or "")
        return Fraction(match["number"].replace(",", ".")) / 100 if match else None


def _told(cell: object) -> str:
    text = f"{cell:.4g}" if isinstance(cell, float) else text_of(cell)
    return text.replace(".", ",")


def _scaled(number: Fraction, scales: _Scales) -> Fraction:
    scale, of_small = scales
    return number * (of_small if number <= 1 else scale)


def _bare(
    numbers: Iterable[tuple[Fraction | None, bool]], schools: Iterable[SchoolLines]
) -> Iterator[tuple[Fraction, Line]]:
    """The numbers that don't say themselves what they are, with their rows."""
    for (number, is_share), one in zip(numbers, schools, strict=True):
        if number is not None and not is_share:
            yield number, one.lines[0]
