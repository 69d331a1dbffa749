"""The audit: the register held against itself, and against the files that it names and those that
it doesn't.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from letters_gen.errors import Place
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.office.files import left_behind
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.verification import Verification, verified


def audit(
    workspace: Workspace, settings: Settings, register: Register, head: str | None
) -> Verification:
    """Everything that can be verified; nothing is written.

    Args:
        head: the head of the chain as an earlier export printed it, None where none is known.
    """
    entries = register.entries()
    found = verified(register.events(), entries, list(settings.series.values()), head)
    here = workspace.known_identity()
    elsewhere = [
        entry for entry in entries if register.is_shared and entry.workspace not in ("", here)
    ]
    own = [entry for entry in entries if not register.is_shared or entry.workspace == here]
    faults = [*_file_faults(workspace, own), *_unknown_files(workspace, settings, entries)]
    notes = [*_replaced_notes(workspace, own), *_stray_files(workspace)]
    if elsewhere:
        notes.append(Oddity("entries-elsewhere", Place(), {"count": len(elsewhere)}))
    return replace(found, faults=(*found.faults, *faults), notes=(*found.notes, *notes))


def _file_faults(workspace: Workspace, entries: Sequence[Entry]) -> Iterator[Oddity]:
    for entry in entries:
        if entry.is_issued and not entry.by_hand and entry.document is None:
            yield Oddity("issued-without-file", Place(), {"number": entry.number})
        for file in entry.files:
            digest = _digest(workspace.root / file.path)
            if digest is None:
                yield Oddity("file-missing", Place(file=file.path), {"number": entry.number})
            elif digest != file.sha256:
                yield Oddity("file-changed", Place(file=file.path), {"number": entry.number})


def _unknown_files(
    workspace: Workspace, settings: Settings, entries: Sequence[Entry]
) -> Iterator[Oddity]:
    """Files that bear numbers which the register never gave: it was restored from an old copy
    (design §6.1).
    """
    known = {(entry.series, entry.year, entry.seq) for entry in entries}
    for year in _years(workspace):
        for series in settings.series.values():
            for seq, name in numbers_of_files(workspace.year(year), series).items():
                if (series.key, year, seq) not in known:
                    place = Place(file=workspace.relative(workspace.year(year) / name))
                    yield Oddity("number-unregistered", place, {"number": series.number(seq)})


def _replaced_notes(workspace: Workspace, entries: Sequence[Entry]) -> Iterator[Oddity]:
    """Former files that are no longer kept among the replaced ones."""
    for entry in entries:
        if entry.former:
            folder = workspace.replaced(entry.year)
            kept = {_digest(path) for path in folder.iterdir()} if folder.is_dir() else set()
            gone: list[IssuedFile] = [file for file in entry.former if file.sha256 not in kept]
            for file in gone:
                yield Oddity("replaced-lost", Place(file=file.path), {"number": entry.number})


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


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
