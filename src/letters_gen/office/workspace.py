"""Where things lie in a workspace, and which workspace a command means."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file, write_file

SETTINGS = "letters.toml"


@dataclass(frozen=True)
class Workspace:
    """One office's folder (design §3)."""

    root: Path

    @property
    def settings(self) -> Path:
        """letters.toml."""
        return self.root / SETTINGS

    @property
    def templates(self) -> Path:
        """The folder of the Word templates."""
        return self.root / "templates"

    @property
    def directory(self) -> Path:
        """The directory of schools."""
        return self.root / "data" / "schools.csv"

    @property
    def monitoring(self) -> Path:
        """The folder of the sheets, each with its sidecar."""
        return self.root / "data" / "monitoring"

    @property
    def preview(self) -> Path:
        """The folder of what was last looked at, nothing of it issued."""
        return self.root / "preview"

    @property
    def former(self) -> Path:
        """The folder of what settings, directory and templates were before a change."""
        return self.root / "former"

    @property
    def letters(self) -> Path:
        """The folder of all that was issued."""
        return self.root / "letters"

    @property
    def register(self) -> Path:
        """The register's database."""
        return self.letters / "register.sqlite"

    def year(self, year: int) -> Path:
        """The folder of one year's documents."""
        return self.letters / str(year)

    def replaced(self, year: int) -> Path:
        """The folder of one year's files that others have replaced."""
        return self.year(year) / "replaced"

    def written_folders(self, years: Iterable[int]) -> Iterator[Path]:
        """The folders into which files are written, of issued ones those of `years`."""
        yield from (self.root, self.directory.parent, self.monitoring)
        yield from (self.letters, self.letters / "journals", self.letters / "backups")
        for year in sorted(years):
            yield from (self.year(year), self.year(year) / "print")

    def relative(self, path: Path) -> str:
        """`path` as the register and the messages name it: from the root, with forward slashes, if
        it lies inside.
        """
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    def known_identity(self) -> str:
        """The id of this clerk's folder, '' while it has none."""
        path = self.letters / "workspace.id"
        return read_file(path).decode("ascii", "replace").strip() if path.exists() else ""

    def identity(self) -> str:
        """The id of this clerk's folder, made when it is first asked for and kept beside the
        register (design §8).

        Raises:
            InputError: see `files.write_file`.
        """
        path = self.letters / "workspace.id"
        if not path.exists():
            write_file(path, f"{uuid.uuid4().hex}\n".encode())
        return self.known_identity()


def find_workspace(given: Path | None, home: Path | None, here: Path) -> Workspace:
    """The workspace that a command means: `-w`, else LETTERS_HOME, else the nearest folder upwards
    with a letters.toml.

    Raises:
        InputError: `no-workspace` where that folder, or every folder upwards, lacks a letters.toml.
    """
    named = given or home
    candidates = [named.absolute()] if named else [here.absolute(), *here.absolute().parents]
    for folder in candidates:
        if (folder / SETTINGS).is_file():
            return Workspace(folder)
    raise InputError("no-workspace", Place(file=SETTINGS), folder=str(candidates[0]))


def place_for_one(given: Path | None, home: Path | None, here: Path) -> Workspace | None:
    """Where `find_workspace` finds none: the folder that was meant, if it is there and empty, so
    that an office may be founded in it.
    """
    folder = (given or home or here).absolute()
    is_empty = folder.is_dir() and not any(folder.iterdir())
    return Workspace(folder) if is_empty else None
