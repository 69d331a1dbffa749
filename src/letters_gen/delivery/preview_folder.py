"""The folder of the preview: what was last looked at, and which of its files are the program's own.

Its list stands in the folder itself: the next preview takes away what the list names, and nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson
from filelock import FileLock

from letters_gen.office.digest import file_digest
from letters_gen.office.files import refuse_link, write_file, writing
from letters_gen.office.workspace import Workspace

_LIST = ".preview.json"
_LOCK = ".preview.lock"
_PATIENCE = 600.0


@dataclass(frozen=True)
class PreviewedFile:
    """A file of a document in preview; paths are relative to the workspace.

    Attributes:
        pdf: None where none could be made; `pages`: a PNG of each of its pages.
    """

    path: str
    pdf: str | None = None
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreviewedDocument:
    """A document in preview: itself first, then its appendices and what is filed with it."""

    addressee: str
    school: str | None
    inn: str | None
    files: tuple[PreviewedFile, ...]


class PreviewFolder:
    """The folder while a preview is being made.

    Attributes:
        kept: the paths of files that the clerk has changed there; they stay, under these names.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self.place = workspace, workspace.preview
        listed = _listed(self.place)
        self._digests: dict[str, str] = dict(listed.get("files", {}))
        self._fingerprint: str = listed.get("fingerprint", "")
        self._documents = _documents_of(listed)
        self.kept: list[str] = []

    def standing(self, fingerprint: str) -> tuple[PreviewedDocument, ...] | None:
        """What stands there whole, where it was made of the same; None otherwise."""
        if not fingerprint or fingerprint != self._fingerprint:
            return None
        names = self._digests.items()
        is_whole = all(file_digest(self.place / name) == digest for name, digest in names)
        return self._documents if is_whole else None

    def empty(self) -> None:
        """Take away what the last preview made; what the clerk has changed of it is put under
        another name.
        """
        for name, digest in self._digests.items():
            path = self.place / name
            with writing(path):
                if not path.is_file() or path.is_symlink():
                    continue
                if digest and file_digest(path) != digest:
                    kept = self._free(f"{path.stem} (изменено){path.suffix}")
                    path.rename(self.place / kept)
                    self.kept.append(self._workspace.relative(self.place / kept))
                else:
                    path.unlink()
        self._digests, self._fingerprint, self._documents = {}, "", ()
        self._write_list()

    def claim(self, names: list[str]) -> list[str]:
        """Names for files to be written, as near to `names` as what stands there lets them be; the
        list has them before they are written.
        """
        claimed = []
        for name in names:
            free = self._free(name)
            self._digests[free] = ""
            claimed.append(free)
        self._write_list()
        return claimed

    def write(self, name: str, content: bytes) -> str:
        """Write a file whose name was claimed; its path in the workspace."""
        path = self.place / name
        write_file(path, content)
        self._digests[name] = file_digest(path) or ""
        return self._workspace.relative(path)

    def finish(self, fingerprint: str, documents: tuple[PreviewedDocument, ...]) -> None:
        """Say what stands there, and what it was made of."""
        self._fingerprint, self._documents = fingerprint, documents
        self._write_list()

    def _free(self, name: str) -> str:
        stem, suffix = Path(name).stem, Path(name).suffix
        free, number = name, 1
        while free in self._digests or (self.place / free).exists():
            number += 1
            free = f"{stem} ({number}){suffix}"
        return free

    def _write_list(self) -> None:
        said = {
            "fingerprint": self._fingerprint,
            "files": self._digests,
            "documents": [asdict(document) for document in self._documents],
        }
        write_file(self.place / _LIST, orjson.dumps(said, option=orjson.OPT_INDENT_2))


@contextmanager
def opened_preview(workspace: Workspace) -> Iterator[PreviewFolder]:
    """The folder of the preview, for one at a time.

    Raises:
        InputError: see `files.unwritable`; `file-is-link`: the folder is a link to elsewhere.
    """
    place = workspace.preview
    refuse_link(place)
    with writing(place):
        place.mkdir(exist_ok=True)
    refuse_link(place / _LOCK)
    with FileLock(place / _LOCK, timeout=_PATIENCE):
        yield PreviewFolder(workspace)


def _listed(place: Path) -> Mapping[str, Any]:
    """What the list says; nothing where there is none, or one that isn't the program's."""
    try:
        found = orjson.loads((place / _LIST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _documents_of(listed: Mapping[str, Any]) -> tuple[PreviewedDocument, ...]:
    return tuple(
        PreviewedDocument(
            said["addressee"],
            said["school"],
            said["inn"],
            tuple(
                PreviewedFile(one["path"], one["pdf"], tuple(one["pages"])) for one in said["files"]
            ),
        )
        for said in listed.get("documents", ())
    )
