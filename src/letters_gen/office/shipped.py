"""The templates that came with the program, to bring back the place of one's own."""

from __future__ import annotations

from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.model.entry import Stamp
from letters_gen.office.former import editing, replace_file
from letters_gen.office.sample import SAMPLES, shipped_template
from letters_gen.office.workspace import Workspace


def shipped_in(name: str) -> list[str]:
    """The samples that have a template of that name, each with another content."""
    found: dict[bytes, str] = {}
    for sample in SAMPLES:
        content = shipped_template(sample, name)
        if content is not None:
            found.setdefault(content, sample)
    return list(found.values())


def bring_back(workspace: Workspace, name: str, sample: str, stamp: Stamp) -> Path:
    """Put the shipped template in the place of the workspace's, which is kept in `former`.

    Raises:
        InputError: `template-not-shipped`; `file-open`: Word holds it; see `files.write_file`.
    """
    content = shipped_template(sample, name) if sample in shipped_in(name) else None
    if content is None:
        raise InputError("template-not-shipped", Place(file=f"templates/{name}"))
    path = workspace.templates / name
    with editing(workspace, stamp):
        replace_file(workspace, path, content, stamp)
    return path
