"""The workspace's templates, checked against the vocabulary and the rules of form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from letters_gen.documents import (
    dispatch_fields,
    envelope_fields,
    inventory_fields,
    journal_title_fields,
    mail_fields,
    print_cover,
)
from letters_gen.documents.fields import Group, example_values, field_names
from letters_gen.documents.filters import filters_of
from letters_gen.documents.vocabulary import vocabulary, vocabulary_of
from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.field import FieldValues
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.office.files import write_file
from letters_gen.office.workspace import Workspace
from letters_gen.templating.checking import TemplateReport, check_template
from letters_gen.templating.comparison import compared_with_docxtpl
from letters_gen.templating.plain_text import read_text_template

MARKED = "marked"
_TEXT = ".txt"
# The templates of what is no document of the register, each with its fields.
APART: Mapping[str, Sequence[Group[Any]]] = {
    print_cover.TEMPLATE: print_cover.COVER,
    envelope_fields.TEMPLATE: envelope_fields.ENVELOPES,
    dispatch_fields.TEMPLATE: dispatch_fields.DISPATCH,
    inventory_fields.TEMPLATE: inventory_fields.INVENTORY,
    journal_title_fields.TEMPLATE: journal_title_fields.JOURNAL_TITLE,
    mail_fields.TEMPLATE: mail_fields.MAIL,
}
# The rules of form are a letter's: an envelope has a paper and margins of its own, a title sheet
# bears its name large and no number.
_ALIEN: Mapping[str, Sequence[str]] = {
    envelope_fields.TEMPLATE: ("form-paper", "form-margin"),
    journal_title_fields.TEMPLATE: ("form-size", "form-page-number"),
}


def groups_of(key: str | None, settings: Settings) -> Sequence[Group[Any]]:
    """The fields of a document type, or of a template that belongs to none (`envelope`); without a
    key those that any document may use.

    Raises:
        InputError: `unknown-type`.
    """
    if key is None:
        return vocabulary(settings).groups
    apart = {name.partition(".")[0]: groups for name, groups in APART.items()}
    if key not in settings.types and key in apart:
        return apart[key]
    return vocabulary_of(settings.document_type(key), settings).groups


@dataclass(frozen=True)
class _Terms:
    """What a template may use, with examples of it."""

    fields: Sequence[str]
    filters: Mapping[str, Callable[..., Any]]
    examples: FieldValues


def check_templates(
    workspace: Workspace, settings: Settings, paths: Sequence[Path]
) -> list[TemplateReport]:
    """A report of each of `paths`; of all templates of the workspace where there are none.

    Raises:
        InputError: `no-templates`: the folder of templates is empty.
    """
    return [_checked(path, settings) for path in _chosen(workspace, paths)]


def compare_templates(
    workspace: Workspace, settings: Settings, paths: Sequence[Path]
) -> list[TemplateReport]:
    """As `check_templates`, and of each template without a fault what docxtpl makes otherwise
    among the notes.

    Raises:
        UnavailableError: `docxtpl-missing`.
        InputError: `no-templates`.
    """
    reports = []
    for path in _chosen(workspace, paths):
        report = _checked(path, settings)
        if not report.faults and path.suffix != _TEXT:
            terms = _terms(path, settings)
            found = compared_with_docxtpl(path, terms.fields, terms.filters, terms.examples)
            report = replace(report, notes=(*report.notes, *([found] if found else [])))
        reports.append(report)
    return reports


def mark_templates(
    workspace: Workspace,
    paths: Sequence[Path],
    reports: Sequence[TemplateReport],
    words: Callable[[LettersError], str],
) -> list[str]:
    """Write a copy of each template that has faults, these as comments, beside the templates, in
    the folder `marked`; their paths in the workspace.

    Args:
        reports: those of `paths`, in the same order; `words`: a fault as a sentence.

    Raises:
        InputError: `template-not-marked`; what `write_file` tells.
    """
    # python-docx is for this only: commands that issue do without it.
    from letters_gen.templating.marking import Remark, marked

    written = []
    for path, report in zip(_chosen(workspace, paths), reports, strict=True):
        if report.faults and path.suffix != _TEXT:
            remarks = [Remark(fault.place, words(fault)) for fault in report.faults]
            copy = workspace.templates / MARKED / path.name
            write_file(copy, marked(path, remarks))
            written.append(workspace.relative(copy))
    return written


def standing_templates(workspace: Workspace) -> list[Path]:
    """The workspace's templates."""
    found = sorted(
        path for path in workspace.templates.glob("*.docx") if not path.name.startswith("~$")
    )
    return found + [path for path in [workspace.templates / mail_fields.TEMPLATE] if path.exists()]


def _chosen(workspace: Workspace, paths: Sequence[Path]) -> list[Path]:
    """The templates that are meant: all of the workspace where none are named."""
    chosen = list(paths) or standing_templates(workspace)
    if not chosen:
        raise InputError("no-templates", Place(file=workspace.relative(workspace.templates)))
    return chosen


def _terms(path: Path, settings: Settings) -> _Terms:
    """The fields of the types that use a template, of all where none does."""
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
    groups = list(APART.get(path.name, groups))
    filters = filters_of(settings.office, settings.forms)
    return _Terms(field_names(groups), filters, example_values(groups))


def _checked(path: Path, settings: Settings) -> TemplateReport:
    """The report on one template, held against the fields of the types that use it."""
    terms = _terms(path, settings)
    if path.suffix == _TEXT:
        return TemplateReport(path.name, tuple(_text_faults(path, terms)), ())
    report = check_template(path, terms.fields, terms.filters, terms.examples)
    alien = _ALIEN.get(path.name, ())
    notes = tuple(note for note in report.notes if note.code not in alien)
    report = replace(report, notes=notes)
    return _with_notes(path, settings, report)


def _text_faults(path: Path, terms: _Terms) -> list[LettersError]:
    """The faults of the words that go with a document by mail."""
    try:
        filled = read_text_template(path, terms.fields, terms.filters).render(terms.examples)
    except InputError as error:
        return [error, *error.also]
    if mail_fields.parted_words(filled) is None:
        return [InputError("mail-subject-missing", Place(file=path.name, line=1))]
    return []


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
    return replace(report, notes=(*report.notes, *notes, *_of_order(path, settings, report)))


def _of_order(path: Path, settings: Settings, report: TemplateReport) -> list[Oddity]:
    """Notes on the form of an order, where the template is one that can be opened."""
    kinds = [kind for kind in settings.types.values() if kind.template == path.name]
    if report.faults or not any(kind.form == "order" for kind in kinds):
        return []
    from letters_gen.templating.order_form import order_notes

    return list(order_notes(path))
