"""The audit: the register held against itself, and against the files that it names and those that
it doesn't.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.office.files import left_behind
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.verification import Verification, verified

_BLOCK = 1 << 16


def audit(
    workspace: Workspace, settings: Settings, register: Register, head: str | None
) -> Verification:
    """Everything that can be verified; nothing is written.

    Args:
        head: the head of the chain as an earlier export printed it, None where none is known.
    """
    files = _Files(workspace, register.is_shared)
    found = verified(register, list(settings.series.values()), head, files.add)
    faults = [*files.faults, *_unknown_files(workspace, settings, register)]
    notes = [*files.notes, *_stray_files(workspace)]
    if files.elsewhere:
        notes.append(Oddity("entries-elsewhere", Place(), {"count": files.elsewhere}))
    if found.unfound:
        notes.append(_found_again(register, found.unfound))
    return replace(found, faults=(*found.faults, *faults), notes=(*found.notes, *notes))


def _found_again(register: Register, count: int) -> Oddity:
    """The words by which entries are found are derived: made anew where they weren't theirs."""
    with suppress(InputError):  # where nothing may be written they stay as they are
        register.index_anew()
    return Oddity("search-mended", Place(), {"count": count})


class _Files:
    """The files of entries that pass by, each hashed.

    Attributes:
        elsewhere: how many entries are other folders' to look after.
    """

    def __init__(self, workspace: Workspace, is_shared: bool) -> None:
        self._workspace, self._is_shared = workspace, is_shared
        self._root = str(workspace.root)
        self._here = workspace.known_identity()
        self._replaced: dict[int, set[str | None]] = {}
        self.faults: list[Oddity] = []
        self.notes: list[Oddity] = []
        self.elsewhere = 0

    def add(self, entry: Entry) -> None:
        """Look at the files of one more entry, if they are this folder's."""
        if self._is_shared and entry.workspace != self._here:
            self.elsewhere += entry.workspace != ""
            return
        if entry.is_issued and not entry.by_hand and entry.document is None:
            self.faults.append(Oddity("issued-without-file", Place(), {"number": entry.number}))
        for file in entry.files:
            self._look_at(file, entry.number)
        for file in entry.former:
            # No longer kept among the replaced ones.
            if file.sha256 not in self._kept(entry.year):
                self.notes.append(
                    Oddity("replaced-lost", Place(file=file.path), {"number": entry.number})
                )

    def _look_at(self, file: IssuedFile, number: str) -> None:
        digest = _digest(f"{self._root}/{file.path}")
        if digest is None:
            self.faults.append(Oddity("file-missing", Place(file=file.path), {"number": number}))
        elif digest != file.sha256:
            self.faults.append(Oddity("file-changed", Place(file=file.path), {"number": number}))

    def _kept(self, year: int) -> set[str | None]:
        """The hashes of a year's replaced files."""
        if year not in self._replaced:
            folder = self._workspace.replaced(year)
            files = folder.iterdir() if folder.is_dir() else ()
            self._replaced[year] = {_digest(path) for path in files}
        return self._replaced[year]


def _unknown_files(
    workspace: Workspace, settings: Settings, register: Register
) -> Iterator[Oddity]:
    """Files that bear numbers which the register never gave: it was restored from an old copy
    (design §6.1).
    """
    for year in _years(workspace):
        folder = workspace.year(year)
        for series in settings.series.values():
            borne = numbers_of_files(folder, series)
            if not borne:
                continue
            for seq in register.given(series, year):
                borne.pop(seq, None)
            for seq, name in borne.items():
                place = Place(file=workspace.relative(folder / name))
                yield Oddity("number-unregistered", place, {"number": series.number(seq)})


def _stray_files(workspace: Workspace) -> Iterator[Oddity]:
    for year in _years(workspace):
        for path in left_behind(workspace.year(year)):
            yield Oddity("stray-file", Place(file=workspace.relative(path)))


def _years(workspace: Workspace) -> list[int]:
    if not workspace.letters.is_dir():
        return []
    return sorted(
        int(path.name)
        for path in workspace.letters.iterdir()
        if path.is_dir() and path.name.isdecimal()
    )


def _digest(path: Path | str) -> str | None:
    try:
        # Documents are small: a file object would take longer than reading them.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        found = hashlib.sha256()
        while block := os.read(file, _BLOCK):
            found.update(block)
        return found.hexdigest()
    except OSError:
        return None
    finally:
        os.close(file)
