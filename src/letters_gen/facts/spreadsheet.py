"""Any accepted spreadsheet file -> grids of cells."""

from __future__ import annotations

from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Grid
from letters_gen.office.files import unreadable

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


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
