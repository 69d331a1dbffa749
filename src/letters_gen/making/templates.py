"""The workspace's templates, checked against the vocabulary and the rules of form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from letters_gen.documents import print_cover
from letters_gen.documents.fields import Group, example_values, field_names
from letters_gen.documents.filters import filters_of
from letters_gen.documents.vocabulary import vocabulary, vocabulary_of
from letters_gen.errors import InputError, Place
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.templating.checking import TemplateReport, check_template


def check_templates(
    workspace: Workspace, settings: Settings, paths: Sequence[Path]
) -> list[TemplateReport]:
    """A report of each of `paths`; of all templates of the workspace where there are none.

    Raises:
        InputError: `no-templates`: the folder of templates is empty.
    """
    standing = sorted(
        path for path in workspace.templates.glob("*.docx") if not path.name.startswith("~$")
    )
    chosen = list(paths) or standing
    if not chosen:
        raise InputError("no-templates", Place(file=workspace.relative(workspace.templates)))
    return [_checked(path, settings) for path in chosen]


def _checked(path: Path, settings: Settings) -> TemplateReport:
    """The report on one template, held against the fields of the types that use it."""
    users = [
        kind
        for kind in settings.types.values()
        if path.name in (kind.template, *kind.appendices, *kind.enclosures)
    ]
    used = [vocabulary_of(kind, settings) for kind in users]
    known = used or [vocabulary(settings), vocabulary(settings, each=True)]
    groups: list[Group[Any]] = []
    for one in known:
        groups += one.groups
    if path.name == print_cover.TEMPLATE:
        groups = list(print_cover.COVER)
    names, examples = field_names(groups), example_values(groups)
    report = check_template(path, names, filters_of(settings.office), examples)
    return _with_notes(path, settings, report)


def _with_notes(path: Path, settings: Settings, report: TemplateReport) -> TemplateReport:
    """The report with a note on the headings of the types that use the template (form: requisite
    17).
    """
    stopped = [
        kind
        for kind in settings.types.values()
        if kind.template == path.name and kind.heading.endswith(".")
    ]
    notes = [
        Oddity(
            "form-heading-stop",
            Place(file=path.name, text=f"types.{kind.key}"),
            {"heading": kind.heading},
        )
        for kind in stopped
    ]
    return replace(report, notes=(*report.notes, *notes))
