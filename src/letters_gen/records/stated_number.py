"""Which number and which day a file says that it bears: in its letterhead, its code, its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letters_gen.errors import InputError
from letters_gen.facts.period_text import dates_in
from letters_gen.making.file_numbers import number_of_name
from letters_gen.model.document_code import read_code
from letters_gen.model.registration_number import parsed_number
from letters_gen.model.settings import Series
from letters_gen.outputs.scanned_pages import PDF, PICTURES, scanned_pages

# The places of a letterhead stand in lines, in cells, or apart by tabs and rows of spaces.
_APART = re.compile(r"[\t\n]|[ \u00a0]{3,}")
_DAY = r"[«\"]?\d{1,2}[»\"]?[\s.]*(?:[а-я]+|\d{2})[\s.]*\d{4}\s*(?:г\.?|года)?"
# A number with its day and nothing else: «На № …», «к приказу от … № …» name other documents.
_BORNE = re.compile(
    rf"(?:от\s+)?(?:{_DAY})?\s*№\s*(?P<number>[^\s,;]+)(?:\s+от\s+{_DAY})?", re.IGNORECASE
)


@dataclass(frozen=True)
class Stated:
    """What a file says that it is: `days` are those that stand beside the number, none where it
    tells none.
    """

    number: str
    days: tuple[date, ...] = ()


def stated_in(
    lines: Sequence[str], file: Path, series: Sequence[Series], *, has_code: bool
) -> Stated | None:
    """What `file` says of itself: by its code where the office's documents have codes, else by its
    letterhead, else by its name; None where nothing tells.

    Args:
        lines: its words, see `file_text`.
        series: those whose numbers are looked for.
    """
    coded = _coded(file) if has_code else None
    return coded or _registration(lines, series) or _named(file.name, series)


def _coded(file: Path) -> Stated | None:
    """What the QR code of a scan says."""
    if file.suffix.lower() not in (PDF, *PICTURES):
        return None
    with suppress(InputError):
        texts = (text for page in scanned_pages(file) for text in page.texts)
        for code in filter(None, map(read_code, texts)):
            return Stated(code.number, (code.day,))
    return None


def _registration(lines: Sequence[str], series: Sequence[Series]) -> Stated | None:
    """The first number of the office's that stands by itself, as a registration number does."""
    parts = [part.strip() for line in lines for part in _APART.split(line) if part.strip()]
    for at, part in enumerate(parts):
        borne = _BORNE.fullmatch(part)
        number = borne["number"].rstrip(".") if borne else ""
        if number and parsed_number(number, series):
            near = dates_in([part]) or dates_in(parts[max(at - 2, 0) : at])
            return Stated(number, tuple(near or dates_in(parts[at + 1 : at + 2])))
    return None


def _named(name: str, series: Sequence[Series]) -> Stated | None:
    """The number that a file's name begins with, as those of issued files do."""
    for one in series:
        # Of a series that numbers with bare digits any name may begin so.
        found = number_of_name(name, one) if any(one.number_parts) else None
        if found:
            return Stated(found.number(one))
    return None
