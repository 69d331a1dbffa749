"""Journals out of the register, with their title sheets; `journal_import` takes one over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.documents.journal_title_fields import (
    JOURNAL_TITLE,
    TEMPLATE,
    JournalTitle,
    keeping_of,
)
from letters_gen.errors import InputError, Place
from letters_gen.model.journal import Journal
from letters_gen.model.settings import Settings
from letters_gen.office.files import written_file
from letters_gen.office.placing import renew_file
from letters_gen.office.sample import template_path
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.journal import write_csv, write_workbook
from letters_gen.register.book import Register
from letters_gen.register.journal import journals
from letters_gen.register.journal_columns import TITLES
from letters_gen.templating import compile_template

_NAMES = {
    "outgoing": "Журнал исходящих",
    "orders": "Журнал приказов",
    "staff_orders": "Журнал кадровых приказов",
    "incoming": "Журнал входящих",
}


@dataclass(frozen=True)
class Export:
    """The files that were written, and the head of the chain for a later `verify --head`."""

    files: tuple[Path, ...]
    head: str


def journal_name(key: str, year: int) -> str:
    """What the file of a journal is called, without its suffix."""
    return f"{_NAMES[key]} {year}"


def export_journals(
    workspace: Workspace,
    settings: Settings,
    register: Register,
    file: Path | None,
    year: int | None,
    key: str | None,
    today: date,
) -> Export:
    """Write the journals: into `file` (.xlsx or .csv), or each as both into letters/journals, with
    its title sheet as a Word document.

    Raises:
        InputError: `journal-empty-register`, `series-unsettled`, `export-kind`,
            `export-one-journal`, a fault of the title sheet's template, or what
            `files.write_file` tells.
    """
    made = journals(register, list(settings.series.values()), year)
    chosen = [one for one in made if key in (None, one.key)]
    if not chosen:
        raise InputError("journal-empty-register")
    if file is None:
        titles = _title_sheets(workspace, settings, chosen, today)
        written = _in_folder(workspace.letters / "journals", chosen) + titles
    else:
        written = [_in_file(file, chosen)]
    return Export(tuple(written), register.head())


def _in_folder(folder: Path, chosen: Sequence[Journal]) -> list[Path]:
    """Each journal as a workbook, then each as CSV."""
    stems = [folder / journal_name(journal.key, journal.year) for journal in chosen]
    written = []
    for journal, stem in zip(chosen, stems, strict=True):
        path = stem.with_name(f"{stem.name}.xlsx")
        with written_file(path) as partial:
            write_workbook(partial, [journal])
        written.append(path)
    for journal, stem in zip(chosen, stems, strict=True):
        path = stem.with_name(f"{stem.name}.csv")
        with written_file(path) as partial:
            write_csv(partial, journal)
        written.append(path)
    return written


def _title_sheets(
    workspace: Workspace, settings: Settings, chosen: Sequence[Journal], today: date
) -> list[Path]:
    """The title sheet of each journal; that of a year which isn't over yet has no end."""
    names, filters = field_names(JOURNAL_TITLE), filters_of(settings.office)
    template = compile_template(template_path(workspace, TEMPLATE), names, filters)
    written = []
    for journal in chosen:
        assert journal.days is not None
        title = JournalTitle(
            settings.office,
            TITLES[journal.key],
            journal.year,
            journal.days,
            journal.year < today.year,
            journal.registered,
            keeping_of(settings.series.values(), journal.key),
        )
        name = journal_name(journal.key, journal.year)
        path = workspace.letters / "journals" / f"{name} титульный лист.docx"
        renew_file(path, template.render(fields_of(JOURNAL_TITLE, title)))
        written.append(path)
    return written


def _in_file(file: Path, chosen: Sequence[Journal]) -> Path:
    kind = file.suffix.lower()
    if kind not in (".xlsx", ".csv"):
        raise InputError("export-kind", Place(file=file.name))
    if kind == ".csv" and len(chosen) > 1:
        found = [f"{one.year} {one.key}" for one in chosen]
        raise InputError("export-one-journal", Place(file=file.name), journals=found)
    with written_file(file) as partial:
        if kind == ".csv":
            write_csv(partial, chosen[0])
        else:
            write_workbook(partial, chosen)
    return file
