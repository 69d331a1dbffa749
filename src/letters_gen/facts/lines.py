"""The rows under a header: which of them stand for schools, which sum up others, which name the
district of those below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from letters_gen.facts.cells import NotACountError, count_of, inn_of, restored_inn, text_of
from letters_gen.facts.grid import column_down
from letters_gen.facts.headers import Header
from letters_gen.facts.school_names import looks_like_a_school
from letters_gen.facts.schools import Directory
from letters_gen.facts.totals import names_total
from letters_gen.model.folding import folded_district
from letters_gen.model.settings import Settings

_LETTER_OR_NUMBER = re.compile(r"\d{1,3}|[A-Za-zА-ЯЁа-яё]|\d+\s*=.*|гр\.?\s*\d+")
_DISTRICT = re.compile(
    r"(?:(?:мр|мо|го|муниципальн\w+\s+\w+)\s+)?[«\"]?"
    r"(?:[\w-]+\s+(?:муниципальн\w+\s+)?(?:район|р-н|р-он|округ)|(?:г\.|город|го)\s*[\w-]+)[»\"]?:?",
    re.IGNORECASE,
)
# «3. Цунтинский район».
_LISTED = re.compile(r"^\d{1,3}[.)\s]\s*(?=[^\W\d_])")
# Whose schools are no district's: a section of them ends the one before.
_ABOVE_DISTRICTS = re.compile(
    r"республиканск|государственн|областн|краев|федеральн|подведомственн|частн", re.IGNORECASE
)
# A place's name; and what stands alone in a row and is none: kinds of schools, notes.
_PLACE = re.compile(r"(?:[А-ЯЁ]|пгт|г\.\s?о|пос|ст)[^\d:]{2,60}")
_NO_PLACE = re.compile(
    r"организаци|учреждени|школ|сад|\bо[оу]\b|\bд[ои]у\b|городские|сельские|страниц|таблиц|примеч"
    r"|данные|продолжени|исполнит|начальник|итог|всего",
    re.IGNORECASE,
)
# The row, its only column that says anything, and its text.
_Aside = tuple[int, int, str]


@dataclass(eq=False, slots=True)
class Line:
    """A school's row as it stands.

    Attributes:
        header: the table's; `number`: the row, counted from 0.
        name, inn: what its cells say; of a cell merged with those above what that shows.
        continues: it has no name of its own: the cell is merged with the one above, or blank.
    """

    header: Header
    number: int
    name: str
    inn: str
    continues: bool = False
    cells: Sequence[object] = field(init=False)

    def __post_init__(self) -> None:
        self.cells = self.header.grid.rows[self.number]

    def cell(self, key: str) -> object:
        """What stands in a settings' column, '' where the table lacks it."""
        column = self.header.columns.get(key, -1)
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def is_hidden(self) -> bool:
        """Whether the row is hidden in Excel, by a filter or by hand."""
        return self.number in self.header.grid.marks.hidden_rows

    def shown(self, key: str) -> object:
        """The same, of merged cells what Excel shows."""
        grid, column = self.header.grid, self.header.columns.get(key)
        if column is None or not grid.marks.merged:
            return self.cell(key)
        return grid.shown(self.number, column)

    def text(self, key: str) -> str:
        """The same as text."""
        return text_of(self.shown(key))

    def at(self, key: str) -> str:
        """The cell's name; that of the name's where the table lacks the column."""
        columns = self.header.columns
        column = columns.get(key, columns.get("school", 0))
        return self.header.grid.at(self.number, column)

    def count(self, key: str) -> int | None:
        """The count that a column holds, None for none and for what is no count."""
        try:
            return count_of(self.cell(key))
        except NotACountError:
            return None


@dataclass
class Lines:
    """The rows of one table, sorted as they are read.

    Attributes:
        schools: those that stand for a school.
        totals: those whose words say that they sum up others.
        markers: what rows say of the district of those below: the row and its text.
        nameless: those with an ИНН and no name.
    """

    header: Header
    settings: Settings
    directory: Directory
    schools: list[Line] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    markers: list[tuple[int, str]] = field(default_factory=list)
    nameless: list[Line] = field(default_factory=list)
    _asides: list[_Aside] = field(default_factory=list)
    _marking: set[int] = field(default_factory=set)

    @classmethod
    def read(cls, header: Header, settings: Settings, directory: Directory) -> Lines:
        """The rows under `header`."""
        lines = cls(header, settings, directory)
        rows = header.grid.rows[header.last + 1 : header.end]
        names = map(text_of, column_down(rows, header.columns.get("school", -1)))
        inns = map(inn_of, column_down(rows, header.columns.get("inn", -1)))
        read = zip(rows, names, inns, strict=True)
        for number, (cells, name, inn) in enumerate(read, header.last + 1):
            if name and inn:
                lines.schools.append(Line(header, number, name, restored_inn(inn)))
            else:
                lines._take(number, name, cells)
        if "district" not in header.columns and lines.markers:
            lines._mark_others()
        return lines

    @cached_property
    def figures(self) -> Sequence[str]:
        """The columns of figures that the table has."""
        columns = self.settings.columns
        return [key for key in self.header.columns if not columns[key].is_text]

    def _take(self, number: int, name: str, cells: Sequence[object]) -> None:
        """Take a row that lacks a name or an ИНН."""
        if name:
            self._take_named(Line(self.header, number, name, ""), cells)
        elif any(cells):
            self._take_nameless(Line(self.header, number, "", ""), cells)

    def _take_named(self, line: Line, cells: Sequence[object]) -> None:
        """Take a row that has a name and no ИНН."""
        if _numbers_columns(cells):
            return
        if self._is_total(line):
            self.totals.append(line.number)
            if self._mark(line.number, line.name):
                self._marking.add(self.header.columns["school"])
        elif self._is_school(line, cells):
            self.schools.append(line)
        else:
            self._take_words(line.number, cells)

    def _is_total(self, line: Line) -> bool:
        """Whether a row's words say that it sums up others; one whose name the directory knows is a
        school, whatever it is called.
        """
        is_district = self._is_a_district(line.name, line.text("district"))
        if not is_district and not names_total(line.name):
            return False
        return self.directory.by_name(line.name) is None

    def _is_a_district(self, name: str, written: str) -> bool:
        district = folded_district(name)
        ours = self.settings.office.district
        known = {folded_district(text) for text in (ours, written) if text}
        return district in known or _DISTRICT.fullmatch(name) is not None

    def _is_school(self, line: Line, cells: Sequence[object]) -> bool:
        """Whether a row with a name is a school's, and no note or heading of a section."""
        if self._has_figures(line) or looks_like_a_school(line.name):
            return True
        if self.directory.by_name(line.name) is not None:
            return True
        others = [cell for cell in cells if cell not in ("", None)]
        return len(others) > 2 and not all(isinstance(cell, str) for cell in others)

    def _has_figures(self, line: Line) -> bool:
        return any(line.cell(key) not in ("", None) for key in self.figures)

    def _take_nameless(self, line: Line, cells: Sequence[object]) -> None:
        has_figures = self._has_figures(line)
        above = text_of(line.shown("school"))
        if above and has_figures:
            inn = _inn(line) or restored_inn(inn_of(line.shown("inn")))
            self.schools.append(Line(self.header, line.number, above, inn, continues=True))
        elif _inn(line):
            self._take_by_inn(line.number, _inn(line))
        elif self._says_total(cells):
            self.totals.append(line.number)
        elif not has_figures:
            self._take_words(line.number, cells)
        elif self.schools and not _numbers_columns(cells):
            last = self.schools[-1]
            self.schools.append(Line(self.header, line.number, last.name, last.inn, continues=True))

    def _take_by_inn(self, number: int, inn: str) -> None:
        """Take a row that has an ИНН and no name: the directory may know whose it is."""
        school = self.directory.by_inn(inn)
        if school is None:
            self.nameless.append(Line(self.header, number, "", inn))
        else:
            self.schools.append(Line(self.header, number, school.short_name, inn))

    def _take_words(self, number: int, cells: Sequence[object]) -> None:
        """Take a row without figures: of one cell, it may name the district of those below."""
        said = [(at, text_of(cell)) for at, cell in enumerate(cells) if text_of(cell)]
        if len(said) != 1:
            return
        (column, text) = said[0]
        if self._mark(number, text):
            self._marking.add(column)
        elif _is_a_section(text):
            self._asides.append((number, column, text))

    def _says_total(self, cells: Sequence[object]) -> bool:
        """Whether a row without a name says left of its figures that it sums up others."""
        left = min((self.header.columns[key] for key in self.figures), default=len(cells))
        return any(isinstance(cell, str) and names_total(cell) for cell in cells[:left])

    def _mark(self, number: int, text: str) -> bool:
        """Take what names a district of those below; whether it does."""
        plain = _LISTED.sub("", text)
        names_one = _DISTRICT.fullmatch(plain) is not None or self._is_ours(plain)
        if names_one:
            self.markers.append((number, text))
        return names_one

    def _mark_others(self) -> None:
        """Take what stands like a district's name right above a school, where districts have rows
        of their own: «Бежтинский участок», «Кизляр».
        """
        schools = {line.number for line in self.schools}
        others = [
            (number, text)
            for number, column, text in self._asides
            if column in self._marking and number + 1 in schools
        ]
        self.markers = sorted([*self.markers, *others])

    def _is_ours(self, text: str) -> bool:
        ours = self.settings.office.district
        return bool(ours) and folded_district(text) == folded_district(ours)


def _is_a_section(text: str) -> bool:
    """Whether what stands alone in a row may say whose the schools below are."""
    if _ABOVE_DISTRICTS.search(text):
        return True
    return _PLACE.fullmatch(text) is not None and not _NO_PLACE.search(text)


def cells_down(lines: Sequence[Line], key: str) -> list[object]:
    """What stands in a settings' column at each of `lines`, '' where the table lacks it."""
    if len({id(line.header) for line in lines}) == 1:
        rows = (line.cells for line in lines)
        return column_down(rows, lines[0].header.columns.get(key, -1))
    return [line.cell(key) for line in lines]


def texts_down(lines: Sequence[Line], key: str) -> list[str]:
    """The same as text, of merged cells what Excel shows."""
    cells = cells_down(lines, key)
    merged = lines[0].header.grid.merged_rows if lines else ()
    if merged:
        cells = [
            line.shown(key) if line.number in merged else cell
            for line, cell in zip(lines, cells, strict=True)
        ]
    return list(map(text_of, cells))


def _inn(line: Line) -> str:
    return restored_inn(inn_of(line.cell("inn")))


def _numbers_columns(cells: Sequence[object]) -> bool:
    """Whether a row does no more than number or letter the columns: `А, Б, 1, 2, 3`."""
    texts = [text_of(cell) for cell in cells if cell not in ("", None)]
    return bool(texts) and all(_LETTER_OR_NUMBER.fullmatch(text) for text in texts)
