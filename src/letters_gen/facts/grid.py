"""One worksheet as it was read: its cells, and what the file tells of them beside their values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

# Row and column of a cell, both from 0.
Spot = tuple[int, int]

# What a format may keep from the reader: see `Marks.unseen`.
ERRORS, FORMULAS, FORMATS, HIDDEN, MERGED = "errors", "formulas", "formats", "hidden", "merged"


@dataclass(frozen=True)
class Area:
    """A range of cells, its corners included, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, spot: Spot) -> bool:
        row, column = spot
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Marks:
    """What a worksheet tells beside its values; all empty where it tells nothing.

    Attributes:
        hidden: the sheet isn't shown in Excel.
        hidden_rows, hidden_columns: those that aren't shown, by filter or by hand.
        merged: the merged ranges.
        covered: the values under a merge, which Excel doesn't show: they aren't among the rows.
        errors: cells that hold an error, with what the rows have of it: `#Н/Д`, `#ДЕЛ/0!`.
        uncounted: cells whose formula was never computed: without a value, or a zero that the
            program which made the file wrote for Excel to replace. Such a zero is among the rows.
        formats: the number formats of cells that have one other than a plain number or text:
            `0.0%`, `dd.mm.yyyy`.
        unseen: which of these the format doesn't let be seen: `errors`, `formulas`, `formats`,
            `hidden` (rows and columns), `merged`.
    """

    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    covered: Mapping[Spot, object] = field(default_factory=dict)
    errors: Mapping[Spot, str] = field(default_factory=dict)
    uncounted: frozenset[Spot] = frozenset()
    formats: Mapping[Spot, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()


_NO_MARKS = Marks()


@dataclass(frozen=True)
class Grid:
    """One worksheet: its name, its cells, row by row from A1, and its marks; an empty cell is '',
    one that holds an error the error as Excel shows it: `#Н/Д`.
    """

    sheet: str
    rows: Sequence[Sequence[object]]
    marks: Marks = _NO_MARKS

    def at(self, row: int, column: int) -> str:
        """The cell's name with its sheet, from indices that count from 0: `Мониторинг!H27`."""
        return f"{self.sheet}!{column_letters(column)}{row + 1}"

    def merge_of(self, row: int, column: int) -> Area | None:
        """The merged range that a cell belongs to."""
        return next((area for area in self._merged_in.get(row, ()) if (row, column) in area), None)

    def shown(self, row: int, column: int) -> object:
        """What Excel shows at a cell: within a merged range the value of its first cell; '' beyond
        the rows.
        """
        area = self.merge_of(row, column)
        row, column = (area.top, area.left) if area else (row, column)
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    @property
    def merged_rows(self) -> Collection[int]:
        """The rows that merged ranges touch."""
        return self._merged_in

    @cached_property
    def _merged_in(self) -> Mapping[int, Iterable[Area]]:
        """The merged ranges by each row that they touch."""
        found: dict[int, list[Area]] = {}
        for area in self.marks.merged:
            for row in range(area.top, min(area.bottom + 1, len(self.rows))):
                found.setdefault(row, []).append(area)
        return found


def column_down(rows: Iterable[Sequence[object]], column: int) -> list[object]:
    """The cells of a column, '' in a row that doesn't reach it, and in all for a column of -1."""
    kept = list(rows)
    if column < 0:
        return [""] * len(kept)
    try:
        # Each row reaches that far, nearly always; asking it costs as much as reading it.
        return [cells[column] for cells in kept]
    except IndexError:
        return [cells[column] if column < len(cells) else "" for cells in kept]


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 -> A, 27 -> AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
