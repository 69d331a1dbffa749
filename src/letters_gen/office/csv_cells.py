"""A CSV text as it is written, cell by cell: what isn't changed comes out as it went in, quotes and
line ends included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass
class Record:
    """One record: its cells as they are written, quotes included, and its line end."""

    cells: list[str]
    end: str


def records_of(text: str, delimiter: str) -> list[Record]:
    """The records of `text`."""
    records, cells = [], list[str]()
    for cell, end in _cells(text, delimiter):
        cells.append(cell)
        if end != delimiter:
            records.append(Record(cells, end))
            cells = []
    return records


def joined(records: Iterable[Record], delimiter: str) -> str:
    """The text of `records`."""
    return "".join(delimiter.join(record.cells) + record.end for record in records)


def plain(cell: str) -> str:
    """A cell without its quotes."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def quoted(text: str) -> str:
    """A text as a cell is written."""
    return '"' + text.replace('"', '""') + '"' if re.search(r'[";,\r\n]', text) else text


def _cells(text: str, delimiter: str) -> Iterator[tuple[str, str]]:
    """Each cell as it is written, with what follows it: the delimiter, a line end, '' at the end of
    the text.
    """
    pattern = re.compile(
        rf'((?:"(?:[^"]|"")*"[^{delimiter}\r\n]*)|[^{delimiter}\r\n]*)({delimiter}|\r\n|\n|\r|\Z)'
    )
    position, end = 0, delimiter
    while end:
        match = pattern.match(text, position)
        assert match is not None
        end, position = match[2], match.end()
        yield match[1], end
