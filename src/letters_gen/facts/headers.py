"""The header of a grid: which rows it takes, and which column of the sheet is which of the
settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Grid
from letters_gen.model.folding import folded
from letters_gen.model.settings import Column

_DEEPEST = 60
_TALLEST = 3
_FEWEST = 2


@dataclass(frozen=True)
class Header:
    """Where the header lies and what it names.

    Attributes:
        first, last: its rows, counted from 0.
        columns: the settings' key -> the sheet's column, counted from 0; the first that fits.
        others: the other sheets of the file whose headers name as many columns.
    """

    grid: Grid
    first: int
    last: int
    columns: Mapping[str, int]
    others: tuple[str, ...] = ()

    def titles(self) -> list[tuple[str, int, str]]:
        """Its cells that hold text: the cell's name, the column, the text in one line."""
        return [
            (self.grid.at(row, column), column, " ".join(cell.split()))
            for row in range(self.first, self.last + 1)
            for column, cell in enumerate(self.grid.rows[row])
            if isinstance(cell, str) and cell.strip()
        ]

    def fitting(self, column: Column) -> dict[str, int]:
        """The sheet's columns whose headings fit `column`, by the cell of the heading."""
        headings = {folded(heading) for heading in column.headings}
        found: dict[str, int] = {}
        for cell, index, title in self.titles():
            if folded(title) in headings and index not in found.values():
                found[cell] = index
        return found

    def lacking(self, columns: Mapping[str, Column], needed: Iterable[str]) -> list[str]:
        """Which of the `needed` columns it has not, in the order of the settings."""
        wanted = set(needed) - set(self.columns)
        return [key for key in columns if key in wanted]


def find_header(grids: Sequence[Grid], columns: Mapping[str, Column], file: str) -> Header:
    """The header of the first sheet that has the most of the wanted columns.

    A header is up to three rows tall (a group above its columns) and lies among the first sixty
    rows.

    Raises:
        InputError: `header-not-found`.
    """
    candidates = [header for grid in grids for header in _candidates(grid, columns)]
    if not candidates:
        looked_for = [column.headings[0] for column in columns.values()]
        raise InputError(
            "header-not-found", Place(file=file), looked_for=looked_for, found=_fullest_row(grids)
        )
    best = max(candidates, key=lambda header: len(header.columns))
    as_good = (one.grid.sheet for one in candidates if len(one.columns) == len(best.columns))
    others = dict.fromkeys(sheet for sheet in as_good if sheet != best.grid.sheet)
    return replace(best, others=tuple(others))


def _candidates(grid: Grid, columns: Mapping[str, Column]) -> list[Header]:
    found = []
    wanted = {
        folded(heading): key for key, column in columns.items() for heading in column.headings
    }
    for first in range(min(len(grid.rows), _DEEPEST)):
        named: dict[str, int] = {}
        for last in range(first, min(first + _TALLEST, len(grid.rows))):
            here = _named(grid.rows[last], wanted)
            if not here:
                break
            named = {**here, **named}
            if len(named) >= _FEWEST:
                found.append(Header(grid, first, last, named))
    return found


def _named(row: Sequence[object], wanted: Mapping[str, str]) -> dict[str, int]:
    named: dict[str, int] = {}
    for column, cell in enumerate(row):
        key = wanted.get(folded(cell)) if isinstance(cell, str) else None
        if key is not None:
            named.setdefault(key, column)
    return named


def _fullest_row(grids: Sequence[Grid]) -> list[str]:
    """The words of the row that has the most text: what stands where a header was looked for."""
    rows = (row for grid in grids for row in grid.rows[:_DEEPEST])
    return max(map(texts_of, rows), key=len, default=[])


def texts_of(row: Sequence[object]) -> list[str]:
    """The cells of a row that hold text, each in one line."""
    return [" ".join(cell.split()) for cell in row if isinstance(cell, str) and cell.strip()]
