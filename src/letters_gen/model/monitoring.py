"""What a monitoring spreadsheet says: a period and a row a school, each value with the cell it
stood in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from letters_gen.model.period import Period
from letters_gen.model.school import School

CellValue = int | str | Fraction | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stood. None is "no data"; a ready percentage is a share. `at` is the
    cell with its sheet: `Мониторинг!H27`.
    """

    value: CellValue
    at: str


@dataclass(frozen=True)
class Layout:
    """Where the columns of a sheet stand: the sheet's name, and by column key the letters; '' for
    one it lacks.
    """

    sheet: str
    letters: Mapping[str, str]

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The position of each column's value in a row."""
        return {key: position for position, key in enumerate(self.letters)}


class Cells(Mapping[str, Cell]):
    """One row's cells by column key: bare values, their places told when they are asked for.

    A country has 40,000 rows, and only of those that fall short are some cells ever named.
    """

    __slots__ = ("_values", "layout", "line")

    def __init__(self, layout: Layout, line: int, values: tuple[CellValue, ...]) -> None:
        """`line` is the row's number in the sheet, from 1; `values` stand in the order of the
        layout.
        """
        self.layout, self.line, self._values = layout, line, values

    def __getitem__(self, key: str) -> Cell:
        letters = self.layout.letters[key]
        return Cell(self.value(key), f"{self.layout.sheet}!{letters}{self.line}" if letters else "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.layout.letters)

    def __len__(self) -> int:
        return len(self._values)

    def value(self, key: str) -> CellValue:
        """The value alone."""
        return self._values[self.layout.order[key]]


_NO_COLUMNS = Layout("", {})


@dataclass(frozen=True, slots=True)
class Row:
    """One school's row: `cells` by column key; `known` tells whether the directory has the
    school.
    """

    school: School
    cells: Cells
    known: bool = True

    @classmethod
    def without_figures(cls, school: School) -> Row:
        """A school of which no sheet says anything."""
        return cls(school, Cells(_NO_COLUMNS, school.line, ()))

    def value(self, column: str) -> CellValue:
        """What stands in a column; None for no data."""
        return self.cells.value(column)

    def count(self, column: str) -> int | None:
        """The count that stands in a column, None where there is no number."""
        value = self.cells.value(column)
        return value if isinstance(value, int) else None


@dataclass(frozen=True)
class Monitoring:
    """One week's spreadsheet, the office's own rows only, in the order of the sheet.

    Attributes:
        columns: the keys of the columns that the sheet has, in the order of the settings.
    """

    period: Period
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def counts(self, column: str) -> list[int]:
        """The counts of one column, rows without data left out."""
        return [count for row in self.rows if (count := row.count(column)) is not None]
