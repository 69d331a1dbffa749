"""A column of ready percentages: `45`, `45%`, `0,45`; its scale is one for the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
_SHAPE = r"\d{1,3}(?:[.,]\d+)?%?"


@dataclass
class PercentColumn:
    """Reads one column of percentages; `oddities` grows as it does, and what it asks of `inquiry`:
    `percent-scale`, `not-a-percent`.

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
        bare = [number for number, is_share in numbers if number is not None and not is_share]
        scale = self._scale(bare, kept[0].lines[0]) if bare else Fraction(1, 100)
        silent = self._silent(kept)
        read = []
        for one, (number, is_share) in zip(kept, numbers, strict=True):
            if one.school.key in silent:
                read.append(silent[one.school.key])
            else:
                scaled = number if is_share or number is None else number * scale
                read.append(self._share(one, scaled))
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

    def _scale(self, numbers: list[Fraction], line: Line) -> Fraction:
        """What one is worth in this column: a hundredth, or the whole; asked where all are no more
        than one.
        """
        if max(numbers) > 1 or not any(numbers):
            return Fraction(1, 100)
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
        return Fraction(1, 100) if answer == PERCENTS else Fraction(1)

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
