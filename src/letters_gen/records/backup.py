"""Copies of the register: by hand, and each day to another disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from letters_gen.errors import DamageError, InputError, Place
from letters_gen.office.files import writing
from letters_gen.register.book import Register
from letters_gen.register.database import free_name
from letters_gen.register.restoring import examined

_KEPT = 30
_STALE = 7


def back_up(register: Register, file: Path | None, today: date) -> Path:
    """Copy the register to `file`, a new SQLite file, or into letters/backups under the day's name;
    the copy's path.

    Raises:
        InputError: `nothing-to-copy`, `file-exists`, or what `files.unwritable` tells.
        DamageError: `register-damaged`, `register-emptied`: what would be copied is no register.
    """
    database = register.database
    if not database.exists:
        raise InputError("nothing-to-copy")
    path = file or free_name(database.backups, f"register {today.isoformat()}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    _copy(register, path)
    return path


def copy_daily(register: Register, folder: Path, today: date, anew: bool = False) -> Path | None:
    """Copy the register to `folder` under the day's name, where it has none yet; the newest thirty
    of the office are kept. The copy's path, None where there is one already.

    Args:
        anew: whether the day's copy gives way to a newer one.

    Raises:
        InputError: `backup-folder-missing`, or what `files.unwritable` tells.
        DamageError: as `back_up`; the copies that there are stay.
    """
    if not folder.is_dir():
        raise InputError("backup-folder-missing", Place(file=str(folder)))
    path = folder / f"register {register.named} {today.isoformat()}.sqlite"
    if path.exists() and not anew:
        return None
    newer = folder / f".{path.name}.newer"
    with writing(folder):
        newer.unlink(missing_ok=True)
    _copy(register, newer)
    with writing(folder):
        newer.replace(path)
        for old in _copies(register, folder)[:-_KEPT]:
            old.unlink()
    return path


def _copy(register: Register, path: Path) -> None:
    """Copy the register, whole and sound: a copy of what went bad would in time take the place of
    all that are good. Raises as `back_up`.
    """
    register.count()
    register.database.copy_to(path)
    try:
        examined(path)
    except InputError as error:
        with writing(path):
            path.unlink()
        place = Place(file=register.database.name)
        raise DamageError("register-damaged", place, reason="SQLITE_CORRUPT") from error


def newest_copy(register: Register, folder: Path, today: date) -> str:
    """The day of the newest copy in `folder`, '' while there is nothing to copy.

    Raises:
        InputError: `backup-folder-missing`; `backup-stale`: none of the last seven days.
    """
    if not register.database.exists:
        return ""
    if not folder.is_dir():
        raise InputError("backup-folder-missing", Place(file=str(folder)))
    copies = _copies(register, folder)
    newest = date.fromisoformat(copies[-1].stem[-10:]) if copies else None
    if newest is None or (today - newest).days > _STALE:
        raise InputError("backup-stale", Place(file=str(folder)), newest=newest)
    return newest.isoformat()


def _copies(register: Register, folder: Path) -> list[Path]:
    """The daily copies of the office's register, the oldest first."""
    day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return sorted(folder.glob(f"register {register.named} {day}.sqlite"))
