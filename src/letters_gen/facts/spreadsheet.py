"""Any accepted spreadsheet file -> grids of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import unreadable

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@dataclass(frozen=True)
class Grid:
    """One worksheet: its name and its cells, row by row from A1; an empty cell is ''."""

    sheet: str
    rows: Sequence[Sequence[object]]

    def at(self, row: int, column: int) -> str:
        """The cell's name with its sheet, from indices that count from 0: `Мониторинг!H27`."""
        return f"{self.sheet}!{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 -> A, 27 -> AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_grids(path: Path) -> list[Grid]:
    """All worksheets of the file at `path`, in their order.

    Raises:
        InputError: `no-such-file`, `not-a-spreadsheet`; see `files.unreadable`.
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    if path.suffix.lower() not in SUFFIXES:
        raise InputError("not-a-spreadsheet", Place(file=path.name), accepted=SUFFIXES)
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(path)
        return [
            Grid(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except PermissionError as error:
        raise unreadable(path, error) from error
    except (CalamineError, ValueError, OSError) as error:
        raise InputError("not-a-spreadsheet", Place(file=path.name), accepted=SUFFIXES) from error
