"""A table as text: what Excel calls CSV, in any encoding and with any separator that it writes."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from io import StringIO
from pathlib import Path

from letters_gen.facts.grid import FORMATS, MERGED, Grid, Marks
from letters_gen.facts.reading.formats import not_a_spreadsheet

_SEPARATORS = ";\t,|"
_SAMPLE = 200
_MARKED = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_TOLD = "sep="
_MARKS = Marks(unseen=frozenset((FORMATS, MERGED)))


def text_grids(content: bytes, file: str) -> list[Grid]:
    """The one table of a text file, called as the file is: in UTF-8 or UTF-16, with a byte-order
    mark or without, or in cp1251; its cells parted by semicolons, tabs, commas or
    strokes.

    Raises:
        InputError: `not-a-spreadsheet`: it is no text, or its lines have a single cell.
    """
    text = decoded(content, file)
    told, separator = _told_separator(text)
    if told:
        text = text.split("\n", 1)[1]
    rows = _rows(text, separator)
    width = max(map(len, rows), default=0)
    if width < 2:
        raise not_a_spreadsheet(file)
    return [Grid(Path(file).stem, [row + [""] * (width - len(row)) for row in rows], _MARKS)]


def decoded(content: bytes, file: str) -> str:
    """The text of a file in UTF-8 or UTF-16, with a byte-order mark or without, or in cp1251.

    Raises:
        InputError: `not-a-spreadsheet`: it is no text.
    """
    marked = next((name for mark, name in _MARKED.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else (_encoding_by_zeros(content), "utf-8", "cp1251"):
        try:
            text = content.decode(encoding) if encoding else "\0"
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise not_a_spreadsheet(file)


def _encoding_by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark: in its every other byte separators, digits and spaces have a zero."""
    head = content[:4096]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd + even < len(head) // 20:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _told_separator(text: str) -> tuple[bool, str]:
    """The separator, and whether a first line `sep=;` tells it; else it is the one by which the
    most rows have the same number of cells.
    """
    first = text.split("\n", 1)[0].strip().strip('"')
    if first.lower().startswith(_TOLD) and len(first) == len(_TOLD) + 1 and "\n" in text:
        return True, first[-1]
    head = "\n".join(text.splitlines()[:_SAMPLE])
    return False, max(_SEPARATORS, key=lambda separator: _evenness(head, separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many rows have the commonest number of cells, of those that have several."""
    widths = Counter(len(row) for row in _rows(text, separator) if len(row) > 1)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []
