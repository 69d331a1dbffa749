"""Files made to outlast a power cut: each by itself, or a whole file system at once where the
platform has that.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache

# Below this a call for each file is cheaper than one that waits for all that other programs have
# written.
_FEW = 8


def flush_files(paths: Sequence[str]) -> None:
    """Wait until the contents of `paths`, all on one file system, are on the disk; raises
    OSError.
    """
    syncfs = _syncfs()
    if len(paths) < _FEW or syncfs is None:
        for path in paths:
            _flush(path, os.O_RDWR)
        return
    handle = os.open(paths[0], os.O_RDONLY)
    try:
        syncfs(handle)
    finally:
        os.close(handle)


def flush_folder(folder: str) -> None:
    """Wait until the names in `folder` are on the disk; Windows has no such call and needs none."""
    if os.name != "nt":
        _flush(folder, os.O_RDONLY)


def _flush(path: str, mode: int) -> None:
    handle = os.open(path, mode | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@cache
def _syncfs() -> Callable[[int], None] | None:
    """Linux's syncfs(2), which reports errors of writing since Linux 5.8; None elsewhere."""
    if sys.platform != "linux":
        return None
    try:
        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError):
        return None

    def syncfs(handle: int) -> None:
        if call(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))

    return syncfs
