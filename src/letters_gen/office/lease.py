"""One run at a time: a lock file beside the register, and who holds it (design §6.9)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from letters_gen.errors import InputError, Place
from letters_gen.office.files import refuse_link, write_new, writing

_PATIENCE = 600.0


@contextmanager
def leased(
    folder: Path, holder: str, waiting: Callable[[str], None], work: str = "issuing"
) -> Iterator[None]:
    """Hold the workspace's lease for the time of the block.

    Args:
        folder: the folder of the register; made if need be.
        holder: who this is, for the one who will wait.
        waiting: called once, with the present holder, where this run has to wait.
        work: what is done one at a time: `issuing`, `mailing`.

    Raises:
        InputError: see `files.unwritable`; `lease-held` after ten minutes of waiting.
    """
    note = folder / f".{work}.holder"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f".{work}.lock"
        refuse_link(place)
        lock = FileLock(place)
        _acquire(lock, note, waiting)
    try:
        # A courtesy: on a full disk the run itself tells what it can't write.
        with suppress(OSError):
            write_new(str(note), f"{holder} ({os.getpid()})".encode())
        yield
    finally:
        with suppress(OSError):
            note.unlink()
        lock.release()


def _acquire(lock: FileLock, note: Path, waiting: Callable[[str], None]) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        waiting(_holder(note))
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout as error:
        raise InputError("lease-held", Place(file=note.name), holder=_holder(note)) from error


def _holder(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8")
    except OSError:
        return "?"
