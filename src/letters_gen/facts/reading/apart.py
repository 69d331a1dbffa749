"""The process that reads a spreadsheet: started, waited for, and told of when it fails."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Grid
from letters_gen.facts.reading.limits import PATIENCE

# Without site: a third of the start. What it would have found is told.
_COMMAND = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from letters_gen.facts.reading.child import main; main(sys.argv[1])"
)
_SOURCE = Path(__file__).parents[3]


def grids_read_apart(content: bytes, file: str) -> list[Grid]:
    """The worksheets that `content` holds, read in a process of its own.

    Calamine panics on some sound files, and on some it aborts the process or takes all memory;
    whatever becomes of it, it becomes of that process alone.

    Args:
        file: the file's name, for messages.

    Raises:
        InputError: what the content can't be read for: see `child.grids_of`; `sheet-unreadable`:
            the process failed; `sheet-takes-too-long`.
    """
    command = [sys.executable, "-S", "-E", "-c", _COMMAND, file, str(_SOURCE), *sys.path]
    try:
        ended = subprocess.run(
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError("sheet-takes-too-long", Place(file=file)) from error
    if ended.returncode:
        raise InputError(_failure(ended.returncode), Place(file=file))
    outcome = _unpickled(ended.stdout)
    if isinstance(outcome, InputError):
        raise outcome
    return outcome


def _unpickled(outcome: bytes) -> list[Grid] | InputError:
    """What the process has handed over. Half a million values are no garbage to look for."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        told: list[Grid] | InputError = pickle.loads(outcome)
    finally:
        if was_enabled:
            gc.enable()
    return told


def _failure(status: int) -> str:
    """The code of what ended the process: only that its time was over is known for sure."""
    if os.name == "nt":
        return "sheet-unreadable"
    from signal import SIGKILL, SIGXCPU

    return "sheet-takes-too-long" if -status in (SIGXCPU, SIGKILL) else "sheet-unreadable"
