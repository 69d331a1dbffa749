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
    found = [headers for grid in grids if (headers := headers_in(grid, settings.columns))]
    if not found:
        raise _no_header(grids, settings, file)
    headed = [_Candidate(headers, settings, directory, file) for headers in found]
    fullest = _fullest(headed)
    likely = [one for one in fullest if not one.is_hidden] or fullest
    chosen = _Choice(likely, file, inquiry).made() if len(likely) > 1 else likely[0]
    return ChosenSheet(chosen.headers, _told(chosen, fullest, file))


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


def _fullest(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The sheets that have all columns that are needed, else those with the most."""
    complete = [one for one in candidates if one.is_complete]
    most = max(len(one.settled.columns) for one in candidates)
    return complete or [one for one in candidates if len(one.settled.columns) == most]


@dataclass(frozen=True)
class _Choice:
    """Among several sheets that may be meant."""

    candidates: Sequence[_Candidate]
    file: str
    inquiry: Inquiry

    def made(self) -> _Candidate:
        """The sheet of the latest period; of one period the first, if all say the same."""
        ours = [one for one in self.candidates if one.own] or self.candidates
        newest = self._newest(ours)
        agree = len({one.own for one in newest}) == 1
        if agree and len(newest) == len(ours):
            return newest[0]
        answer = self.inquiry.answer(self._which(newest[0], is_sure=agree))
        return next((one for one in self.candidates if one.sheet == answer), newest[0])

    def _newest(self, candidates: Sequence[_Candidate]) -> Sequence[_Candidate]:
        """Those of the latest period; all where the period of one isn't certain."""
        periods = [one.periods for one in candidates]
        if any(len(found) != 1 for found in periods):
            return candidates
        latest = max(found[0] for found in periods)
        return [one for one in candidates if one.periods == [latest]]

    def _which(self, likeliest: _Candidate, is_sure: bool) -> Question:
        others = [one.sheet for one in self.candidates if one is not likeliest]
        said = [f"{one.sheet}: {_said(one.periods)}" for one in self.candidates]
        place = Place(file=self.file, sheet=likeliest.sheet)
        choices = (likeliest.sheet, *others)
        assumed = likeliest.sheet if is_sure else None
        return Question("which-sheet", place, "", choices, assumed, SheetAnswer(), {"found": said})


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
