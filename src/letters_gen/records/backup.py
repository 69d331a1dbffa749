"""A copy of the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.register.book import Register
from letters_gen.register.database import free_name


def back_up(register: Register, file: Path | None, today: date) -> Path:
    """Copy the register to `file`, a new SQLite file, or into letters/backups under the day's name;
    the copy's path.

    Raises:
        InputError: `nothing-to-copy`, `file-exists`, `file-unwritable`.
    """
    database = register.database
    if not database.exists:
        raise InputError("nothing-to-copy")
    try:
        path = file or free_name(database.backups, f"register {today.isoformat()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb"):
            pass
    except FileExistsError as error:
        raise InputError("file-exists", Place(file=str(file))) from error
    except OSError as error:
        named = file or database.backups
        raise InputError(
            "file-unwritable", Place(file=named.name), path=str(named), reason=error.strerror
        ) from error
    database.copy_to(path)
    return path
