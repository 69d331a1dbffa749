"""What a disk, a network or a user's rights may do to a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def no_room(*_: object, **__: object) -> None:
    """A file operation on a disk that is full."""
    raise OSError(28, "No space left on device")


@contextmanager
def no_room_for_documents(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which finished documents can't take their places, and all else can."""
    replace = os.replace

    def limited(source: str | Path, target: str | Path) -> None:
        if str(source).endswith(".docx.partial"):
            no_room()
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", no_room)
        patch.setattr(os, "replace", limited)
        yield
