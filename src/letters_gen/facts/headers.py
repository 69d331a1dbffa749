"""The headers of a sheet: which rows each takes, and what stands over each of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from letters_gen.errors import InputError, Place
from letters_gen.facts.captions import Caption, captions_of
from letters_gen.facts.grid import Grid, column_down
from letters_gen.facts.headings import heading_key
from letters_gen.model.column import Column

# Titles, explanations and legends above a header may take this many rows.
_DEEPEST = 300
_TALLEST = 5
# Groups may stand in so many rows above the first row that names a column.
_GROUPS = 2
_FEWEST = 2


@dataclass(frozen=True)
class Header:
    """Where a header lies and what it names.

    Attributes:
        first, last: its rows, counted from 0.
        columns: the settings' key -> the sheet's column, counted from 0.
        end: the row behind the last that stands under it: the next header's first, or the sheet's
            end.
    """

    grid: Grid
    first: int
    last: int
    columns: Mapping[str, int]
    end: int

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """What stands over each column that has anything over it."""
        return tuple(captions_of(self.grid, self.first, self.last))

    def titles(self) -> list[tuple[str, int, str]]:
        """Its cells that hold text: the cell's name, the column, the text in one line."""
        return [
            (self.grid.at(row, column), column, " ".join(cell.split()))
            for row in range(self.first, self.last + 1)
            for column, cell in enumerate(self.grid.rows[row])
            if isinstance(cell, str) and cell.strip()
        ]

    def lacking(self, columns: Mapping[str, Column], needed: Iterable[str]) -> list[str]:
        """Which of the `needed` columns it has not, in the order of the settings."""
        wanted = set(needed) - set(self.columns)
        return [key for key in columns if key in wanted]


def find_header(grids: Sequence[Grid], columns: Mapping[str, Column], file: str) -> Header:
    """The header of the first sheet that has the most of the wanted columns.

    Raises:
        InputError: `header-not-found`.
    """
    found = [header for grid in grids for header in headers_in(grid, columns)]
    if not found:
        looked_for = [column.headings[0] for column in columns.values()]
        raise InputError(
            "header-not-found", Place(file=file), looked_for=looked_for, found=_fullest_row(grids)
        )
    return max(found, key=lambda header: len(header.columns))


def headers_in(grid: Grid, columns: Mapping[str, Column]) -> list[Header]:
    """The headers of a sheet's tables, from the top; each names at least two of the wanted columns,
    and more than half as many as the one that names the most: a legend isn't one.
    """
    wanted = _Wanted.of(columns)
    upper = [*_blocks(grid, wanted, range(min(len(grid.rows), _DEEPEST)))]
    if not upper:
        return []
    most = max(len(header.columns) for header in upper)
    found = [next(header for header in upper if len(header.columns) * 2 > most)]
    for header in _repeated(grid, wanted, found[0], columns):
        found[-1] = replace(found[-1], end=header.first)
        found.append(header)
    return found


@dataclass(frozen=True)
class _Wanted:
    """The headings that are looked for, as they are compared, and the settings' key of each."""

    keys: Mapping[str, str]

    @classmethod
    def of(cls, columns: Mapping[str, Column]) -> _Wanted:
        return cls(
            {
                heading_key(heading): key
                for key, column in columns.items()
                for heading in column.headings
            }
        )

    def named(self, row: Sequence[object]) -> dict[str, int]:
        """The columns that a row names, the first of each."""
        named: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = self.keys.get(heading_key(cell)) if isinstance(cell, str) else None
            if key is not None:
                named.setdefault(key, column)
        return named


def _blocks(grid: Grid, wanted: _Wanted, rows: Iterable[int]) -> Iterator[Header]:
    """The headers that begin in `rows`, one after the other."""
    passed = -1
    for first in rows:
        if first > passed:
            header = _block(grid, wanted, first)
            if header is not None:
                yield header
                passed = header.last


def _block(grid: Grid, wanted: _Wanted, first: int) -> Header | None:
    """The header whose first naming row is `first`; None where there is none."""
    named = wanted.named(grid.rows[first])
    if not named:
        return None
    last = first
    for row in range(first + 1, min(first + _TALLEST, len(grid.rows))):
        if not _is_wordy(grid.rows[row]):
            break
        here = wanted.named(grid.rows[row]) | wanted.named(_joined(grid, first, row))
        if not here.keys() <= named.keys():
            named, last = {**here, **named}, row
    if len(named) < _FEWEST:
        return None
    top, bottom = _with_groups(grid, first), _with_subheadings(grid, last, named)
    return Header(grid, top, bottom, named, len(grid.rows))


def _joined(grid: Grid, first: int, last: int) -> list[str]:
    """The headings of a header in these rows, each put together of what stands below each other."""
    texts = zip_longest(*grid.rows[first : last + 1], fillvalue="")
    return [" ".join(cell for cell in column if isinstance(cell, str)) for column in texts]


def _is_wordy(row: Sequence[object]) -> bool:
    """Whether a row has no figure: it may be part of a header, as a blank one may."""
    return all(isinstance(cell, str) and not _is_figure(cell) for cell in row)


def _is_figure(cell: str) -> bool:
    return cell.strip().replace(",", "").replace(".", "").isdigit()


def _with_groups(grid: Grid, first: int) -> int:
    """The first row of the groups above a header's first naming row."""
    top = first
    for row in range(first - 1, max(first - 1 - _GROUPS, -1), -1):
        texts = [column for column, cell in enumerate(grid.rows[row]) if _said(cell)]
        is_title = texts == [0] or _spans_all(grid, row)
        if not texts or is_title or not _is_wordy(grid.rows[row]):
            break
        top = row
    return top


def _spans_all(grid: Grid, row: int) -> bool:
    """Whether a row is one merged cell over nearly all of the sheet: a title."""
    width = len(grid.rows[row])
    areas = [
        grid.merge_of(row, column) for column, cell in enumerate(grid.rows[row]) if _said(cell)
    ]
    return len(areas) == 1 and areas[0] is not None and areas[0].right - areas[0].left > width // 2


def _with_subheadings(grid: Grid, last: int, named: Mapping[str, int]) -> int:
    """The last row of what divides the columns further: `чел.` and `%`, units; they stand under
    figures' columns only.
    """
    identity = [named[key] for key in ("district", "school", "inn") if key in named]
    left = max(identity, default=0)
    for row in range(last + 1, min(last + 1 + _GROUPS, len(grid.rows))):
        cells = grid.rows[row]
        texts = [column for column, cell in enumerate(cells) if _said(cell)]
        if not texts or min(texts) <= left or not _is_wordy(cells):
            break
        last = row
    return last


def _said(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip())


def _repeated(
    grid: Grid, wanted: _Wanted, first: Header, columns: Mapping[str, Column]
) -> Iterator[Header]:
    """The headers of further tables below the first; rows are looked at only where words stand in a
    column of figures.
    """
    figures = [at for key, at in first.columns.items() if not columns[key].is_text]
    below = grid.rows[first.last + 1 :]
    likely = {
        row
        for column in figures
        for row, cell in enumerate(column_down(below, column), first.last + 1)
        if isinstance(cell, str) and len(cell) > _FEWEST and not cell.isdigit()
    }
    for header in _blocks(grid, wanted, sorted(likely)):
        if len(header.columns) > len(first.columns) // 2:
            yield header


def _fullest_row(grids: Sequence[Grid]) -> list[str]:
    """The words of the row that has the most text: what stands where a header was looked for."""
    rows = (row for grid in grids for row in grid.rows[:_DEEPEST])
    return max(map(texts_of, rows), key=len, default=[])


def texts_of(row: Sequence[object]) -> list[str]:
    """The cells of a row that hold text, each in one line."""
    return [" ".join(cell.split()) for cell in row if isinstance(cell, str) and cell.strip()]
