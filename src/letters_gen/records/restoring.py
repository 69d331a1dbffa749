"""The register restored from a copy."""

from __future__ import annotations

from pathlib import Path

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.office.lease import leased
from letters_gen.records.acts import Desk
from letters_gen.register.book import Register
from letters_gen.register.restoring import Copy, examined, numbers_in, put_in_place
from letters_gen.register.sqlite import SqliteFile


def copies_in(register: Register, folder: Path) -> list[Path]:
    """The copies of the register in `folder`, and those beside the register itself, the newest
    first; of one name that in `folder`.
    """
    named = {path.name: path for path in register.database.backups.glob("*.sqlite")}
    named |= {path.name: path for path in folder.glob(f"register {register.named} *.sqlite")}
    return sorted(named.values(), key=lambda one: one.stat().st_mtime_ns, reverse=True)


def copy_of(desk: Desk, file: Path) -> Copy:
    """What the copy in `file` holds.

    Raises:
        InputError: see `examined`; `restore-on-server`; `copy-of-another`: it is another office's.
    """
    if not isinstance(desk.register.database, SqliteFile):
        raise InputError("restore-on-server", Place(file=desk.register.database.name))
    found = examined(file)
    if desk.register.named not in found.offices:
        raise InputError(
            "copy-of-another",
            Place(file=file.name),
            office=desk.register.named,
            found=list(found.offices),
        )
    return found


def lost_by(desk: Desk, file: Path) -> list[str]:
    """The numbers that the register has and the copy in `file` hasn't; none where the register
    can't be read.
    """
    kept = numbers_in(file)
    try:
        return [
            one.number
            for one in desk.register.entries()
            if (one.series, one.year, one.seq, one.suffix, one.twin) not in kept
        ]
    except LettersError:
        return []


def restore(desk: Desk, file: Path) -> Path | None:
    """Let the copy in `file` be the register; the copy of what it replaces, in letters/backups,
    None where there was nothing.

    Raises:
        InputError: as `copy_of`; see `files.unwritable`.
    """
    copy_of(desk, file)
    database = desk.register.database
    assert isinstance(database, SqliteFile)
    with leased(desk.workspace.letters, desk.stamp.by, desk.waiting):
        return put_in_place(file, database)
