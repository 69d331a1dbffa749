"""The office's rows of a sheet: one a school, with what their cells hold, and what was odd."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import inn_of, restored_inn, text_of
from letters_gen.facts.counts import CountColumn
from letters_gen.facts.districts import OwnLines, may_be_ours
from letters_gen.facts.doubtful import (
    odd_parts,
    odd_totals,
    of_nobody,
    uncounted_fault,
    without_impossible,
)
from letters_gen.facts.grid import column_letters
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, Lines, texts_down
from letters_gen.facts.matching import Matcher
from letters_gen.facts.percents import PercentColumn
from letters_gen.facts.repeats import Repeats, SchoolLines
from letters_gen.facts.schools import Directory
from letters_gen.facts.sums import without_sums
from letters_gen.facts.text_values import TextColumn, known_values
from letters_gen.facts.unread import ask_of_unread
from letters_gen.model.column import Column
from letters_gen.model.monitoring import Cells, CellValue, Layout, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings


def district_fault(tables: Sequence[Lines], settings: Settings, file: str) -> InputError | None:
    """The failure that no row is of the office's district, nor of one written like it:
    `district-not-found`.

    None as well where the sheet has no such column: that is told by itself.
    """
    district = settings.office.district
    texts = chain.from_iterable(texts_down(table.schools, "district") for table in tables)
    written = [text for text in dict.fromkeys(texts) if text]
    if not district or not written or any(may_be_ours(text, district) for text in written):
        return None
    place = Place(file=file, sheet=tables[0].header.grid.sheet)
    return InputError("district-not-found", place, district=district, found=written, nearest=[])


def fault_above(header: Header, directory: Directory, file: str) -> InputError | None:
    """The failure that a school of the directory stands above the header, where no row is read:
    `school-above-header`.
    """
    for number in range(header.first):
        line = Line(header, number, "", "")
        inn = restored_inn(inn_of(line.cell("inn")))
        school = directory.by_inn(inn) or directory.by_name(text_of(line.cell("school")))
        if school is not None:
            place = Place(file=file, sheet=header.grid.sheet, line=number + 1)
            found = header.first + 1
            return InputError("school-above-header", place, school=school.short_name, header=found)
    return None


@dataclass
class RowReader:
    """Reads the rows of a sheet's tables; `oddities` grows as it does, and what it asks of
    `inquiry`.
    """

    file: str
    tables: Sequence[Lines]
    settings: Settings
    directory: Directory
    inquiry: Inquiry
    oddities: list[Oddity] = field(default_factory=list)
    _layouts: dict[int, Layout] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        """The office's rows, one a school.

        Raises:
            InputError: `no-schools`; `school-above-header`; `formulas-uncounted`.
        """
        above = fault_above(self.tables[0].header, self.directory, self.file)
        if above is not None:
            raise above
        self._note_absent_columns()
        own = without_sums([*self._own()], self.directory, self._figures, self._tell_sum)
        matcher = Matcher(self.directory, self.file, self.inquiry, self.settings.office.inn)
        matched = matcher.match(own)
        self.oddities += matcher.oddities
        repeats = Repeats(self.file, self.inquiry, [one.key for one in self._shown])
        schools = repeats.settle(matched)
        present = {one.school.key for one in schools}
        missing = [one for one in self.directory.schools if one.key not in present]
        ask_of_unread(self.tables, own, missing, self.file, self.inquiry)
        self.oddities += repeats.oddities
        if not schools:
            raise InputError("no-schools", Place(file=self.file, sheet=self._sheet))
        fault = uncounted_fault(schools, self._needed, self.file)
        if fault is not None:
            raise fault
        rows = self._rows(schools)
        self._note_odd_figures(rows, own)
        return rows

    def _own(self) -> Iterator[Line]:
        for table in self.tables:
            picked = OwnLines(table, self.file, self.inquiry)
            yield from picked.pick()
            self.oddities += picked.oddities
            for line in table.nameless:
                place = Place(file=self.file, cell=line.at("school"))
                self.oddities.append(Oddity("school-without-name", place))

    def _tell_sum(self, line: Line) -> None:
        place = Place(file=self.file, cell=line.at("school"))
        code = "row-sums-up" if line.continues else "named-row-sums-up"
        self.oddities.append(Oddity(code, place, {"school": line.name}))

    def _rows(self, schools: Sequence[SchoolLines]) -> list[Row]:
        values = [self._read(column, schools) for column in self._shown]
        rows = [
            self._row(one, own) for one, own in zip(schools, zip(*values, strict=True), strict=True)
        ]
        settled = [row for row, one in zip(rows, schools, strict=True) if not one.is_open]
        shares = self.settings.shares
        silent = without_impossible(settled, shares, self.file, self.inquiry)
        for row, key in of_nobody(rows, self._shown, shares):
            place = Place(file=self.file, cell=row.cells[key].at)
            self.oddities.append(Oddity("no-data", place, {"school": row.school.short_name}))
            silent.setdefault(row.school.key, set()).add(key)
        if silent:
            return [self._silenced(*one, silent) for one in zip(rows, schools, strict=True)]
        return rows

    def _silenced(self, row: Row, one: SchoolLines, silent: Mapping[str, Collection[str]]) -> Row:
        """`row` without what doesn't count of it."""
        columns = silent.get(row.school.key, ())
        kept = (None if c.key in columns else row.value(c.key) for c in self._shown)
        return self._row(one, tuple(kept)) if columns else row

    def _row(self, one: SchoolLines, values: Iterable[CellValue]) -> Row:
        line = one.lines[0]
        cells = Cells(self._layout(line.header), line.number + 1, tuple(values))
        return Row(one.school, cells, one.known)

    def _read(self, column: Column, schools: Sequence[SchoolLines]) -> Sequence[CellValue]:
        """What a column holds for each school."""
        needed = column.key in self._needed
        if column.is_text:
            bounds = [str(bound) for bound in self.settings.bounds_of(column.key)]
            values = known_values(column, bounds) if bounds else {}
            reader: TextColumn | PercentColumn | CountColumn = TextColumn(
                column, values, self.file, self.inquiry
            )
        elif column.is_percent:
            reader = PercentColumn(column, needed, self.file, self.inquiry)
        else:
            reader = CountColumn(column, needed, self.file, self.inquiry)
        values_read = reader.read(schools)
        self.oddities += reader.oddities
        return values_read

    @cached_property
    def _shown(self) -> tuple[Column, ...]:
        return self.settings.shown_columns

    @cached_property
    def _needed(self) -> set[str]:
        return self.settings.needed_columns

    @cached_property
    def _figures(self) -> list[str]:
        return [column.key for column in self._shown if column.kind == "count"]

    @property
    def _sheet(self) -> str:
        return self.tables[0].header.grid.sheet

    def _layout(self, header: Header) -> Layout:
        """Where the columns of a table stand."""
        known = self._layouts.get(header.first)
        if known is None:
            letters = {column.key: "" for column in self._shown}
            for key in letters:
                if key in header.columns:
                    letters[key] = column_letters(header.columns[key])
            known = self._layouts[header.first] = Layout(header.grid.sheet, letters)
        return known

    def _note_absent_columns(self) -> None:
        header = self.tables[0].header
        place = Place(file=self.file, sheet=self._sheet)
        expected = {*header.columns, *self._needed, "district"}
        for key, column in self.settings.columns.items():
            if key not in expected:
                arguments = {"key": key, "heading": column.headings[0]}
                self.oddities.append(Oddity("column-absent", place, arguments))
            elif header.columns.get(key) in header.grid.marks.hidden_columns:
                at = Place(file=self.file, cell=header.grid.at(header.last, header.columns[key]))
                self.oddities.append(Oddity("column-hidden", at, {"heading": column.title}))

    def _note_odd_figures(self, rows: Sequence[Row], own: Sequence[Line]) -> None:
        table = self.tables[0]
        self.oddities += odd_parts(rows, table, self._shown, self.file)
        if len(self.tables) == 1:
            self.oddities += odd_totals(table, own, self._shown, self.file)
