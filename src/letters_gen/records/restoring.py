"""The register restored from a copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.entry import Entry
from letters_gen.model.journal import Journal
from letters_gen.office.files import free_path, written_file
from letters_gen.office.lease import leased
from letters_gen.outputs.journal import write_workbook
from letters_gen.records.acts import Desk
from letters_gen.records.journals import journal_name
from letters_gen.register.book import Register
from letters_gen.register.journal import journals
from letters_gen.register.restoring import Copy, examined, numbers_in, put_in_place
from letters_gen.register.sqlite import SqliteFile


@dataclass(frozen=True)
class Restored:
    """What was kept of the register that a copy has taken the place of.

    Attributes:
        copy: it itself, in letters/backups, None where there was nothing.
        journals: its journals with the numbers that the restored one hasn't: what brings them back.
    """

    copy: Path | None
    journals: tuple[Path, ...]


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
    return [one.number for one in _lost(desk, file)]


def _lost(desk: Desk, file: Path) -> list[Entry]:
    kept = numbers_in(file)
    try:
        return [
            one
            for one in desk.register.entries()
            if (one.series, one.year, one.seq, one.suffix, one.twin) not in kept
        ]
    except LettersError:
        return []


def restore(desk: Desk, file: Path) -> Restored:
    """Let the copy in `file` be the register; what is kept of the one that it replaces.

    Raises:
        InputError: as `copy_of`; see `files.unwritable`.
    """
    copy_of(desk, file)
    database = desk.register.database
    assert isinstance(database, SqliteFile)
    with leased(desk.workspace.letters, desk.stamp.by, desk.waiting):
        # A number without a file would be given again, and nothing would tell.
        kept = tuple(_written(desk, journal) for journal in _journals(desk, _lost(desk, file)))
        return Restored(put_in_place(file, database), kept)


def _journals(desk: Desk, lost: Sequence[Entry]) -> Iterator[Journal]:
    """The journals that have these entries."""
    known = desk.settings.series
    whose = {(one.year, known[one.series].journal) for one in lost if one.series in known}
    for year in sorted({year for year, _ in whose}):
        for journal in journals(desk.register, list(known.values()), year):
            if (year, journal.key) in whose:
                yield journal


def _written(desk: Desk, journal: Journal) -> Path:
    name = f"{journal_name(journal.key, journal.year)} до восстановления.xlsx"
    path = free_path(desk.workspace.letters / "journals" / name)
    with written_file(path) as partial:
        write_workbook(partial, [journal])
    return path
