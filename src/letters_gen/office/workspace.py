"""Where things lie in a workspace, and which workspace a command means."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place

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
        return path.read_text(encoding="ascii").strip() if path.exists() else ""

    def identity(self) -> str:
        """The id of this clerk's folder, made when it is first asked for and kept beside the
        register (design §8).

        Raises:
            InputError: `file-unwritable`.
        """
        path = self.letters / "workspace.id"
        if not path.exists():
            partial = path.with_name(".workspace.id.partial")
            try:
                self.letters.mkdir(parents=True, exist_ok=True)
                partial.write_text(uuid.uuid4().hex + "\n", encoding="ascii")
                partial.replace(path)
            except OSError as error:
                place = Place(file=path.name)
                raise InputError(
                    "file-unwritable", place, path=str(path), reason=error.strerror
                ) from error
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
