"""A template out of a letter is kept: as a file beside the others, or with a type of its own."""

from __future__ import annotations

from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.issuing.flow import Office
from letters_gen.issuing.tagging.template_of import TemplateMade
from letters_gen.office.files import write_file
from letters_gen.office.new_types import new_type, refuse_new_type


def refuse_taken(office: Office, letter: Path, key: str | None) -> None:
    """Raises InputError where something else is called as the template would be already:
    `letter-template-there`, `type-there`, `template-there`; `type-name`.
    """
    if key is not None:
        refuse_new_type(office.workspace, office.settings, key)
        return
    place = office.workspace.templates / f"{letter.stem}.docx"
    if place.exists():
        raise InputError("letter-template-there", Place(file=office.workspace.relative(place)))


def kept_template(office: Office, letter: Path, made: TemplateMade, key: str | None) -> str:
    """Write the template, nothing over another; its path in the workspace.

    Args:
        key: of a new type that gets it, None for a file named as the letter is.

    Raises:
        InputError: see `refuse_taken`; what writing raises.
    """
    refuse_taken(office, letter, key)
    workspace = office.workspace
    if key is None:
        place = workspace.templates / f"{letter.stem}.docx"
        write_file(place, made.content)
        return workspace.relative(place)
    kind = new_type(
        workspace,
        office.settings,
        key,
        made.kind.key,
        heading=made.kind.heading,
        content=made.content,
    )
    return workspace.relative(workspace.templates / kind.template)
