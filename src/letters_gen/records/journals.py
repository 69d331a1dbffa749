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
from letters_gen.office.files import sha256_of, written_file
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.journal import write_csv, write_workbook
from letters_gen.records.acts import Desk, chosen_series
from letters_gen.register.book import Register
from letters_gen.register.database import free_name
from letters_gen.register.journal import journals
from letters_gen.register.number_check import NumberCheck
from letters_gen.register.wanted import Wanted

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
    made = journals(register, list(settings.series.values()), year)
    chosen = [one for one in made if key in (None, one.key)]
    if not chosen:
        raise InputError("journal-empty-register")
    if file is None:
        written = _in_folder(workspace.letters / "journals", chosen)
    else:
        written = [_in_file(file, chosen)]
    return Export(tuple(written), register.head())


def _in_folder(folder: Path, chosen: Sequence[Journal]) -> list[Path]:
    """Each journal as a workbook, then each as CSV."""
    stems = [folder / f"{_NAMES[journal.key]} {journal.year}" for journal in chosen]
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
        new = _new_lines(paper.lines, desk.register, file.name)
        if new:
            _take_over(desk, new, file)
        numbers = NumberCheck(list(desk.settings.series.values()))
        for entry in desk.register.entries():
            numbers.add(entry)
        last = max(paper.lines, key=lambda line: line.day)
        upcoming = last.number.series.number(
            desk.register.next_seq(last.number.series, last.day.year)
        )
    told = [note for note in numbers.notes() if note.code.startswith("journal-")]
    return Import(len(new), len(paper.lines) - len(new), upcoming, (*paper.oddities, *told))


def _take_over(desk: Desk, new: Sequence[Line], file: Path) -> None:
    database = desk.register.database
    if database.exists:
        database.copy_to(free_name(database.backups, "register before import"))
    journal = SourceJournal(file.name, sha256_of(file))
    with desk.register.writing(desk.stamp) as writer:
        writer.take_over(journal, map(entry_of_line, new))


def _new_lines(lines: Sequence[Line], register: Register, file: str) -> list[Line]:
    """The lines that the register doesn't have yet; raises InputError where one has its number for
    something else.
    """
    taken = _standing(lines, register)
    new: list[Line] = []
    faults: list[InputError] = []
    for line in lines:
        entry = taken.get(_number_of(line))
        if entry is None:
            new.append(line)
        elif not line.is_as(entry):
            place = Place(file=file, cell=line.cell)
            faults.append(
                InputError("import-number-taken", place, number=entry.number, heading=entry.heading)
            )
    if faults:
        raise together(faults)
    return new


_Number = tuple[str, int, int, str, int]


def _number_of(line: Line) -> _Number:
    """What makes the number of a line one among all: series, year, running number, tail, which of
    doubles.
    """
    number = line.number
    return number.series.key, line.day.year, number.seq, number.suffix, line.twin


def _standing(lines: Sequence[Line], register: Register) -> dict[_Number, Entry]:
    """The entries that bear numbers of `lines`."""
    wanted = {_number_of(line) for line in lines}
    found: dict[_Number, Entry] = {}
    for key, year in sorted({(key, year) for key, year, *_ in wanted}):
        for entry in register.entries(Wanted(series=key, year=year)):
            number = (entry.series, entry.year, entry.seq, entry.suffix, entry.twin)
            if number in wanted:
                found[number] = entry
    return found
