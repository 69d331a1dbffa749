"""A spreadsheet and a directory -> Monitoring, what it leaves open, and everything that was odd
about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.columns import found_columns, named_columns
from letters_gen.facts.districts import says_where
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Lines
from letters_gen.facts.periods import stated_period
from letters_gen.facts.rows import RowReader, district_fault
from letters_gen.facts.schools import Directory
from letters_gen.facts.sheet_choice import chosen_sheet
from letters_gen.facts.shown import not_shown
from letters_gen.facts.spreadsheet import read_grids
from letters_gen.facts.unheaded import with_unheaded_columns
from letters_gen.facts.view import view_of
from letters_gen.facts.whose import ask_whose
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import Settings
from letters_gen.model.sheet_view import SheetView

_NOTHING: Answers = {}
_NO_SCHOOLS = Directory(())


@dataclass(frozen=True)
class Reading:
    """What a sheet said, and what was odd about it, in the order of the sheet.

    Attributes:
        monitoring: None where the sheet can't be read before its questions are answered.
        questions: what it leaves open.
        answers: what the clerk has answered by giving the period, to be kept with the sheet.
        views: the tables of the sheet, as far as they were understood.
    """

    monitoring: Monitoring | None
    questions: tuple[Question, ...]
    oddities: tuple[Oddity, ...]
    answers: Answers = field(default_factory=dict)
    views: tuple[SheetView, ...] = ()


def read_monitoring(
    path: Path,
    settings: Settings,
    directory: Directory,
    period: Period | None = None,
    answers: Answers = _NOTHING,
) -> Reading:
    """The monitoring in the file at `path`: the office's own rows, matched with `directory`.

    Args:
        period: the period where the clerk gave one; else the one that the title above the header
            names.
        answers: what was answered of this sheet.

    Raises:
        InputError: the file is no spreadsheet, or lacks a header, a needed column or the district;
            all that is wrong at once.
    """
    file, inquiry = path.name, Inquiry(answers)
    chosen = chosen_sheet(read_grids(path), settings, directory, file, inquiry)
    layout = _Layout(settings, directory, file, inquiry)
    tables = [table for header in chosen.headers if (table := layout.table(header))]
    stated = stated_period(chosen.headers, file, inquiry, period)
    ask_whose(chosen.headers, settings, file, inquiry)
    elsewhere = district_fault(tables, settings, file)
    faults = layout.faults if elsewhere is None else [*layout.faults, elsewhere]
    if faults:
        raise together([*faults, *(question.fault for question in inquiry.unanswered)])
    views = tuple(map(view_of, layout.headers))
    if stated is None or inquiry.is_stuck:
        return Reading(None, inquiry.unanswered, (), views=views)
    reader = RowReader(file, tables, settings, directory, inquiry)
    rows = reader.rows()
    columns = tuple(key for key in settings.columns if key in tables[0].header.columns)
    oddities = (
        *chosen.oddities,
        *layout.oddities,
        *directory.oddities,
        *reader.oddities,
        *not_shown(chosen.headers[0].grid, rows, file),
        *_absent(rows, directory, file),
    )
    monitoring = Monitoring(stated, tables[0].header.grid.sheet, columns, tuple(rows))
    return Reading(monitoring, inquiry.unanswered, oddities, inquiry.given, views)


@dataclass
class _Layout:
    """Settles the columns of a sheet's tables; `faults`, `oddities` and `headers` grow as it
    does.
    """

    settings: Settings
    directory: Directory
    file: str
    inquiry: Inquiry
    faults: list[InputError] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)

    def table(self, header: Header) -> Lines | None:
        """The rows under `header`; None while nobody knows which column names the schools."""
        columns, directory = self.settings.columns, self.directory
        found = found_columns(header, columns, self.file, self.inquiry)
        found, told = with_unheaded_columns(found, columns, directory, self.file)
        self.oddities += told
        needed = self.settings.needed_columns - {"district"}
        settled = self._named(found, needed - set(self._of_absent_groups(found)))
        self.headers.append(settled)
        if "school" not in settled.columns:
            return None
        lines = Lines.read(settled, self.settings, directory)
        lacks_district = self.settings.office.district and "district" not in settled.columns
        if lacks_district and not says_where(lines):
            self._named(settled, {"district"})
        return lines

    def _of_absent_groups(self, header: Header) -> Iterator[str]:
        """The columns of groups that a further table has nothing of: one of kindergartens, without
        pupils. They are told.
        """
        columns = self.settings.columns
        there = {columns[key].group for key in header.columns}
        for key, column in columns.items() if self.headers else ():
            if column.group and column.group not in there:
                place = Place(file=self.file, sheet=header.grid.sheet, line=header.last + 1)
                arguments = {"key": key, "heading": column.title}
                self.oddities.append(Oddity("column-absent", place, arguments))
                yield key

    def _named(self, header: Header, needed: set[str]) -> Header:
        named, faults = named_columns(
            header, self.settings.columns, needed, self.file, self.inquiry
        )
        self.faults += faults
        return named


def period_of(path: Path, settings: Settings, answers: Answers = _NOTHING) -> Period:
    """The period that the file at `path` names above its header, or was answered to have.

    Raises:
        InputError: the file is no spreadsheet, or lacks a header or a certain period.
    """
    inquiry = Inquiry(answers)
    grids = read_grids(path)
    chosen = chosen_sheet(grids, settings, _NO_SCHOOLS, path.name, inquiry)
    period = stated_period(chosen.headers, path.name, inquiry, None)
    if period is None:
        raise together(question.fault for question in inquiry.unanswered)
    return period


def _absent(rows: Sequence[Row], directory: Directory, file: str) -> Iterator[Oddity]:
    present = {row.school.key for row in rows}
    for school in directory.schools:
        if school.key not in present:
            yield Oddity(
                "school-not-in-monitoring", Place(file=file), {"school": school.short_name}
            )
