"""What the page keeps outside the workspace, in folders that are this user's alone."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

from platformdirs import PlatformDirs

from letters_gen.errors import InputError, Place
from letters_gen.office.files import writing
from letters_gen.office.workspace import Workspace

_OTHERS = 0o077


def state_folder() -> Path:
    """Where a running page tells of itself, and uploaded sheets and the log lie: the user's own
    state. A folder for all, as /tmp, could have been laid there by somebody else.

    Raises:
        InputError: `page-folder-shared`.
    """
    return _own(PlatformDirs("letters-gen", appauthor=False).user_state_path)


def own_folder(path: Path) -> Path:
    """`path`, made if need be, which nobody else may look into; raises InputError
    `page-folder-shared`.
    """
    return _own(path)


def key_of(workspace: Workspace) -> str:
    """What tells this workspace, on this machine, from others in a file's name: a user's folder may
    be that of several machines.
    """
    named = f"{socket.gethostname()}\n{workspace.root.resolve()}"
    return hashlib.sha256(os.fsencode(named)).hexdigest()[:16]


def _own(path: Path) -> Path:
    with writing(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            found = path.lstat()
            if path.is_symlink() or found.st_uid != os.getuid():
                raise InputError("page-folder-shared", Place(file=str(path)))
            if found.st_mode & _OTHERS:
                path.chmod(0o700)
    return path
