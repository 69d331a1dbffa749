"""Folders for the time of a piece of work, outside the workspace: whoever is killed leaves one
behind, and the next one takes it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from letters_gen.errors import InputError, Place
from letters_gen.office.files import writing

_HELD = ".held"
_PATIENCE = 60.0


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new empty folder, gone when the block ends; those of runs that were killed go first.

    Raises:
        InputError: see `files.unwritable`; `scratch-foreign`: the place belongs to another user.
    """
    place = _place()
    # Between a folder and the lock that says whose it is nobody else may look.
    with writing(place), FileLock(place / ".making.lock", timeout=_PATIENCE):
        _sweep(place)
        folder = place / uuid.uuid4().hex
        folder.mkdir()
        lock = FileLock(folder / _HELD)
        lock.acquire()
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> Path:
    """The folder of this user's scratch folders, for nobody else to read."""
    # On Windows the folder for temporary files is the user's own already.
    whose = f"-{os.getuid()}" if os.name != "nt" else ""
    place = Path(tempfile.gettempdir()) / f"letters-gen{whose}"
    with writing(place):
        with suppress(FileExistsError):
            place.mkdir(mode=0o700)
        found = place.lstat()
    if place.is_symlink() or (os.name != "nt" and found.st_uid != os.getuid()):
        raise InputError("scratch-foreign", Place(file=str(place)))
    return place


def _sweep(place: Path) -> None:
    """Take away the folders that nobody holds any more."""
    for folder in place.iterdir():
        if not folder.is_dir():
            continue
        lock = FileLock(folder / _HELD)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
