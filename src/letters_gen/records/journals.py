"""Journals out of the register, and a paper journal into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.paper_journal import Line, entry_of_line, read_journal
from letters_gen.facts.spreadsheet import read_grids
from letters_gen.model.entry import Entry
from letters_gen.model.journal import Journal
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Settings
from letters_gen.model.statement import SourceJournal
from letters_gen.office.files import write_file
from letters_gen.office.workspace import SETTINGS, Workspace
from letters_gen.outputs.journal import journal_csv, journal_workbook
from letters_gen.records.acts import Desk, chosen_series
from letters_gen.register.book import Register
from letters_gen.register.database import free_name
from letters_gen.register.journal import journals
from letters_gen.register.verification import verified
from letters_gen.week.sheets import sha256_of

_NAMES = {
    "outgoing": "Журнал исходящих",
    "orders": "Журнал приказов",
    "staff_orders": "Журнал кадровых приказов",
}


@dataclass(frozen=True)
class Export:
    """The files that were written, and the head of the chain for a later `verify --head`."""

    files: tuple[Path, ...]
    head: str


def export_journals(
    workspace: Workspace,
    settings: Settings,
    register: Register,
    file: Path | None,
    year: int | None,
    key: str | None,
) -> Export:
    """Write the journals: into `file` (.xlsx or .csv), or each as both into letters/journals.

    Raises:
        InputError: `journal-empty-register`, `series-unsettled`, `export-kind`,
            `export-one-journal`, or what `files.write_file` tells.
    """
    entries = register.entries()
    lost = [entry.series for entry in entries if entry.series not in settings.series]
    if lost:
        raise InputError(
            "series-unsettled", Place(file=SETTINGS), series=lost[0], count=lost.count(lost[0])
        )
    made = journals(entries, settings.series.values())
    chosen = [one for one in made if year in (None, one.year) and key in (None, one.key)]
    if not chosen:
        raise InputError("journal-empty-register")
    events = register.events()
    return Export(tuple(_written(workspace, chosen, file)), events[-1].hash if events else "")


def _written(workspace: Workspace, chosen: Sequence[Journal], file: Path | None) -> list[Path]:
    if file is None:
        folder = workspace.letters / "journals"
        named = [(journal, folder / f"{_NAMES[journal.key]} {journal.year}") for journal in chosen]
        kept = [
            (stem.with_name(f"{stem.name}.xlsx"), journal_workbook([journal]))
            for journal, stem in named
        ]
        kept += [
            (stem.with_name(f"{stem.name}.csv"), journal_csv(journal)) for journal, stem in named
        ]
    elif file.suffix.lower() == ".xlsx":
        kept = [(file, journal_workbook(chosen))]
    elif file.suffix.lower() == ".csv":
        if len(chosen) > 1:
            found = [f"{one.year} {one.key}" for one in chosen]
            raise InputError("export-one-journal", Place(file=file.name), journals=found)
        kept = [(file, journal_csv(chosen[0]))]
    else:
        raise InputError("export-kind", Place(file=file.name))
    for path, content in kept:
        write_file(path, content)
    return [path for path, _ in kept]


@dataclass(frozen=True)
class Import:
    """How many lines were taken over, the number that comes next, and what is odd about the
    journal.
    """

    imported: int
    known: int
    next: str
    notes: tuple[Oddity, ...]


def import_journal(desk: Desk, file: Path, series_key: str | None) -> Import:
    """Take over the paper journal in `file`: all of its lines, or none; the register is copied
    first.

    Lines taken over before are passed by.

    Raises:
        InputError: a file that can't be read (see `read_journal`), `unknown-series`,
            `import-number-taken`.
    """
    series = chosen_series(desk.settings, series_key)
    paper = read_journal(read_grids(file), list(desk.settings.series.values()), series, file.name)
    with desk.alone():
        new = _new_lines(paper.lines, desk.register.entries(), file.name)
        if new:
            _take_over(desk, new, file)
        notes = verified(
            [], desk.register.entries(), list(desk.settings.series.values()), None
        ).notes
        last = max(paper.lines, key=lambda line: line.day)
        upcoming = last.number.series.number(
            desk.register.next_seq(last.number.series, last.day.year)
        )
    told = [note for note in notes if note.code.startswith("journal-")]
    return Import(len(new), len(paper.lines) - len(new), upcoming, (*paper.oddities, *told))


def _take_over(desk: Desk, new: Sequence[Line], file: Path) -> None:
    database = desk.register.database
    if database.exists:
        database.copy_to(free_name(database.backups, "register before import"))
    journal = SourceJournal(file.name, sha256_of(file))
    with desk.register.writing(desk.stamp) as writer:
        writer.take_over(journal, map(entry_of_line, new))


def _new_lines(lines: Sequence[Line], standing: Sequence[Entry], file: str) -> list[Line]:
    """The lines that the register doesn't have yet; raises InputError where one has its number for
    something else.
    """
    taken = {
        (entry.series, entry.year, entry.seq, entry.suffix, entry.twin): entry for entry in standing
    }
    new, faults = [], []
    for line in lines:
        number = line.number
        entry = taken.get((number.series.key, line.day.year, number.seq, number.suffix, line.twin))
        if entry is None:
            new.append(line)
        elif not line.is_as(entry):
            place = Place(file=file, cell=line.cell)
            faults.append(
                InputError(
                    "import-number-taken",
                    place,
                    number=entry.number,
                    heading=entry.heading,
                )
            )
    if faults:
        raise together(faults)
    return new
