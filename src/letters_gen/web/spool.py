"""Sheets and scans that were uploaded and aren't kept in the workspace yet: outside of it, each
sheet in a folder of its own, with what was answered about it beside it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from letters_gen.documents.filenames import document_stem
from letters_gen.errors import InputError, Place
from letters_gen.facts.reading.accepted import SUFFIXES
from letters_gen.office.files import free_path, writing, written_file
from letters_gen.web.folders import own_folder

_KEY = re.compile(r"new-[0-9a-f]{20}")
_KEPT_FOR = 60 * 24 * 3600.0
_SHOWN = 80
_TOGETHER = "scans-"
_TOGETHER_KEY = re.compile(r"[0-9a-f]{16}")
_PIECE = 1024 * 1024


class Spool:
    """The uploaded sheets of one workspace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, name: str, content: IO[bytes]) -> str:
        """Lay an uploaded file down; the key by which it is found. The same file is laid once.

        Args:
            name: what the browser calls it; it is taken as text and becomes no path.

        Raises:
            InputError: `upload-kind`: its name is that of no spreadsheet; `upload-empty`; what
                `files.unwritable` tells.
        """
        own = _safe(name)
        if not content.read(1):
            raise InputError("upload-empty", Place(file=own))
        content.seek(0)
        digest = _digest(content)
        key = f"new-{digest[:20]}"
        if self.find(key) is None:
            self._sweep()
            folder = own_folder(own_folder(self._folder) / key)
            with written_file(folder / own) as partial, partial.open("wb") as file:
                shutil.copyfileobj(content, file)
        return key

    def laid(self, files: Iterable[tuple[str, IO[bytes]]]) -> str:
        """Lay files that belong together into a folder of their own, each under its name as a
        browser tells it, and another where that is taken; nothing is looked at. The folder's key.

        Raises:
            InputError: what `files.unwritable` tells; nothing is laid.
        """
        self._sweep()
        key = secrets.token_hex(8)
        folder = own_folder(own_folder(self._folder) / f"{_TOGETHER}{key}")
        try:
            for name, content in files:
                path = free_path(folder / safe_name(name))
                with written_file(path) as partial, partial.open("wb") as file:
                    shutil.copyfileobj(content, file)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return key

    def folder_of(self, key: str) -> Path | None:
        """The folder of files that were laid together, None where there is none."""
        folder = self._folder / f"{_TOGETHER}{key}"
        return folder if _TOGETHER_KEY.fullmatch(key) and folder.is_dir() else None

    def keys_together(self) -> list[str]:
        """The keys of all such folders, the latest first."""
        found = [one for one in self._folder.glob(f"{_TOGETHER}*") if one.is_dir()]
        latest = sorted(found, key=lambda one: one.stat().st_mtime, reverse=True)
        return [one.name.removeprefix(_TOGETHER) for one in latest]

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for the time of the block."""
        own = own_folder(self._folder)
        with writing(own), tempfile.TemporaryDirectory(prefix="made-", dir=own) as name:
            yield Path(name)

    def find(self, key: str) -> Path | None:
        """The sheet of that key, None where there is none."""
        if not _KEY.fullmatch(key):
            return None
        folder = self._folder / key
        if not folder.is_dir():
            return None
        return next(
            (one for one in sorted(folder.iterdir()) if one.suffix.lower() in SUFFIXES), None
        )

    def _sweep(self) -> None:
        """Forget what nobody has come back to."""
        now = time.time()
        for kind in ("new-", _TOGETHER):
            for folder in self._folder.glob(f"{kind}*"):
                with suppress(OSError):
                    if now - folder.stat().st_mtime > _KEPT_FOR:
                        shutil.rmtree(folder)


def _digest(content: IO[bytes]) -> str:
    """The SHA-256 of what is uploaded, which is read piece by piece."""
    found = hashlib.sha256()
    while piece := content.read(_PIECE):
        found.update(piece)
    content.seek(0)
    return found.hexdigest()


def _safe(name: str) -> str:
    """The file's name without folders and without anything that a name can't hold; raises
    InputError `upload-kind`.
    """
    own = safe_name(name)
    if Path(own).suffix not in SUFFIXES:
        raise InputError("upload-kind", Place(file=own[-_SHOWN:]), accepted=list(SUFFIXES))
    return own


def safe_name(name: str) -> str:
    """What a browser calls a file, without folders and without anything that a name can't hold."""
    bare = re.split(r"[/\\]", name)[-1]
    suffix = Path(bare).suffix
    stem = document_stem(bare.removesuffix(suffix), "")
    return f"{stem or 'file'}{document_stem(suffix, '').lower()}"
