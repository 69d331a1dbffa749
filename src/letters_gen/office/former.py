"""Files of the workspace that are changed here and not in an editor: what they were stays in the
folder `former`, the newest thirty of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.model.entry import Stamp
from letters_gen.office.files import free_path, read_file, refuse_open, write_file, writing
from letters_gen.office.lease import leased
from letters_gen.office.workspace import Workspace

_KEPT = 30


@contextmanager
def editing(workspace: Workspace, stamp: Stamp) -> Iterator[None]:
    """One change at a time of what is read, changed and written back.

    Raises:
        InputError: see `lease.leased`.
    """
    with leased(workspace.former, stamp.by, lambda _: None, "editing"):
        yield


def replace_file(workspace: Workspace, path: Path, content: bytes, stamp: Stamp) -> None:
    """Put `content` in the place of the file at `path`, whole or not at all; what stood there is
    kept in `former` under the moment's name. Nothing is written where nothing changes.

    Raises:
        InputError: `file-open`: another program holds the file; see `files.write_file`.
    """
    before = read_file(path) if path.exists() else None
    if before == content:
        return
    refuse_open(path)
    if before is not None:
        write_file(_free(workspace.former, path, stamp.at), before)
    write_file(path, content)
    with writing(workspace.former):
        for old in former_files(workspace, path)[:-_KEPT]:
            old.unlink()


def former_files(workspace: Workspace, path: Path) -> list[Path]:
    """What the file at `path` was before its changes, the oldest first."""
    moment = "[0-9]" * 4 + "-[0-9][0-9]-[0-9][0-9] [0-9][0-9].[0-9][0-9].[0-9][0-9]*"
    found = workspace.former.glob(f"{path.stem} {moment}{path.suffix}")
    # Of one second the order of writing counts.
    moments = len(f"{path.stem} 2023-04-18 09.00.00")
    return sorted(found, key=lambda one: (one.stem[:moments], one.stat().st_mtime_ns))


def refuse_changed(path: Path, before: str, now: str) -> None:
    """Raises InputError `changed-meanwhile` where what was shown (`before`) isn't what is there
    (`now`).
    """
    if before != now:
        raise InputError("changed-meanwhile", Place(file=path.name))


def _free(folder: Path, path: Path, at: datetime) -> Path:
    """A name for what `path` was: Windows takes no colon."""
    return free_path(folder / f"{path.stem} {at.astimezone():%Y-%m-%d %H.%M.%S}{path.suffix}")
