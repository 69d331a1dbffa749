"""A folder of scans recognised: which document each run of pages is of, and why one isn't filed."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, LettersError, Place
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.office.digest import file_digest
from letters_gen.outputs.scanned_pages import PDF, PICTURES, ScannedPage, page_count, scanned_pages
from letters_gen.records.acts import Desk, refuse_elsewhere
from letters_gen.records.codes import coded_entry
from letters_gen.records.scan_lengths import Lengths, lengths_of
from letters_gen.records.scan_runs import Run, continued, runs_of

SCANS = (PDF, *PICTURES)
"""The endings of the names of files that may be scans."""
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Piece:
    """What a document has of one file; `is_whole`: all of its pages."""

    file: Path
    positions: tuple[int, ...]
    is_whole: bool


@dataclass(frozen=True)
class Recognised:
    """Pages that belong together.

    Attributes:
        entry: the document that they are the signed copy of, None where that isn't known.
        fault: why they aren't filed, None where they are to be.
        is_asked: whether they are filed all the same if the clerk says so.
    """

    pieces: tuple[Piece, ...]
    entry: Entry | None = None
    fault: LettersError | None = None
    is_asked: bool = False


def recognised(desk: Desk, folder: Path, progress: Callable[[int, int], None]) -> list[Recognised]:
    """What lies in `folder`, in the order of its files' names; nothing is changed.

    Args:
        progress: called with how many pages are read, and of how many.

    Raises:
        InputError: `scans-no-folder`; `scans-none`: nothing in it has pages; `scans-in-letters`:
            it holds what the register keeps.
    """
    files = _files(desk, folder)
    unread: list[Recognised] = []
    read: list[list[ScannedPage]] = []
    page_read = _counter(files, progress)
    for file in files:
        try:
            read.append(scanned_pages(file, page_read))
        except InputError as error:
            unread.append(Recognised((Piece(file, (), True),), fault=error))
    runs = [runs_of(pages) for pages in read if pages]
    return [*_judged(desk, runs, _counts(read)), *unread]


def _counter(files: Sequence[Path], progress: Callable[[int, int], None]) -> Callable[[], None]:
    """What is called for each page, and tells how many that makes."""
    total, done = sum(map(_length, files)), itertools.count(1)
    if total:
        progress(0, total)
    return lambda: progress(next(done), total)


def _length(file: Path) -> int:
    """How many pages are to be read; none of a file that can't be."""
    try:
        return page_count(file)
    except InputError:
        return 0


def _files(desk: Desk, folder: Path) -> list[Path]:
    """The scans in a folder, `скан 2` before `скан 10`."""
    place = Place(file=str(folder))
    if not folder.is_dir():
        raise InputError("scans-no-folder", place)
    if folder.resolve().is_relative_to(desk.workspace.letters.resolve()):
        raise InputError("scans-in-letters", place)
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SCANS and path.is_file() and not path.name.startswith((".", "~"))
    ]
    if not found:
        raise InputError("scans-none", place, accepted=list(SCANS))
    return sorted(found, key=_in_order)


def _in_order(path: Path) -> list[tuple[bool, int, str]]:
    parts = _DIGITS.split(path.name.casefold())
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def _counts(read: Sequence[Sequence[ScannedPage]]) -> Counter[Path]:
    return Counter(page.file for pages in read for page in pages)


def _judged(
    desk: Desk, files: Sequence[Sequence[Run]], counts: Counter[Path]
) -> Iterator[Recognised]:
    """What each run is, of whose pages every one stands in exactly one."""
    known = {run.code: _meant(desk, run) for runs in files for run in runs if run.code}
    entries = {one.key: one for one in known.values() if isinstance(one, Entry)}
    lengths = lengths_of(desk.workspace, list(entries.values()))

    def missing(run: Run) -> int:
        meant = known[run.code] if run.code else None
        most = max(lengths[meant.key], default=0) if isinstance(meant, Entry) else 0
        return max(0, most - run.length)

    seen: set[EntryKey] = set()
    for run in continued(files, missing):
        meant = known[run.code] if run.code else _meant(desk, run)
        yield _recognised(run, meant, lengths, _pieces(run, counts), seen)


def _meant(desk: Desk, run: Run) -> Entry | LettersError:
    """The document whose signed copy a run is, or why none is."""
    place = Place(file=run.pages[0].file.name)
    if not run.codes:
        return InputError("scan-without-code", place)
    if run.code is None:
        numbers = [code.number for code in run.codes]
        return InputError("scan-two-documents", place, numbers=numbers)
    try:
        entry = coded_entry(desk.register, desk.settings, run.code)
        refuse_elsewhere(desk, entry)
    except InputError as error:
        return error.at(place)
    if entry.is_annulled or entry.state == "reserved":
        because = entry.annulled_because
        code = "scan-of-annulled" if entry.is_annulled else "entry-not-issued"
        return InputError(code, place, number=entry.number, because=because)
    return entry


def _pieces(run: Run, counts: Counter[Path]) -> tuple[Piece, ...]:
    by_file: dict[Path, list[int]] = {}
    for page in run.pages:
        by_file.setdefault(page.file, []).append(page.position)
    return tuple(
        Piece(file, tuple(positions), len(positions) == counts[file])
        for file, positions in by_file.items()
    )


def _recognised(
    run: Run,
    meant: Entry | LettersError,
    lengths: Lengths,
    pieces: tuple[Piece, ...],
    seen: set[EntryKey],
) -> Recognised:
    if not isinstance(meant, Entry):
        return Recognised(pieces, fault=meant)
    place, number = Place(file=pieces[0].file.name), meant.number
    if _is_own(meant, pieces):
        return Recognised(pieces, meant, InputError("scan-is-own", place, number=number))
    wanted = sorted(lengths[meant.key])
    if not wanted:
        return Recognised(pieces, meant, InputError("scan-length-unknown", place, number=number))
    pages = run.length
    if pages not in wanted:
        fault = InputError("scan-length-differs", place, number=number, found=pages, wanted=wanted)
        return Recognised(pieces, meant, fault)
    is_first = meant.key not in seen
    seen.add(meant.key)
    if is_first and (_is_filed(meant, pieces) or not _scans(meant)):
        return Recognised(pieces, meant)
    return Recognised(pieces, meant, InputError("scan-there", place, number=number), is_asked=True)


def _scans(entry: Entry) -> set[str]:
    return {file.sha256 for file in entry.files if file.role == "scan"}


def _is_own(entry: Entry, pieces: Sequence[Piece]) -> bool:
    """Whether it is no paper at all, but a file that the program has made of the document."""
    made = {file.sha256 for file in entry.files if file.role != "scan"}
    return any(one.is_whole and file_digest(one.file) in made for one in pieces)


def _is_filed(entry: Entry, pieces: Sequence[Piece]) -> bool:
    """Whether a run that was cut short has filed the very same files."""
    return all(one.is_whole and file_digest(one.file) in _scans(entry) for one in pieces)
