"""Documents get their final names, many at once: written beside their places, flushed together,
named by an operation that never overwrites (`files` has its parts, and writes all other files).

Paths of documents are text here: a country's are 40,000, and making a Path takes as long as asking
the disk for it.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import DamageError, Place
from letters_gen.office.files import (
    give_name,
    partial_of,
    read_file,
    unwritable,
    write_file,
    write_new,
    writing,
)
from letters_gen.office.flushing import flush_files, flush_folder

_READ_ONLY = stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class _Written:
    """A content that stands beside its place, its SHA-256 known."""

    partial: str
    path: str
    digest: str


def place_files(
    files: Iterable[tuple[str, bytes]], replaced: Path, is_final: bool = True
) -> list[str]:
    """Write each content under its name, made read-only; their SHA-256 in hexadecimal.

    All of them are written beside their places, flushed together, then named one by one. A file of
    that name that a crashed run of the same reservation left is taken over where its bytes are the
    same, else kept in `replaced`: a reserved number's name belongs to this run alone (the caller
    holds the lease).

    Args:
        files: paths with contents; taken one by one, so that no more than one content stands in
            memory.
        is_final: whether nobody is to write into them any more.

    Raises:
        InputError: see `files.unwritable`; nothing is left beside the places then.
    """
    beside: list[_Written] = []
    named = 0
    path = str(replaced)
    try:
        for path, content in files:
            partial = partial_of(path)
            beside.append(_Written(partial, path, hashlib.sha256(content).hexdigest()))
            write_new(partial, content)
        flush_files([one.partial for one in beside])
        for one in beside:
            path = one.path
            _name(one, replaced)
            if is_final:
                # Whom the user's umask lets read may read; nobody writes.
                os.chmod(one.path, os.stat(one.path).st_mode & _READ_ONLY)
            named += 1
        for folder in {os.path.dirname(one.path) for one in beside}:
            flush_folder(folder)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        for one in beside[named:]:
            with suppress(OSError):
                os.unlink(one.partial)
    return [one.digest for one in beside]


def place_file(path: Path, content: bytes, replaced: Path) -> str:
    """Write one `content` as `place_files` does; its SHA-256."""
    [digest] = place_files([(str(path), content)], replaced)
    return digest


def _name(one: _Written, replaced: Path) -> None:
    """Give what was written its final name; a file that has it already is the same, or makes
    way.
    """
    try:
        give_name(one.partial, one.path)
    except FileExistsError:
        if _digest(one.path) == one.digest:
            os.unlink(one.partial)
        else:
            _set_aside(Path(one.path), replaced)
            give_name(one.partial, one.path)


def _digest(path: str) -> str:
    """The SHA-256 of a document; '' of a symbolic link, which is none; raises OSError for what
    can't be read, which is never put aside.
    """
    if os.path.islink(path):
        return ""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def set_aside(path: Path, replaced: Path, digest: str) -> None:
    """Move the file at `path` to `replaced` if it is still the one whose SHA-256 is `digest`.

    Raises:
        InputError: see `files.unwritable`.
    """
    with writing(path):
        if path.exists() and _digest(str(path)) == digest:
            _set_aside(path, replaced)


def renew_file(path: Path, content: bytes) -> None:
    """Write a document that people go on writing in: what stood there, and says something else,
    goes into the folder `replaced` beside it.

    Raises:
        InputError: see `files.write_file`.
    """
    if path.exists() and read_file(path) != content:
        with writing(path):
            _set_aside(path, path.parent / "replaced")
    write_file(path, content)


def _set_aside(path: Path, replaced: Path) -> None:
    replaced.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, 1000):
        tail = "" if attempt == 1 else f" ({attempt})"
        kept = replaced / f"{path.stem}{tail}{path.suffix}"
        if not kept.exists():
            path.rename(kept)
            return
    raise DamageError("replaced-full", Place(file=path.name))
