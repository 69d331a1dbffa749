"""A new workspace: a sample office, copied out of the installed package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import write_file, writing
from letters_gen.office.workspace import Workspace

_PARTS = ("letters.toml", "templates", "data")
# The sample office itself; others stand in a folder of samples/.
_OWN = "sferum"


def make_workspace(folder: Path, sample: str = _OWN) -> Workspace:
    """Lay a sample office into `folder` (made if need be) and give the workspace its own id.

    Args:
        sample: `sferum`, or `max`: today's monitoring, of the messenger MAX.

    Raises:
        InputError: `folder-not-empty`, or what `files.unwritable` tells.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError("folder-not-empty", Place(file=str(folder)))
    workspace = Workspace(folder.absolute())
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    source = _sample() if sample == _OWN else _sample() / "samples" / sample
    for part in _PARTS:
        _copy(source / part, folder / part)
    workspace.identity()
    write_file(folder / ".gitignore", f"{workspace.preview.name}/\n".encode())
    return workspace


def _sample() -> Traversable:
    """The sample office: in a wheel a folder of the package, in a checkout the repository's root
    itself.
    """
    packaged = files("letters_gen") / "sample"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def _copy(source: Traversable, target: Path) -> None:
    if source.is_dir():
        for inner in source.iterdir():
            if not inner.name.startswith(("~$", ".", "__")):
                _copy(inner, target / inner.name)
    else:
        write_file(target, source.read_bytes())
