"""A journal kept in Excel into the register: shown as it was read, then all lines, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.journal_entries import restored_entry
from letters_gen.facts.paper_journal import Line, Paper, read_journal
from letters_gen.facts.spreadsheet import read_grids
from letters_gen.model.entry import Entry, EntryKey, IssuedFile
from letters_gen.model.oddity import Oddity
from letters_gen.model.statement import SourceJournal
from letters_gen.office.files import sha256_of
from letters_gen.office.workspace import Workspace
from letters_gen.records.acts import Desk, chosen_series
from letters_gen.register.book import Register
from letters_gen.register.database import free_name
from letters_gen.register.number_check import NumberCheck
from letters_gen.register.wanted import Wanted

# So far a number may lie behind the one before it, as a journal's gap.
_FARTHEST = 100
_AHEAD = timedelta(days=31)


@dataclass(frozen=True)
class Intake:
    """A journal as it was read, and what would become of its lines; nothing is entered yet.

    Attributes:
        new: the lines that the register doesn't have.
        known: how many it has already.
        next: the number that would come next.
        doubtful: numbers far behind the one before them, and days far ahead: rather misprints.
    """

    file: Path
    paper: Paper
    new: tuple[Line, ...]
    known: int
    next: str
    doubtful: tuple[Oddity, ...]


@dataclass(frozen=True)
class Import:
    """How many lines were taken over, the number that comes next, and what is odd about the
    journal.
    """

    imported: int
    known: int
    next: str
    notes: tuple[Oddity, ...]


def read_import(desk: Desk, file: Path, series_key: str | None) -> Intake:
    """What taking the journal in `file` over would do.

    Raises:
        InputError: a file that can't be read (see `read_journal`), `unknown-series`,
            `import-number-taken`, `import-document-taken`.
        DamageError: `office-renamed`.
    """
    register = desk.register
    register.refuse_beginning_anew(desk.workspace.known_identity())
    all_series = list(desk.settings.series.values())
    chosen = chosen_series(desk.settings, series_key)
    paper = read_journal(read_grids(file), all_series, chosen, file.name)
    new = _new_lines(paper.lines, register, file.name)
    doubtful = (
        *_leaps(new, register, file.name),
        *_far_days(new, desk.stamp.at.date(), file.name),
    )
    upcoming = _upcoming(paper.lines, register)
    return Intake(file, paper, tuple(new), len(paper.lines) - len(new), upcoming, doubtful)


def take_over(desk: Desk, intake: Intake) -> Import:
    """Enter the lines of `intake` that are still new, all of them or none; the register is copied
    first.

    Raises:
        InputError: as `read_import`: another has taken one of the numbers meanwhile.
    """
    with desk.alone():
        new = _new_lines(intake.paper.lines, desk.register, intake.file.name)
        if new:
            _enter(desk, new, intake.file)
        numbers = NumberCheck(list(desk.settings.series.values()))
        for entry in desk.register.entries():
            numbers.add(entry)
        upcoming = _upcoming(intake.paper.lines, desk.register)
    told = [note for note in numbers.notes() if note.code.startswith("journal-")]
    notes = (*intake.paper.oddities, *intake.doubtful, *told)
    return Import(len(new), len(intake.paper.lines) - len(new), upcoming, notes)


def _enter(desk: Desk, new: Sequence[Line], file: Path) -> None:
    database = desk.register.database
    if database.exists:
        database.copy_to(free_name(database.backups, "register before import"))
    identity = desk.workspace.identity() if any(line.is_restoring for line in new) else ""
    files = _files_of(desk.workspace, new)
    journal = SourceJournal(file.name, sha256_of(file))
    with desk.register.writing(desk.stamp) as writer:
        writer.take_over(journal, (restored_entry(line, identity, files) for line in new))


def _files_of(workspace: Workspace, lines: Sequence[Line]) -> dict[str, IssuedFile]:
    """The files in letters/ that lines of the register's own journal name by their hashes."""
    wanted: dict[int, set[str]] = {}
    for line in lines:
        for named in line.said.get("hashes", "").split():
            wanted.setdefault(line.day.year, set()).add(named.partition(":")[2])
    found: dict[str, IssuedFile] = {}
    for year, hashes in wanted.items():
        for path, digest in _hashed(workspace.year(year)):
            if digest in hashes:
                size = path.stat().st_size
                found[digest] = IssuedFile("document", workspace.relative(path), digest, size)
    return found


def _hashed(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files in `folder`, each with its SHA-256."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_file() and not path.name.startswith("."):
                yield path, sha256_of(path)


def _new_lines(lines: Sequence[Line], register: Register, file: str) -> list[Line]:
    """The lines that the register doesn't have yet; raises InputError where one has its number, or
    its document, for something else.
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
    faults += _doubled(new, register, file)
    if faults:
        raise together(faults)
    return new


def _doubled(new: Sequence[Line], register: Register, file: str) -> Iterator[InputError]:
    """A failure for each line whose document stands under another number already."""
    issued = [line for line in new if line.is_of_document]
    standing: dict[EntryKey, Entry] = {}
    for kind, subject in sorted({(line.key.type, line.key.subject) for line in issued}):
        standing |= {entry.key: entry for entry in register.batch(kind, subject)}
    for line in issued:
        entry = standing.get(line.key)
        if entry is not None:
            place = Place(file=file, cell=line.cell)
            number, other = line.written, entry.number
            yield InputError("import-document-taken", place, number=number, other=other)


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


def _upcoming(lines: Sequence[Line], register: Register) -> str:
    """The number that comes after `lines`, of the series and year of the latest of them."""
    last = max(lines, key=lambda line: line.day)
    series, year = last.number.series, last.day.year
    given = [seq for (key, of, seq) in map(_place, lines) if (key, of) == (series.key, year)]
    return series.number(max(register.next_seq(series, year), max(given) + 1))


def _place(line: Line) -> tuple[str, int, int]:
    return line.number.series.key, line.day.year, line.number.seq


def _leaps(new: Sequence[Line], register: Register, file: str) -> Iterator[Oddity]:
    """Numbers that lie far behind the one before them: 217, 218, 2199."""
    runs: dict[tuple[str, int], list[Line]] = {}
    for line in new:
        runs.setdefault((line.number.series.key, line.day.year), []).append(line)
    for lines in runs.values():
        before = _before(lines, register)
        for line in sorted(lines, key=lambda line: line.number.seq):
            seq = line.number.seq
            if before and seq > before + _FARTHEST and seq >= 2 * before:
                place = Place(file=file, cell=line.cell)
                yield Oddity("journal-leap", place, {"number": line.written, "before": before})
            before = seq


def _before(lines: Sequence[Line], register: Register) -> int:
    """The last number that the register has given before those of `lines`, 0 for none."""
    series, year = lines[0].number.series, lines[0].day.year
    least = min(line.number.seq for line in lines)
    return max((seq for seq in register.given(series, year) if seq < least), default=0)


def _far_days(new: Sequence[Line], today: date, file: str) -> Iterator[Oddity]:
    for line in new:
        if line.day > today + _AHEAD:
            told: Mapping[str, object] = {"number": line.written, "day": line.day}
            yield Oddity("journal-day-ahead", Place(file=file, cell=line.cell), told)
