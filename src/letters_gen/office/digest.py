"""What tells one file's content from another's."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_BLOCK = 1 << 16


def file_digest(path: Path | str) -> str | None:
    """The SHA-256 of a file, in hexadecimal; None of one that can't be read."""
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
