"""A copy of the register in the place of the register: what it replaces is kept beside the other
copies, and nothing of it is left to be read together with the copy.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.office.files import partial_of, read_file, refuse_link, write_new, writing
from letters_gen.office.flushing import flush_files, flush_folder
from letters_gen.register.database import free_name
from letters_gen.register.schema import NEWEST
from letters_gen.register.sqlite import SqliteFile

_BESIDE = ("-wal", "-shm")
_KEPT = "register before restore"


@dataclass(frozen=True)
class Copy:
    """What a copy of the register holds: how many entries, and of which offices."""

    entries: int
    offices: tuple[str, ...]


def examined(path: Path) -> Copy:
    """What the copy at `path` holds; nothing is written.

    Raises:
        InputError: `no-such-file`; `copy-damaged`: it is no register, or damaged; `copy-newer`: a
            newer program has written it.
    """
    place = Place(file=path.name)
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    with _readable(path, place) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        [version] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        [count] = connection.execute("SELECT count(*) FROM entries").fetchone()
        offices = [name for (name,) in connection.execute("SELECT DISTINCT office FROM events")]
    if not sound:
        raise InputError("copy-damaged", place)
    if version > NEWEST:
        raise InputError("copy-newer", place, version=version, known=NEWEST)
    return Copy(count, tuple(offices))


def numbers_in(path: Path) -> set[tuple[str, int, int, str, int]]:
    """The numbers that a sound copy has: series, year, running number, tail and twin."""
    with _readable(path, Place(file=path.name)) as connection:
        return set(connection.execute("SELECT series, year, seq, suffix, twin FROM entries"))


@contextmanager
def _readable(path: Path, place: Place) -> Iterator[sqlite3.Connection]:
    try:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield connection
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise InputError("copy-damaged", place) from error


def put_in_place(copy: Path, database: SqliteFile) -> Path | None:
    """Let a sound `copy` be the register; the copy of what it has replaced, None where there was
    nothing.

    Killed at any point it leaves a whole register, the former or the copy, and can be run again.

    Raises:
        InputError: see `files.unwritable`.
    """
    path = database.path
    refuse_link(path)
    partial = partial_of(str(path))
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(partial, read_file(copy))
        flush_files([partial])
        kept = _kept(database) if path.exists() else None
        _settle(database)
        Path(partial).replace(path)
        flush_folder(str(path.parent))
    return kept


def _kept(database: SqliteFile) -> Path:
    """A copy of what stands: a consistent one, or, where it is damaged, of its bytes."""
    kept = free_name(database.backups, _KEPT)
    try:
        database.copy_to(kept)
    except LettersError:
        _copy_bytes(database.path, kept)
    return kept


def _copy_bytes(path: Path, kept: Path) -> None:
    partial = partial_of(str(kept))
    shutil.copyfile(path, partial)
    Path(partial).replace(kept)
    for tail in _BESIDE:
        beside = path.with_name(f"{path.name}{tail}")
        if beside.exists():
            shutil.copyfile(beside, kept.with_name(f"{kept.name}{tail}"))


def _settle(database: SqliteFile) -> None:
    """Let the log of what stands be folded into it and go: it would be read together with the
    copy.
    """
    database.close()
    path = database.path
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    for tail in _BESIDE:
        path.with_name(f"{path.name}{tail}").unlink(missing_ok=True)
