"""A template read as a linter reads code: all faults at once, each with its place, and notes on its
form.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.oddity import Oddity
from letters_gen.templating.compiled import compile_template
from letters_gen.templating.form import form_notes
from letters_gen.templating.package import open_package
from letters_gen.templating.soundness import finished_package, numbering_faults, soundness_faults


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
    examples: Mapping[str, Any],
) -> TemplateReport:
    """All that is wrong with the template at `path`: as it stands, and as it comes out filled with
    `examples`.
    """
    notes: list[Oddity] = []
    if path.with_name(f"~${path.name[2:]}").exists() or path.with_name(f"~${path.name}").exists():
        notes.append(Oddity("template-open", Place(file=path.name)))
    try:
        package = open_package(path)
    except InputError as error:
        return TemplateReport(path.name, (error,), tuple(notes))
    faults = [*numbering_faults(package), *soundness_faults(package, package.text_parts)]
    notes += form_notes(package)
    try:
        finished = finished_package(
            compile_template(path, fields, filters).render(examples), path.name
        )
    except InputError as error:
        faults += [error, *error.also]
    else:
        before = {(fault.code, str(fault.arguments)) for fault in faults}
        after = soundness_faults(finished, finished.text_parts)
        faults += [fault for fault in after if (fault.code, str(fault.arguments)) not in before]
    return TemplateReport(path.name, tuple(faults), tuple(notes))
