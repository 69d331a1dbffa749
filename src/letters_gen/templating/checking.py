"""A template read as a linter reads code: all faults at once, each with its place, and notes on its
form.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.field import FieldValues
from letters_gen.model.oddity import Oddity
from letters_gen.templating.cleaning import left_out
from letters_gen.templating.compiled import compile_template
from letters_gen.templating.opening import DAMAGED, open_template
from letters_gen.templating.soundness import numbering_faults, soundness_faults
from letters_gen.word.package import ArchiveMembers, Package, open_archive


@dataclass(frozen=True)
class TemplateReport:
    """What a check found: faults that stop letters, notes that don't."""

    file: str
    faults: tuple[LettersError, ...]
    notes: tuple[Oddity, ...]


def check_template(
    path: Path,
    fields: Collection[str],
    filters: Mapping[str, Callable[..., Any]],
    examples: FieldValues,
) -> TemplateReport:
    """All that is wrong with the template at `path`: as it stands, and as it comes out filled with
    `examples`.
    """
    notes: list[Oddity] = []
    if path.with_name(f"~${path.name[2:]}").exists() or path.with_name(f"~${path.name}").exists():
        notes.append(Oddity("template-open", Place(file=path.name)))
    # python-docx is for this only: commands that issue do without it.
    from letters_gen.templating.form import form_notes

    try:
        package = open_template(path)
        faults = [*numbering_faults(package), *soundness_faults(package)]
        notes += [*left_out(package), *form_notes(package)]
    except InputError as error:
        return TemplateReport(path.name, (error, *error.also), tuple(notes))
    try:
        document = compile_template(path, fields, filters).render(examples)
    except InputError as error:
        faults += [error, *error.also]
    else:
        faults += _new_faults(document, path.name, faults)
    return TemplateReport(path.name, tuple(faults), tuple(notes))


def _new_faults(document: bytes, file: str, before: list[LettersError]) -> list[LettersError]:
    """What is unsound in the finished document, and wasn't in the template."""
    known = {(fault.code, str(fault.arguments)) for fault in before}
    with open_archive(document, DAMAGED) as archive:
        finished = Package(file, ArchiveMembers(archive), DAMAGED)
        return [
            fault
            for fault in soundness_faults(finished)
            if (fault.code, str(fault.arguments)) not in known
        ]
