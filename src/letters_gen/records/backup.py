"""A copy of the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from letters_gen.errors import InputError
from letters_gen.office.files import writing
from letters_gen.register.book import Register
from letters_gen.register.database import free_name


def back_up(register: Register, file: Path | None, today: date) -> Path:
    """Copy the register to `file`, a new SQLite file, or into letters/backups under the day's name;
    the copy's path.

    Raises:
        InputError: `nothing-to-copy`, `file-exists`, or what `files.unwritable` tells.
    """
    database = register.database
    if not database.exists:
        raise InputError("nothing-to-copy")
    path = file or free_name(database.backups, f"register {today.isoformat()}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    database.copy_to(path)
    return path
