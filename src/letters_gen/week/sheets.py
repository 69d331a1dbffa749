"""The monitoring sheets of a workspace: which is meant, which are older, and where a sheet from
elsewhere is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.facts.reading.accepted import SUFFIXES
from letters_gen.facts.spreadsheet import ending_of
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.office.files import read_file, sha256_of, unreadable, write_file
from letters_gen.office.sidecar import read_sidecar
from letters_gen.office.workspace import Workspace

_KEPT = re.compile(r"^(?P<end>\d{4}-\d{2}-\d{2})(?: \((?P<copy>\d+)\))?$")


@dataclass(frozen=True, order=True)
class Sheet:
    """A sheet in data/monitoring: the end of its period, which copy of that period it is (from 1),
    its path.
    """

    end: date
    copy: int
    path: Path


def kept_sheets(workspace: Workspace, settings: Settings) -> list[Sheet]:
    """The sheets in data/monitoring, oldest first; of one period only the latest copy.

    Their names say the period; a file with any other name is opened, and left out where it is no
    monitoring.
    """
    latest: dict[date, Sheet] = {}
    for sheet in sorted(_all_sheets(workspace, settings)):
        latest[sheet.end] = sheet
    return list(latest.values())


def sheet_files(workspace: Workspace) -> list[Path]:
    """The spreadsheets in data/monitoring, by their names; raises as `files.unreadable`."""
    return [path for path in _files(workspace.monitoring) if not path.name.startswith("~$")]


def _all_sheets(workspace: Workspace, settings: Settings) -> list[Sheet]:
    sheets = (_sheet(path, settings) for path in sheet_files(workspace))
    return [sheet for sheet in sheets if sheet is not None]


def _files(folder: Path) -> list[Path]:
    """The spreadsheets in a folder, none where it isn't there; a link that leads nowhere is none.

    Raises:
        InputError: see `files.unreadable`.
    """
    if not folder.is_dir():
        return []
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
        return [path for path in found if path.is_file()]
    except OSError as error:
        raise unreadable(folder, error) from error


def _sheet(path: Path, settings: Settings) -> Sheet | None:
    named = named_sheet(path)
    if named is not None:
        return named
    # Whoever lists sheets by their names alone needn't wait for what reads them.
    from letters_gen.facts.monitoring import period_of

    try:
        period = period_of(path, settings, read_sidecar(path).answers)
        return Sheet(period.end, 0, path)
    except LettersError:
        return None


def named_sheet(path: Path) -> Sheet | None:
    """The sheet whose period its file's name says; None where it says none. Nothing is opened."""
    match = _KEPT.match(path.stem)
    if match is None:
        return None
    try:
        return Sheet(date.fromisoformat(match["end"]), int(match["copy"] or 1), path)
    except ValueError:
        return None


def latest_sheet(workspace: Workspace, settings: Settings) -> Path:
    """The sheet of the latest period.

    Raises:
        InputError: `no-monitoring`: data/monitoring has none.
    """
    sheets = kept_sheets(workspace, settings)
    if not sheets:
        raise InputError("no-monitoring", Place(file=workspace.relative(workspace.monitoring)))
    return sheets[-1].path


def path_to_keep(workspace: Workspace, file: Path, period: Period) -> Path:
    """Where `file` stands in data/monitoring, or will: itself, an equal copy of its period, or the
    next free name.
    """
    if file.absolute().parent == workspace.monitoring.absolute():
        return file
    copy = 1
    while True:
        tail = "" if copy == 1 else f" ({copy})"
        taken = [
            workspace.monitoring / f"{period.end.isoformat()}{tail}{suffix}" for suffix in SUFFIXES
        ]
        standing = [path for path in taken if path.exists()]
        if not standing:
            return taken[0].with_suffix(ending_of(file))
        for path in standing:
            if sha256_of(path) == sha256_of(file):
                return path
        copy += 1


def standing_copy(workspace: Workspace, file: Path) -> Path | None:
    """The sheet in data/monitoring that `file` is, itself or an equal copy of it; None while there
    is none.
    """
    if file.absolute().parent == workspace.monitoring.absolute():
        return file
    size = file.stat().st_size
    for path in _files(workspace.monitoring):
        if path.stat().st_size == size and sha256_of(path) == sha256_of(file):
            return path
    return None


def keep_sheet(file: Path, kept_at: Path) -> None:
    """Copy a sheet from elsewhere to its place in data/monitoring.

    Raises:
        InputError: see `files.unreadable` and `files.write_file`.
    """
    if not kept_at.exists():
        write_file(kept_at, read_file(file))
