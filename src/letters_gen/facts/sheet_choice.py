"""Which sheet of a file is meant: a visible one before a hidden one, one that has our rows, the
latest period; asked where several are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from letters_gen.errors import InputError, Place
from letters_gen.facts.cells import text_of
from letters_gen.facts.columns import found_columns
from letters_gen.facts.districts import OwnLines
from letters_gen.facts.grid import Grid
from letters_gen.facts.headers import Header, headers_in, texts_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Lines
from letters_gen.facts.periods import periods_of
from letters_gen.facts.schools import Directory
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.settings import Settings

_MOST_SHOWN = 60


@dataclass(frozen=True)
class ChosenSheet:
    """The headers of the sheet that is read, from the top, and what is told of the others."""

    headers: Sequence[Header]
    oddities: Sequence[Oddity] = ()


def chosen_sheet(
    grids: Sequence[Grid],
    settings: Settings,
    directory: Directory,
    file: str,
    inquiry: Inquiry,
) -> ChosenSheet:
    """The sheet of `grids` that is read.

    Raises:
        InputError: `header-not-found`: none has the monitoring's header.

    Asks of `inquiry`: `which-sheet`.
    """
    headed = [_Candidate(found, settings, directory, file) for grid in grids
              if (found := headers_in(grid, settings.columns))]  # fmt: skip
    if not headed:
        raise _no_header(grids, settings, file)
    most = [one for one in headed if one.is_complete] or _with_most_columns(headed)
    visible = [one for one in most if not one.is_hidden] or most
    if len(visible) > 1:
        visible = [one for one in visible if one.own] or visible
    chosen = _latest(visible, file, inquiry) if len(visible) > 1 else visible[0]
    return ChosenSheet(chosen.headers, _told(chosen, most, file))


def _no_header(grids: Sequence[Grid], settings: Settings, file: str) -> InputError:
    looked_for = [column.headings[0] for column in settings.columns.values()]
    rows = (row for grid in grids for row in grid.rows[:_MOST_SHOWN])
    found = max(map(texts_of, rows), key=len, default=[])
    return InputError("header-not-found", Place(file=file), looked_for=looked_for, found=found)


@dataclass(frozen=True)
class _Candidate:
    headers: Sequence[Header]
    settings: Settings
    directory: Directory
    file: str

    @property
    def sheet(self) -> str:
        return self.headers[0].grid.sheet

    @property
    def is_hidden(self) -> bool:
        return self.headers[0].grid.marks.hidden

    @cached_property
    def settled(self) -> Header:
        """The first header with its columns, as far as they are certain."""
        return found_columns(self.headers[0], self.settings.columns, self.file, Inquiry())

    @property
    def is_complete(self) -> bool:
        """Whether it has all columns that are needed, that of the district aside."""
        return self.settings.needed_columns - {"district"} <= set(self.settled.columns)

    @cached_property
    def own(self) -> frozenset[tuple[str, ...]]:
        """The office's rows as they stand: what two sheets have alike is compared by them."""
        if "school" not in self.settled.columns:
            return frozenset()
        lines = Lines.read(self.settled, self.settings, self.directory)
        keys = [key for key in self.settled.columns if key != "district"]
        own = OwnLines(lines, self.file, Inquiry()).pick()
        return frozenset(tuple(text_of(line.cell(key)) for key in keys) for line in own)

    @cached_property
    def periods(self) -> list[Period]:
        """The periods that it names."""
        return periods_of(self.headers, self.file)


def _with_most_columns(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    most = max(len(one.settled.columns) for one in candidates)
    return [one for one in candidates if len(one.settled.columns) == most]


def _latest(candidates: Sequence[_Candidate], file: str, inquiry: Inquiry) -> _Candidate:
    """The sheet of the latest period; of one period the first, if all say the same."""
    periods = {one.sheet: one.periods for one in candidates}
    certain = [found[0] for found in periods.values() if len(found) == 1]
    is_certain = len(certain) == len(candidates)
    newest = [one for one in candidates if is_certain and one.periods[0] == max(certain)]
    agree = len({one.own for one in newest or candidates}) == 1
    if agree and (len(newest) == len(candidates) or not certain):
        return candidates[0]
    likeliest = (newest or candidates)[0]
    assumed = likeliest.sheet if newest and agree else None
    names = [likeliest.sheet, *(one.sheet for one in candidates if one is not likeliest)]
    said = [f"{sheet}: {_said(found)}" for sheet, found in periods.items()]
    place = Place(file=file, sheet=likeliest.sheet)
    question = Question(
        "which-sheet", place, "", tuple(names), assumed, SheetAnswer(), {"found": said}
    )
    answer = inquiry.answer(question)
    return next((one for one in candidates if one.sheet == answer), likeliest)


def _said(periods: Sequence[Period]) -> str:
    return ", ".join(f"{one.start:%d.%m.%Y}–{one.end:%d.%m.%Y}" for one in periods) or "–"


def _told(chosen: _Candidate, most: Sequence[_Candidate], file: str) -> list[Oddity]:
    """That other sheets of the file could have been read as well, or that this one is hidden."""
    others = [one.sheet for one in most if one is not chosen]
    place = Place(file=file, sheet=chosen.sheet)
    told = [Oddity("sheet-chosen", place, {"others": others})] if others else []
    if chosen.is_hidden:
        told.append(Oddity("sheet-hidden", place))
    return told
