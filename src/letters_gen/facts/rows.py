"""The rows under a header: which are the office's schools, what their cells hold, and what was
odd.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import (
    NO_DATA,
    NotACountError,
    count_of,
    inn_fits,
    inn_of,
    restored_inn,
    text_of,
)
from letters_gen.facts.grid import column_letters
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.schools import Directory
from letters_gen.model.characters import holds_forbidden, without_forbidden
from letters_gen.model.folding import folded, folded_district
from letters_gen.model.monitoring import Cells, CellValue, Layout, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.school import School
from letters_gen.model.settings import Column, Settings

_TOTALS = ("итого", "всего")
# Folding costs more than looking: of 40,000 rows few name a total.
_TOTAL = re.compile("|".join(_TOTALS), re.IGNORECASE)
_COUNT_SHAPE = "[0-9]{1,9}"


def district_fault(header: Header, settings: Settings, file: str) -> InputError | None:
    """The failure that no row is of the office's district: `district-not-found`.

    None as well where the sheet has no such column: that is told by itself.
    """
    district, column = settings.office.district, header.columns.get("district")
    if not district or column is None:
        return None
    rows = header.grid.rows[header.last + 1 :]
    written = dict.fromkeys(text_of(row[column]) for row in rows)
    if any(_is_district(name, district) for name in written):
        return None
    found = [name for name in written if name and not name.isdigit()]
    nearest = difflib.get_close_matches(district, found, n=1)
    place = Place(file=file, sheet=header.grid.sheet)
    return InputError("district-not-found", place, district=district, found=found, nearest=nearest)


def _is_district(written: str, district: str) -> bool:
    return folded_district(written) == folded_district(district)


@dataclass
class RowReader:
    """Reads the rows under one header, one after the other; `oddities` grows as it does, and what
    it asks of `inquiry`: `not-a-count`, `school-twice-differs`.
    """

    file: str
    header: Header
    settings: Settings
    directory: Directory
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """The office's rows, one a school; raises InputError `no-schools`."""
        self._note_absent_columns()
        ours = list(self._own(self._schools_rows()))
        rows: dict[str, Row] = {}
        repeated: dict[str, list[Row]] = {}
        for number in ours:
            row = self._row(number)
            first = rows.setdefault(row.school.key, row)
            if first is not row:
                repeated.setdefault(row.school.key, [first]).append(row)
        for key, alike in repeated.items():
            rows[key] = self._one_of(alike)
        if not rows:
            raise InputError("no-schools", Place(file=self.file, sheet=self.header.grid.sheet))
        return list(rows.values())

    def _schools_rows(self) -> Iterator[int]:
        """The rows that name a school, as indices; the numbering under a header and the totals
        aren't such.
        """
        totals = []
        for number in range(self.header.last + 1, len(self.header.grid.rows)):
            name = self._text(number, "school")
            if self._is_total(number):
                totals.append(number)
            elif name and not name.isdigit():
                yield number
            elif self._text(number, "inn") and not name:
                self._odd("school-without-name", number, "school")
        if len(totals) == 1:
            self._check_totals(totals[0])

    def _is_total(self, number: int) -> bool:
        for cell in self.header.grid.rows[number]:
            if isinstance(cell, str) and _TOTAL.search(cell):
                word, _, _ = folded(cell).partition(" ")
                if word in _TOTALS:
                    return True
        return False

    def _own(self, numbers: Iterator[int]) -> Iterator[int]:
        district = self.settings.office.district
        if not district:
            yield from numbers
            return
        for number in numbers:
            written = self._text(number, "district")
            if not written:
                self._odd("district-blank", number, "district", school=self._text(number, "school"))
            elif _is_district(written, district):
                yield number

    def _row(self, number: int) -> Row:
        name = self._plain_text(number, "school")
        inn = restored_inn(inn_of(self._cell(number, "inn")))
        known = self._known_school(number, name, inn)
        school = known or School(inn, name)
        values = tuple(self._value(number, column, school) for column in self._shown)
        return Row(school, Cells(self._layout, number + 1, values), known is not None)

    @cached_property
    def _shown(self) -> tuple[Column, ...]:
        return self.settings.shown_columns

    @cached_property
    def _needed(self) -> set[str]:
        return self.settings.needed_columns

    @cached_property
    def _layout(self) -> Layout:
        letters = {column.key: "" for column in self._shown}
        for key in letters:
            if key in self.header.columns:
                letters[key] = column_letters(self.header.columns[key])
        return Layout(self.header.grid.sheet, letters)

    def _known_school(self, number: int, name: str, inn: str) -> School | None:
        self._note_inn(number, inn)
        by_inn = self.directory.by_inn(inn)
        known = by_inn or self.directory.by_name(name)
        if known is None:
            self._odd("school-not-in-directory", number, "school", school=name)
        elif by_inn is None and inn and known.inn:
            self._odd("inn-differs", number, "inn", school=name, inn=inn, known=known.inn)
        elif name != known.short_name and not _is_called(known, name):
            self._odd("school-renamed", number, "school", school=name, known=known.short_name)
        return known

    def _note_inn(self, number: int, inn: str) -> None:
        written = self._text(number, "inn").replace(" ", "")
        if not written or (written == inn and inn_fits(inn)):
            return
        code = "inn-zero-restored" if inn and written != inn else "inn-check-digit"
        self._odd(
            code, number, "inn", written=written, inn=inn, school=self._text(number, "school")
        )

    def _value(self, number: int, column: Column, school: School) -> CellValue:
        if column.key not in self.header.columns:
            return None
        if column.is_text:
            return sys.intern(self._plain_text(number, column.key)) or None
        try:
            count = count_of(self._cell(number, column.key))
        except NotACountError:
            return self._answered_count(number, column.key, school)
        if count is None and column.key in self._needed:
            self._odd("no-data", number, column.key, school=self._text(number, "school"))
        return count

    def _answered_count(self, number: int, key: str, school: School) -> int | None:
        """What the clerk says that a cell means which is no count; of a column that nothing is
        judged by it is no data.
        """
        found = self._text(number, key)
        if key not in self._needed:
            self._odd("not-a-count", number, key, found=found)
            return None
        question = Question(
            "not-a-count",
            Place(file=self.file, cell=self._at(number, key)),
            f"{school.key}/{key}/{found}",
            (NO_DATA,),
            None,
            SheetAnswer(),
            {"found": found},
            _COUNT_SHAPE,
        )
        answer = self.inquiry.answer(question)
        return None if answer is None else count_of(answer)

    def _one_of(self, alike: list[Row]) -> Row:
        """The row that counts, of those of one school: where their figures differ the one that the
        clerk names.
        """
        first, *others = alike
        school = first.school.short_name
        begins = self._at(first.cells.line - 1, "school")
        differing = [row for row in others if not _says_the_same(row, first)]
        if not differing:
            for row in others:
                number = row.cells.line - 1
                self._odd("school-twice", number, "school", school=school, first=begins)
            return first
        choices = {self._at(row.cells.line - 1, "school"): row for row in (first, *differing)}
        question = Question(
            "school-twice-differs",
            Place(file=self.file, cell=", ".join(choices)),
            first.school.key,
            tuple(choices),
            None,
            SheetAnswer(),
            {"school": school, "first": begins},
        )
        answer = self.inquiry.answer(question)
        return choices[answer] if answer else first

    def _note_absent_columns(self) -> None:
        place = Place(file=self.file, sheet=self.header.grid.sheet)
        expected = {*self.header.columns, *self._needed, "district"}
        for key, column in self.settings.columns.items():
            if key not in expected:
                arguments = {"key": key, "heading": column.headings[0]}
                self.oddities.append(Oddity("column-absent", place, arguments))

    def _check_totals(self, number: int) -> None:
        """Hold the sheet's totals row against the sums of what stands above it."""
        above = range(self.header.last + 1, number)
        schools = [row for row in above if self._text(row, "school")]
        counted = [column.key for column in self._shown if not column.is_text]
        for key in filter(self.header.columns.__contains__, counted):
            stated = self._silent_count(number, key)
            computed = sum(self._silent_count(row, key) or 0 for row in schools)
            if stated not in (None, computed):
                self._odd("totals-differ", number, key, stated=stated, computed=computed)

    def _silent_count(self, number: int, key: str) -> int | None:
        try:
            return count_of(self._cell(number, key))
        except NotACountError:
            return None

    def _cell(self, number: int, key: str) -> object:
        column = self.header.columns.get(key)
        return "" if column is None else self.header.grid.rows[number][column]

    def _text(self, number: int, key: str) -> str:
        return text_of(self._cell(number, key))

    def _plain_text(self, number: int, key: str) -> str:
        """A text as a document can hold it; what had to be left out is told."""
        text = self._text(number, key)
        if not holds_forbidden(text):
            return text
        plain = without_forbidden(text)
        self._odd("characters-dropped", number, key, found=plain)
        return plain

    def _at(self, number: int, key: str) -> str:
        return self.header.grid.at(number, self.header.columns[key])

    def _odd(self, code: str, number: int, key: str, /, **arguments: object) -> None:
        place = Place(file=self.file, cell=self._at(number, key))
        self.oddities.append(Oddity(code, place, arguments))


def _is_called(school: School, name: str) -> bool:
    return folded(name) in (folded(school.short_name), folded(school.full_name))


def _says_the_same(row: Row, other: Row) -> bool:
    return all(row.value(key) == other.value(key) for key in row.cells)
