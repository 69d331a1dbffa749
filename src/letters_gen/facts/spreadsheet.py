"""Any accepted spreadsheet file -> grids of cells."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Grid
from letters_gen.facts.reading.accepted import SUFFIXES
from letters_gen.facts.reading.apart import grids_read_apart
from letters_gen.office.files import read_file

_LARGEST = 100_000_000
# A sheet is read again under the lease, and after each answer: of an office's own size it is kept.
_KEPT = 1_000_000


def read_grids(path: Path) -> list[Grid]:
    """All worksheets of the file at `path`, in their order, whatever its name says of its format.

    Raises:
        InputError: `no-such-file`; `sheet-too-large`; what else it can't be read for: see
            `reading.child.grids_of`, `reading.apart.grids_read_apart` and `files.unreadable`.
    """
    if not path.is_file():
        raise InputError("no-such-file", Place(file=str(path)))
    content = read_file(path)
    if len(content) > _LARGEST:
        raise InputError("sheet-too-large", Place(file=path.name))
    read = _kept if len(content) <= _KEPT else grids_read_apart
    return list(read(content, path.name))


def ending_of(path: Path) -> str:
    """The ending that the file at `path` is kept under: its own, or that of its format where its
    own says nothing.

    Raises:
        InputError: see `formats.format_of` and `files.unreadable`.
    """
    ending = path.suffix.lower()
    if ending in SUFFIXES:
        return ending
    from letters_gen.facts.reading.formats import format_of

    return format_of(read_file(path), path.name).value


@lru_cache(maxsize=1)
def _kept(content: bytes, file: str) -> list[Grid]:
    return grids_read_apart(content, file)
