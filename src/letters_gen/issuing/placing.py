"""Files get their final names: written beside their place, flushed, named by an operation that never overwrites."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from letters_gen.errors import DamageError, InputError, Place


def place_file(path: Path, content: bytes, replaced: Path) -> str:
    """Write `content` under the name `path`, made read-only; its SHA-256 in hexadecimal.

    A file of that name that a crashed run of the same reservation left is taken over where its bytes are the same,
    else kept in `replaced`: a reserved number's name belongs to this run alone (the caller holds the lease).

    Raises:
        InputError: `file-unwritable`.
    """
    digest = hashlib.sha256(content).hexdigest()
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            _set_aside(path, replaced)
        if not path.exists():
            _write_flushed(partial, content)
            _name(partial, path)
        path.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
        _flush_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise InputError("file-unwritable", Place(file=path.name), path=str(path), reason=error.strerror) from error
    return digest


def _write_flushed(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _name(partial: Path, path: Path) -> None:
    """Give `partial` its final name; fails where the name exists already, on every file system."""
    if os.name == "nt":
        partial.rename(path)
        return
    try:
        os.link(partial, path)
        partial.unlink()
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (exFAT, some shares): claim the name first, then fill the claim.
        path.open("xb").close()
        partial.replace(path)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path, replaced: Path, digest: str) -> None:
    """Move the file at `path` to `replaced` if it is still the one whose SHA-256 is `digest`.

    Raises:
        InputError: `file-unwritable`.
    """
    try:
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            _set_aside(path, replaced)
    except OSError as error:
        raise InputError("file-unwritable", Place(file=path.name), path=str(path), reason=error.strerror) from error


def _set_aside(path: Path, replaced: Path) -> None:
    replaced.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, 1000):
        tail = "" if attempt == 1 else f" ({attempt})"
        kept = replaced / f"{path.stem}{tail}{path.suffix}"
        if not kept.exists():
            path.rename(kept)
            return
    raise DamageError("replaced-full", Place(file=path.name))
