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
    NotACountError,
    count_of,
    inn_fits,
    inn_of,
    restored_inn,
    text_of,
)
from letters_gen.facts.headers import Header
from letters_gen.facts.schools import Directory
from letters_gen.facts.spreadsheet import column_letters
from letters_gen.model.folding import folded, folded_district
from letters_gen.model.monitoring import Cells, CellValue, Layout, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.school import School
from letters_gen.model.settings import Column, Settings

_TOTALS = ("итого", "всего")
# Folding costs more than looking: of 40,000 rows few name a total.
_TOTAL = re.compile("|".join(_TOTALS), re.IGNORECASE)


@dataclass
class RowReader:
    """Reads the rows under one header, one after the other; `oddities` grows as it does."""

    file: str
    header: Header
    settings: Settings
    directory: Directory
    oddities: list[Oddity] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """The office's rows; raises `district-not-found`, `no-schools`."""
        self._note_absent_columns()
        ours = list(self._own(self._schools_rows()))
        rows: list[Row] = []
        first_at: dict[str, tuple[Row, int]] = {}
        for number in ours:
            row = self._row(number)
            earlier = first_at.setdefault(row.school.key, (row, number))
            if earlier[0] is row:
                rows.append(row)
            else:
                self._note_twice(earlier, row, number)
        if not rows:
            raise InputError("no-schools", Place(file=self.file, sheet=self.header.grid.sheet))
        return rows

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
        words = (
            cell
            for cell in self.header.grid.rows[number]
            if isinstance(cell, str) and _TOTAL.search(cell)
        )
        return any(folded(text).partition(" ")[0] in _TOTALS for text in words)

    def _own(self, numbers: Iterator[int]) -> Iterator[int]:
        district = self.settings.office.district
        if not district:
            yield from numbers
            return
        wanted, others = folded_district(district), dict[str, None]()
        found = False
        for number in numbers:
            written = self._text(number, "district")
            if folded_district(written) == wanted:
                found = True
                yield number
            elif written:
                others[written] = None
            else:
                self._odd("district-blank", number, "district", school=self._text(number, "school"))
        if not found:
            nearest = difflib.get_close_matches(district, others, n=1)
            place = Place(file=self.file, sheet=self.header.grid.sheet)
            raise InputError(
                "district-not-found", place, district=district, found=list(others), nearest=nearest
            )

    def _row(self, number: int) -> Row:
        name, inn = self._text(number, "school"), restored_inn(inn_of(self._cell(number, "inn")))
        known = self._known_school(number, name, inn)
        school = known or School(inn, name)
        values = tuple(
            self._value(number, column.key, column.is_text)
            if column.key in self.header.columns
            else None
            for column in self._shown
        )
        return Row(school, Cells(self._layout, number + 1, values), known is not None)

    @cached_property
    def _shown(self) -> tuple[Column, ...]:
        return self.settings.shown_columns

    @cached_property
    def _layout(self) -> Layout:
        found = self.header.columns
        keys = (column.key for column in self._shown)
        letters = {key: column_letters(found[key]) if key in found else "" for key in keys}
        return Layout(self.header.grid.sheet, letters)

    def _known_school(self, number: int, name: str, inn: str) -> School | None:
        self._note_inn(number, inn)
        by_inn = self.directory.by_inn(inn)
        known = by_inn or self.directory.by_name(name)
        if known is None:
            self._odd("school-not-in-directory", number, "school", school=name)
        elif by_inn is None and inn and known.inn:
            self._odd("inn-differs", number, "inn", school=name, inn=inn, known=known.inn)
        elif name != known.short_name and folded(name) not in (
            folded(known.short_name),
            folded(known.full_name),
        ):
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

    def _value(self, number: int, key: str, is_text: bool) -> CellValue:
        cell = self._cell(number, key)
        if is_text:
            return sys.intern(text_of(cell)) or None
        try:
            count = count_of(cell)
        except NotACountError:
            self._odd(
                "not-a-count",
                number,
                key,
                stops=key in self.settings.needed_columns,
                found=text_of(cell),
            )
            return None
        if count is None and key in self.settings.needed_columns:
            self._odd("no-data", number, key, school=self._text(number, "school"))
        return count

    def _note_twice(self, earlier: tuple[Row, int], again: Row, number: int) -> None:
        row, first = earlier
        same = all(row.value(key) == again.value(key) for key in row.cells)
        code = "school-twice" if same else "school-twice-differs"
        self._odd(
            code,
            number,
            "school",
            stops=not same,
            school=row.school.short_name,
            first=self._at(first, "school"),
        )

    def _note_absent_columns(self) -> None:
        for key, column in self.settings.columns.items():
            if (
                key not in self.header.columns
                and key not in self.settings.needed_columns
                and key != "district"
            ):
                place = Place(file=self.file, sheet=self.header.grid.sheet)
                self.oddities.append(
                    Oddity("column-absent", place, {"key": key, "heading": column.headings[0]})
                )

    def _check_totals(self, number: int) -> None:
        """Hold the sheet's totals row against the sums of what stands above it."""
        for column in self._shown:
            if column.is_text or column.key not in self.header.columns:
                continue
            stated = self._silent_count(number, column.key)
            above = range(self.header.last + 1, number)
            computed = sum(
                self._silent_count(row, column.key) or 0
                for row in above
                if self._text(row, "school")
            )
            if stated is not None and stated != computed:
                self._odd("totals-differ", number, column.key, stated=stated, computed=computed)

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

    def _at(self, number: int, key: str) -> str:
        return self.header.grid.at(number, self.header.columns[key])

    def _odd(
        self, code: str, number: int, key: str, /, *, stops: bool = False, **arguments: object
    ) -> None:
        self.oddities.append(
            Oddity(code, Place(file=self.file, cell=self._at(number, key)), arguments, stops)
        )
