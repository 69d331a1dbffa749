"""What a monitoring spreadsheet says: a period and a row a school, each value with the cell it stood in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from letters_gen.model.period import Period
from letters_gen.model.school import School

CellValue = int | str | None


@dataclass(frozen=True)
class Cell:
    """A value and where it stood. None is "no data"; `at` is the cell with its sheet: `Мониторинг!H27`."""

    value: CellValue
    at: str

    @property
    def count(self) -> int | None:
        """The value as a count, None where the cell holds no number."""
        return self.value if isinstance(self.value, int) else None


@dataclass(frozen=True)
class Row:
    """One school's row: `cells` by column key; `known` tells whether the directory has the school."""

    school: School
    cells: Mapping[str, Cell]
    known: bool = True


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
        return [row.cells[column].count or 0 for row in self.rows if row.cells[column].count is not None]
