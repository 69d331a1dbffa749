"""Files get their final names: written beside their place, flushed, named by an operation that
never overwrites.

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

from letters_gen.errors import DamageError, InputError, Place
from letters_gen.office.flushing import flush_files, flush_folder

_READ_ONLY = stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class _Written:
    """A content that stands beside its place, its SHA-256 known."""

    partial: str
    path: str
    digest: str


def place_files(files: Iterable[tuple[str, bytes]], replaced: Path) -> list[str]:
    """Write each content under its name, made read-only; their SHA-256 in hexadecimal.

    All of them are written beside their places, flushed together, then named one by one. A file of
    that name that a crashed run of the same reservation left is taken over where its bytes are the
    same, else kept in `replaced`: a reserved number's name belongs to this run alone (the caller
    holds the lease).

    Args:
        files: paths with contents; taken one by one, so that no more than one content stands in
            memory.

    Raises:
        InputError: `file-unwritable`; nothing is left beside the places then.
    """
    beside: list[_Written] = []
    named = 0
    path = str(replaced)
    try:
        for path, content in files:
            folder, name = os.path.split(path)
            partial = os.path.join(folder, f".{name}.partial")
            beside.append(_Written(partial, path, hashlib.sha256(content).hexdigest()))
            _write(partial, content)
        flush_files([one.partial for one in beside])
        for one in beside:
            path = one.path
            _name(one, replaced)
            named += 1
        for folder in {os.path.dirname(one.path) for one in beside}:
            flush_folder(folder)
    except OSError as error:
        place = Place(file=os.path.basename(path))
        raise InputError("file-unwritable", place, path=path, reason=error.strerror) from error
    finally:
        for one in beside[named:]:
            with suppress(OSError):
                os.unlink(one.partial)
    return [one.digest for one in beside]


def place_file(path: Path, content: bytes, replaced: Path) -> str:
    """Write one `content` as `place_files` does; its SHA-256."""
    [digest] = place_files([(str(path), content)], replaced)
    return digest


def write_over(path: Path, content: bytes) -> None:
    """Write a file that is no document of the register: whole or not at all, in the place of what
    bore its name.

    Raises:
        InputError: `file-unwritable`: a journal open in Excel, a print file open in Word; they keep
            their old text.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise InputError(
            "file-unwritable", Place(file=path.name), path=str(path), reason=error.strerror
        ) from error


def _write(partial: str, content: bytes) -> None:
    """A new file: one that a killed run left there may be the second name of a finished
    document.
    """
    try:
        file = open(partial, "xb")
    except FileExistsError:
        os.unlink(partial)
        file = open(partial, "xb")
    with file:
        file.write(content)


def _name(one: _Written, replaced: Path) -> None:
    """Give what was written its final name; a file that has it already is the same, or makes
    way.
    """
    try:
        _rename(one.partial, one.path)
    except FileExistsError:
        if hashlib.sha256(Path(one.path).read_bytes()).hexdigest() == one.digest:
            os.unlink(one.partial)
        else:
            _set_aside(Path(one.path), replaced)
            _rename(one.partial, one.path)
    os.chmod(one.path, _READ_ONLY)


def _rename(partial: str, path: str) -> None:
    """Fails where `path` exists already, on every file system."""
    if os.name == "nt":
        os.rename(partial, path)
        return
    try:
        os.link(partial, path)
        os.unlink(partial)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (exFAT, some shares): claim the name first, then fill the
        # claim.
        open(path, "xb").close()
        os.replace(partial, path)


def set_aside(path: Path, replaced: Path, digest: str) -> None:
    """Move the file at `path` to `replaced` if it is still the one whose SHA-256 is `digest`.

    Raises:
        InputError: `file-unwritable`.
    """
    try:
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            _set_aside(path, replaced)
    except OSError as error:
        raise InputError(
            "file-unwritable", Place(file=path.name), path=str(path), reason=error.strerror
        ) from error


def _set_aside(path: Path, replaced: Path) -> None:
    replaced.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, 1000):
        tail = "" if attempt == 1 else f" ({attempt})"
        kept = replaced / f"{path.stem}{tail}{path.suffix}"
        if not kept.exists():
            path.rename(kept)
            return
    raise DamageError("replaced-full", Place(file=path.name))
