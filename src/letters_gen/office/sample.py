"""A new workspace: a sample office, copied out of the installed package."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import read_file, write_file, writing
from letters_gen.office.shortcut import lay_shortcut
from letters_gen.office.workspace import Workspace

_SETTINGS, _TEMPLATES, _DATA = "letters.toml", "templates", "data"
# The sample office itself; others stand in a folder of samples/.
_OWN = "sferum"
SAMPLES = (_OWN, "max")


def make_workspace(folder: Path, sample: str = _OWN) -> Workspace:
    """Lay a sample office into `folder` (made if need be).

    Args:
        sample: `sferum`, or `max`: today's monitoring, of the messenger MAX.

    Raises:
        InputError: `folder-not-empty`, or what `files.unwritable` tells.
    """
    workspace = begun_workspace(folder, sample)
    _copy(_source(sample) / _DATA, folder / _DATA)
    write_file(workspace.settings, shipped_settings(sample))
    return workspace


def begun_workspace(folder: Path, sample: str) -> Workspace:
    """Lay what every office has into `folder`: a sample's templates, the workspace's own id, the
    shortcut to the clerk's page. It is an office once it has its settings, which are laid last:
    what was broken off before is none.

    Raises:
        InputError: as `make_workspace`.
    """
    refuse_occupied(folder)
    workspace = Workspace(folder.absolute())
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    _copy(_source(sample) / _TEMPLATES, folder / _TEMPLATES)
    workspace.identity()
    write_file(folder / ".gitignore", f"{workspace.preview.name}/\n".encode())
    lay_shortcut(workspace)
    return workspace


def shipped_settings(sample: str) -> bytes:
    """A sample's letters.toml."""
    return (_source(sample) / _SETTINGS).read_bytes()


def refuse_occupied(folder: Path) -> None:
    """Raises InputError `folder-not-empty` where something stands in the place of a new office."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError("folder-not-empty", Place(file=str(folder)))


def is_of_a_sample(sheet: Path, office: str) -> bool:
    """Whether `sheet` came with the program as a sample's, and `office` (its name) is another's."""
    content = read_file(sheet)
    return any(
        office != _name_of(source) and _has_sheet(source, content)
        for source in map(_source, SAMPLES)
    )


def _has_sheet(source: Traversable, content: bytes) -> bool:
    sheets = (source / _DATA / "monitoring").iterdir()
    return any(one.is_file() and one.read_bytes() == content for one in sheets)


def _name_of(source: Traversable) -> str:
    settings = tomllib.loads((source / _SETTINGS).read_text(encoding="utf-8"))
    return str(settings["office"]["name"]).strip()


def _source(sample: str) -> Traversable:
    return _sample() if sample == _OWN else _sample() / "samples" / sample


def shipped_template(sample: str, name: str) -> bytes | None:
    """A sample's template, None where it has none of that name."""
    shipped = _source(sample) / _TEMPLATES / name
    return shipped.read_bytes() if "/" not in name and shipped.is_file() else None


def template_path(workspace: Workspace, name: str) -> Path:
    """A template of the workspace; the sample office's where a workspace of before has none."""
    own = workspace.templates / name
    return own if own.exists() else Path(str(_sample() / _TEMPLATES / name))


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
