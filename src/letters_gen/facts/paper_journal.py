"""A journal kept in Excel -> its lines, and what is odd about them; `journal_columns` finds what
its columns are, `journal_entries` makes entries of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.cells import text_of
from letters_gen.facts.grid import Grid
from letters_gen.facts.headers import Header
from letters_gen.facts.journal_columns import NEEDED, journal_headers, read_titles
from letters_gen.facts.period_text import typed_date
from letters_gen.model.entry import Entry, EntryKey, typed_key
from letters_gen.model.folding import folded
from letters_gen.model.journal import ISSUED_HERE, RECEIVED_HERE, TYPED_HERE
from letters_gen.model.oddity import Oddity
from letters_gen.model.registration_number import Number, parsed_number, running_number
from letters_gen.model.settings import Series

_CLOSING = re.compile(r"(итого|всего)\b", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})(?:\s*г\.?)?")


@dataclass(frozen=True)
class Line:
    """One line of the journal: its number, date, and the other columns as texts."""

    cell: str
    number: Number
    written: str
    day: date
    said: Mapping[str, str]
    twin: int = 0

    @property
    def key(self) -> EntryKey:
        """What the register will know it by."""
        said = self.said
        if self.is_of_document:
            edition = said.get("edition", "")
            return EntryKey(
                said.get("type", ""),
                said.get("subject", ""),
                said.get("school_key", ""),
                int(edition) if edition.isdecimal() else 1,
            )
        return typed_key(
            self.number.series, self.day.year, self.number.seq, self.number.suffix, self.twin
        )

    @property
    def is_restoring(self) -> bool:
        """Whether the register itself has printed it, of a document of its own."""
        return self.said.get("kept") in (ISSUED_HERE, TYPED_HERE, RECEIVED_HERE)

    @property
    def is_of_document(self) -> bool:
        """Whether it says which document of the register it is, besides its number."""
        return self.said.get("kept") in (ISSUED_HERE, RECEIVED_HERE)

    def is_as(self, entry: Entry) -> bool:
        """Whether `entry` is the document of this line: taken over before, or entered here before
        it was exported.
        """
        own = (self.said.get("addressee", ""), self.said.get("heading", ""))
        its = (entry.addressee, entry.heading)
        return self.day == entry.date and [*map(folded, own)] == [*map(folded, its)]


@dataclass(frozen=True)
class Paper:
    """A journal as it was read.

    Attributes:
        lines: in their order.
        oddities: what is odd about them.
        columns, unknown: the headings of the columns that were read, and of those that weren't.
        closing: the lines that close the journal and are no documents: «Итого: 217».
    """

    lines: tuple[Line, ...]
    oddities: tuple[Oddity, ...]
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    closing: tuple[str, ...]


def read_journal(
    grids: Sequence[Grid], series: Sequence[Series], chosen: Series, file: str
) -> Paper:
    """The lines of the journal that `grids` hold.

    Args:
        series: all series, for numbers written in full; `chosen` is that of bare running numbers.

    Raises:
        InputError: `journal-header-not-found`, `journal-column-missing`, `heading-twice`,
            `journal-without-dates`,
            `journal-empty`; `journal-number-unread` for every line whose number can't be read,
            `journal-incoming-paper` for letters that came in and were never entered here.
    """
    headers, passed = journal_headers(grids, file)
    reading = _Reading(series, chosen, file)
    for grid in passed:
        reading.odd("journal-sheet-passed", Place(file=file, sheet=grid.sheet))
    for header in headers:
        reading.read(header)
    if reading.unread:
        raise together(reading.unread)
    if not reading.lines:
        raise InputError("journal-empty", Place(file=file, sheet=headers[0].grid.sheet))
    titles = [read_titles(header) for header in headers]
    return Paper(
        tuple(_with_twins(reading.lines)),
        tuple(reading.oddities),
        tuple(dict.fromkeys(title for known, _ in titles for title in known)),
        tuple(dict.fromkeys(title for _, unknown in titles for title in unknown)),
        tuple(reading.closing),
    )


class _Reading:
    """The lines of a file's sheets as they pass by, each after what is odd about it."""

    def __init__(self, series: Sequence[Series], chosen: Series, file: str) -> None:
        self._series, self._chosen, self._file = series, chosen, file
        self.lines: list[Line] = []
        self.oddities: list[Oddity] = []
        self.unread: list[InputError] = []
        self.closing: list[str] = []

    def odd(self, code: str, place: Place, **arguments: object) -> None:
        """Note what is odd."""
        self.oddities.append(Oddity(code, place, arguments))

    def read(self, header: Header) -> None:
        """Read one sheet's lines in their order."""
        rows = header.grid.rows
        day: date | None = None
        for row in range(header.last + 1, len(rows)):
            if row == header.last + 1 and _counts_columns(rows[row]):
                continue
            closing = _closing(header, row)
            if closing:
                self.closing.append(closing)
            else:
                day = self._read_line(header, row, day)

    def _read_line(self, header: Header, row: int, before: date | None) -> date | None:
        """Read one line; its day, or that of the line `before` where it is none."""
        said = {key: _text(header, row, column) for key, column in header.columns.items()}
        place = Place(file=self._file, cell=header.grid.at(row, header.columns["number"]))
        number = _number(said["number"], self._series, self._chosen)
        if number is None:
            if said["number"]:
                fault = InputError("journal-number-unread", place, found=said["number"])
                self.unread.append(fault)
            return before
        if number.series.journal == "incoming" and said.get("kept") != RECEIVED_HERE:
            fault = InputError("journal-incoming-paper", place, found=said["number"])
            self.unread.append(fault)
            return before
        day = _day(header.grid.rows[row][header.columns["date"]])
        if day is None:
            if before is None:
                raise InputError("journal-without-dates", place, number=said["number"])
            day = before
            self.odd("journal-date-assumed", place, number=said["number"], day=day)
        written = _written(said["number"], number)
        self.lines.append(Line(place.cell or "", number, written, day, said))
        return day


def _closing(header: Header, row: int) -> str:
    """What closes a journal and is no document, «Итого: 217»: it has no date; '' for any other
    row.
    """
    cells = header.grid.rows[row]
    if _day(cells[header.columns["date"]]) is not None:
        return ""
    texts = [text for text in map(text_of, cells) if text]
    return " ".join(texts) if any(map(_CLOSING.match, texts)) else ""


def _counts_columns(row: Sequence[object]) -> bool:
    """Whether a row under the header does no more than number the columns: 1, 2, 3 …"""
    texts = [text for text in map(text_of, row) if text]
    return len(texts) >= len(NEEDED) and texts == [
        str(column) for column in range(1, len(texts) + 1)
    ]


def _text(header: Header, row: int, column: int) -> str:
    """A cell as text; the apostrophe that kept a formula from being one is taken off again."""
    cells = header.grid.rows[row]
    text = text_of(cells[column]) if column < len(cells) else ""
    return text[1:] if re.match(r"'[=+\-@]", text) else text


def _number(text: str, series: Sequence[Series], chosen: Series) -> Number | None:
    running = running_number(text)
    return parsed_number(text, series) or (Number(chosen, *running) if running else None)


def _written(text: str, number: Number) -> str:
    """The number as the document bears it: a bare running number gets its index."""
    bare = running_number(text) is not None
    return (
        "".join(text.split()) if not bare else f"{number.series.number(number.seq)}{number.suffix}"
    )


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    short = _SHORT_DATE.fullmatch(text)
    if short:
        text = f"{short[1]}.{short[2]}.20{short[3]}"
    return typed_date(re.sub(r"\s*г\.?$", "", text))


def _with_twins(lines: Sequence[Line]) -> list[Line]:
    """The lines, each that repeats a number counted."""
    seen: dict[tuple[str, int, int, str], int] = {}
    counted = []
    for line in lines:
        bears = (line.number.series.key, line.day.year, line.number.seq, line.number.suffix)
        counted.append(replace(line, twin=seen.get(bears, 0)))
        seen[bears] = seen.get(bears, 0) + 1
    return counted
