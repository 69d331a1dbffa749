"""Files and folders opened on this machine, where the clerk sits: by its own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def can_open() -> bool:
    """Whether this machine opens files by itself: else they are downloaded."""
    if sys.platform == "win32":
        return True
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(has_screen) and shutil.which("xdg-open") is not None


def opened(path: Path) -> bool:
    """Whether a file or a folder could be opened here with the program that is meant for it; there
    may be none, or it may be held by another.
    """
    if not can_open():
        return False
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            subprocess.Popen(
                ["xdg-open", path],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
    except OSError:
        return False
    return True
