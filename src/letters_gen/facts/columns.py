"""Which column of a sheet is which of the settings: by its heading and the groups above it; asked
where these don't tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.captions import Caption
from letters_gen.facts.grid import column_down
from letters_gen.facts.headers import Header
from letters_gen.facts.headings import is_slip, likeness
from letters_gen.facts.inquiry import Inquiry
from letters_gen.model.column import Column
from letters_gen.model.question import Question, SettingsKey, SheetAnswer

# What else may be offered as the nearest: below the likeness that is taken for a slip.
_OFFERED = 60.0


def settled_columns(
    header: Header,
    columns: Mapping[str, Column],
    needed: Iterable[str],
    file: str,
    inquiry: Inquiry,
) -> tuple[Header, list[InputError]]:
    """`header` with each column where it was found or answered to be, and the failures that no
    answer mends: see `found_columns`, `named_columns`.
    """
    found = found_columns(header, columns, file, inquiry)
    return named_columns(found, columns, needed, file, inquiry)


def found_columns(
    header: Header, columns: Mapping[str, Column], file: str, inquiry: Inquiry
) -> Header:
    """`header` with the columns that its captions name.

    Asks of `inquiry`: `heading-twice`, `heading-over-several`, `group-of-others`.
    """
    search = _Search(header, columns, file)
    chosen: dict[str, int] = {}
    for key, column in columns.items():
        found = search.fitting(column)
        at = found[0].column if found else None
        if len(found) > 1:
            cell = inquiry.answer(search.which_one(column, found))
            at = search.column_of(cell) if cell else at
        elif found and found[0].doubted_group(column):
            inquiry.answer(search.whose_group(column, found[0]))
        if at is not None:
            chosen[key] = at
    return replace(header, columns=chosen)


def named_columns(
    header: Header,
    columns: Mapping[str, Column],
    needed: Iterable[str],
    file: str,
    inquiry: Inquiry,
) -> tuple[Header, list[InputError]]:
    """`header` with the `needed` columns that it lacked where a heading was answered to be theirs,
    and the failures that no answer mends: `column-missing`, no heading being left that could be it.

    Asks of `inquiry`: `column-missing`.
    """
    faults = []
    for key in header.lacking(columns, needed):
        search = _Search(header, columns, file)
        question = search.under_which_name(columns[key])
        if not question.choices:
            faults.append(question.fault)
            continue
        heading = inquiry.answer(question)
        at = search.column_named(heading) if heading else None
        if at is not None:
            header = replace(header, columns={**header.columns, key: at})
    return header, faults


def certain_columns(
    header: Header, columns: Mapping[str, Column], needed: Iterable[str], file: str
) -> Header:
    """`header`, of which nobody can be asked.

    Raises:
        InputError: `heading-twice`, `heading-over-several`, `column-missing`.
    """
    inquiry = Inquiry()
    settled, faults = settled_columns(header, columns, needed, file, inquiry)
    faults += [question.fault for question in inquiry.unanswered]
    if faults:
        raise together(faults)
    return settled


@dataclass(frozen=True)
class _Search:
    """Looks for the settings' columns under one header."""

    header: Header
    columns: Mapping[str, Column]
    file: str

    def fitting(self, column: Column) -> Sequence[Caption]:
        """The captions that may be `column`'s: those that are headed so, else those under a group
        of its name which are no other column's.
        """
        captions = self.header.captions
        may = [one for one in captions if one.may_hold(column) or self._reads_so(one, column)]
        headed = self._in_group(column, [one for one in may if one.is_headed(column)])
        if headed:
            return self._shown(headed)
        both = [one for one in may if one.names_group(column)]
        return both or self._under(column, may)

    def _reads_so(self, caption: Caption, column: Column) -> bool:
        """Whether a column that is headed like one of percentages, without saying so, reads as
        such: it has a percent sign or a fraction.
        """
        if not (column.is_percent and caption.is_open and caption.is_headed(column)):
            return False
        grid, below = self.header.grid, range(self.header.last + 1, self.header.end)
        cells = column_down(grid.rows[below.start : below.stop], caption.column)
        formats = (grid.marks.formats.get((row, caption.column), "") for row in below)
        return any("%" in text for text in formats) or any(map(_reads_as_share, cells))

    def _shown(self, captions: Sequence[Caption]) -> Sequence[Caption]:
        """Those that aren't hidden in Excel; all where none is shown."""
        hidden = self.header.grid.marks.hidden_columns
        return [one for one in captions if one.column not in hidden] or captions

    def _under(self, column: Column, may: Iterable[Caption]) -> Sequence[Caption]:
        """The captions under a group of the column's name which are no other column's. A single one
        that speaks of another time is named twice: it is asked about all the same.
        """
        under = [one for one in may if one.is_under(column) and not self._is_anothers(one, column)]
        found = self._in_group(column, under)
        return found if len(found) != 1 or found[0].is_of_now else [*found, *found]

    def _in_group(self, column: Column, headed: list[Caption]) -> Sequence[Caption]:
        """Of equally headed captions those in the column's group; where it has none and some other
        column has one, those in no group that is another's.
        """
        if column.group:
            return [one for one in headed if one.is_in_group(column)] or self._groupless(headed)
        others = [one for one in self.columns.values() if one.group]
        free = [one for one in headed if not any(map(one.is_in_group, others))]
        return free or headed

    def _groupless(self, headed: list[Caption]) -> Sequence[Caption]:
        """The captions of a column that has a group, none of which stands in it: they are its own
        where the header has no groups, or where there is but one and that stands in none.
        """
        if all(len(one.words) == 1 for one in self.header.captions):
            return headed
        return headed if len(headed) == 1 and len(headed[0].words) == 1 else ()

    def _is_anothers(self, caption: Caption, column: Column) -> bool:
        return any(
            caption.is_headed(other) for other in self.columns.values() if other.key != column.key
        )

    def which_one(self, column: Column, found: Sequence[Caption]) -> Question:
        """Which of several captions is the column's."""
        texts = {self._cell(one): one.text for one in found}
        cells = tuple(texts)
        headed = all(one.is_headed(column) for one in found)
        arguments = {
            "heading": column.headings[0],
            "found": [f"{cell} «{text}»" for cell, text in texts.items()],
        }
        code = "heading-twice" if headed else "heading-over-several"
        place = Place(file=self.file, cell=", ".join(cells))
        return Question(code, place, column.key, cells, None, SheetAnswer(), arguments)

    def whose_group(self, column: Column, found: Caption) -> Question:
        """Whether the column is meant although it stands under such a group."""
        group = found.doubted_group(column)
        place = Place(file=self.file, cell=self._cell(found))
        kept_in = SettingsKey(("columns", column.key, "group"), is_list=True)
        arguments = {"heading": found.heading.text, "group": group}
        about = f"{column.key}/{group}"
        return Question("group-of-others", place, about, (group,), None, kept_in, arguments)

    def _cell(self, caption: Caption) -> str:
        lowest = caption.words[-1]
        return self.header.grid.at(lowest.row, caption.column)

    def column_of(self, cell: str) -> int | None:
        """The column whose caption was chosen by its cell."""
        return next((one.column for one in self.header.captions if self._cell(one) == cell), None)

    def column_named(self, heading: str) -> int | None:
        """The column that was chosen by its heading."""
        named = [one.column for one in self.header.captions if one.heading.text == heading]
        return named[0] if len(named) == 1 else None

    def under_which_name(self, column: Column) -> Question:
        """Which heading of the sheet is the missing column's, the nearest first; without choices
        where all of them belong to other columns. A slip of the pen is assumed to be it.
        """
        free = list(dict.fromkeys(self._free(column)))
        like = {heading: likeness(heading, column.headings) for heading in free}
        near = [heading for heading in free if like[heading] >= _OFFERED]
        nearest = sorted(near, key=lambda heading: -like[heading])[:1]
        slips = [heading for heading in free if is_slip(heading, column.headings)]
        arguments = {
            "key": column.key,
            "title": column.title,
            "looked_for": list(column.headings),
            "found": [title for _, _, title in self.header.titles()],
            "nearest": nearest,
        }
        place = Place(file=self.file, sheet=self.header.grid.sheet, line=self.header.last + 1)
        kept_in = SettingsKey(("columns", column.key, "headings"), is_list=True)
        choices = tuple(dict.fromkeys([*nearest, *free]))
        assumed = slips[0] if len(slips) == 1 else None
        return Question("column-missing", place, column.key, choices, assumed, kept_in, arguments)

    def _free(self, column: Column) -> Iterator[str]:
        """The headings that may be a missing column's: of no other column, and each of one only."""
        taken = set(self.header.columns.values())
        headings = [one.heading.text for one in self.header.captions]
        for caption in self.header.captions:
            may = caption.may_hold(column) or (column.is_percent and caption.is_open)
            is_free = caption.column not in taken and may
            is_own = not self._is_anothers(caption, column)
            if is_free and is_own and headings.count(caption.heading.text) == 1:
                yield caption.heading.text


def _reads_as_share(cell: object) -> bool:
    if isinstance(cell, str):
        return "%" in cell
    return isinstance(cell, float) and not cell.is_integer()
