"""The header of a grid: which rows it takes, and which column of the sheet is which of the
settings.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.spreadsheet import Grid
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
        columns: the settings' key -> the sheet's column, counted from 0.
        others: the other sheets of the file whose headers name as many columns.
    """

    grid: Grid
    first: int
    last: int
    columns: Mapping[str, int]
    others: tuple[str, ...] = ()


def find_header(
    grids: Sequence[Grid], columns: Mapping[str, Column], needed: Iterable[str], file: str
) -> Header:
    """The header of the first sheet that has the most of the wanted columns.

    A header is up to three rows tall (a group above its columns) and lies among the first sixty
    rows.

    Raises:
        InputError: `header-not-found`; `column-missing` for each needed column it lacks;
            `heading-twice`.
    """
    candidates = [header for grid in grids for header in _candidates(grid, columns)]
    if not candidates:
        looked_for = [column.headings[0] for column in columns.values()]
        raise InputError(
            "header-not-found", Place(file=file), looked_for=looked_for, found=_fullest_row(grids)
        )
    best = max(candidates, key=lambda header: len(header.columns))
    _refuse_doubled(best, columns, file)
    _refuse_missing(best, columns, needed, file)
    as_good = (one.grid.sheet for one in candidates if len(one.columns) == len(best.columns))
    return replace(
        best, others=tuple(dict.fromkeys(sheet for sheet in as_good if sheet != best.grid.sheet))
    )


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


def _refuse_doubled(header: Header, columns: Mapping[str, Column], file: str) -> None:
    for key, column in header.columns.items():
        headings = {folded(heading) for heading in columns[key].headings}
        again = [
            header.grid.at(row, index)
            for row in range(header.first, header.last + 1)
            for index, cell in enumerate(header.grid.rows[row])
            if isinstance(cell, str) and folded(cell) in headings and index != column
        ]
        if again:
            cells = [header.grid.at(header.first, column), *again]
            place = Place(file=file, cell=", ".join(cells))
            raise InputError("heading-twice", place, heading=columns[key].headings[0], key=key)


def _refuse_missing(
    header: Header, columns: Mapping[str, Column], needed: Iterable[str], file: str
) -> None:
    titles = _titles(header)
    faults = []
    for key in sorted(set(needed) - set(header.columns), key=list(columns).index):
        nearest = difflib.get_close_matches(columns[key].headings[0], titles, n=1, cutoff=0.6)
        place = Place(file=file, sheet=header.grid.sheet, line=header.last + 1)
        faults.append(
            InputError(
                "column-missing",
                place,
                key=key,
                looked_for=list(columns[key].headings),
                found=titles,
                nearest=nearest,
            )
        )
    if faults:
        raise together(faults)


def _titles(header: Header) -> list[str]:
    cells = (cell for row in range(header.first, header.last + 1) for cell in header.grid.rows[row])
    return [" ".join(cell.split()) for cell in cells if isinstance(cell, str) and cell.strip()]


def _fullest_row(grids: Sequence[Grid]) -> list[str]:
    """The words of the row that has the most text: what stands where a header was looked for."""
    rows = (row for grid in grids for row in grid.rows[:_DEEPEST])
    texts = (
        [" ".join(cell.split()) for cell in row if isinstance(cell, str) and cell.strip()]
        for row in rows
    )
    return max(texts, key=len, default=[])
