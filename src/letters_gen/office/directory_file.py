"""data/schools.csv as a file: its columns, its text, and answers put into single cells of it.

What isn't answered stays as it was: order, unknown columns, quoting, line ends, encoding (design
§3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.model.question import DirectoryCell
from letters_gen.model.school import School
from letters_gen.office.files import read_file, refuse_open, write_file

MARK = "\ufeff"
COLUMNS = {
    "inn": "ИНН",
    "short_name": "Краткое наименование",
    "full_name": "Полное наименование",
    "head": "Руководитель",
    "post": "Должность",
    "sex": "Пол",
    "email": "E-mail",
    "other_names": "Другие названия",
    "address": "Адрес",
}
# A new directory's; the others come with answers.
_NEW = {key: heading for key, heading in COLUMNS.items() if key != "other_names"}
_CASES = {
    "genitive": "род.",
    "dative": "дат.",
    "accusative": "вин.",
    "instrumental": "твор.",
    "prepositional": "предл.",
}
# The columns of forms that the clerk has confirmed, e.g. «Руководитель (дат.)».
FORM_COLUMNS: Mapping[tuple[str, str], str] = {
    (word, case): f"{COLUMNS[word]} ({mark})"
    for word in ("head", "post")
    for case, mark in _CASES.items()
}


def read_directory_text(path: Path) -> str:
    """The text of the directory, in UTF-8 (with or without a byte-order mark) or cp1251.

    Raises:
        InputError: see `files.unreadable`.
    """
    text, _ = _decoded(read_file(path), errors="replace")
    return text.removeprefix(MARK)


def delimiter_of(text: str) -> str:
    """What parts the columns: `;`, or `,` where the heading line has no `;`."""
    return ";" if ";" in text.split("\n", 1)[0] else ","


def keep_in_cell(path: Path, cell: DirectoryCell, answer: str) -> None:
    """Put `answer` into its cell, a column that isn't there behind the others; nothing else
    changes.

    Args:
        cell: its column is a key of `COLUMNS` or of `FORM_COLUMNS`; a school's other names are
            kept, and `answer` put behind them.

    Raises:
        InputError: `file-open`: another program holds the file, or what else `files.write_file`
            tells; `directory-changed` since it was read; `directory-encoding`: the file's encoding
            lacks a letter of the answer.
    """
    refuse_open(path)
    text, encoding = _decoded(read_file(path), errors="surrogateescape")
    records = _records(text.removeprefix(MARK), delimiter_of(text))
    _put(records, cell, answer, path.name)
    changed = (MARK if text.startswith(MARK) else "") + _joined(records, delimiter_of(text))
    try:
        raw = changed.encode(encoding, errors="surrogateescape")
    except UnicodeEncodeError as error:
        letter = changed[error.start]
        raise InputError("directory-encoding", Place(file=path.name), letter=letter) from error
    write_file(path, raw)


def write_directory(path: Path, schools: Iterable[School]) -> None:
    """Write a new directory of `schools`, as Excel opens it: what isn't known of them stays empty.

    Raises:
        InputError: see `files.write_file`.
    """
    lines = [list(_NEW.values()), *([getattr(one, key) for key in _NEW] for one in schools)]
    text = "".join(";".join(map(_quoted, line)) + "\r\n" for line in lines)
    write_file(path, (MARK + text).encode())


def _decoded(raw: bytes, errors: str) -> tuple[str, str]:
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return raw.decode("cp1251", errors=errors), "cp1251"


@dataclass
class _Record:
    """One record: its cells as they are written, quotes included, and its line end."""

    cells: list[str]
    end: str


def _records(text: str, delimiter: str) -> list[_Record]:
    records, cells = [], list[str]()
    for cell, end in _cells(text, delimiter):
        cells.append(cell)
        if end != delimiter:
            records.append(_Record(cells, end))
            cells = []
    return records


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


def _joined(records: Iterable[_Record], delimiter: str) -> str:
    return "".join(delimiter.join(record.cells) + record.end for record in records)


def _put(records: list[_Record], cell: DirectoryCell, answer: str, file: str) -> None:
    headings = [_folded(_plain(heading)) for heading in records[0].cells]
    is_there = cell.line <= len(records)
    if not is_there or _named(records[cell.line - 1], headings) != _folded(cell.school):
        raise InputError("directory-changed", Place(file=file, line=cell.line), school=cell.school)
    column = COLUMNS[cell.column] if isinstance(cell.column, str) else FORM_COLUMNS[cell.column]
    if _folded(column) not in headings:
        records[0].cells.append(column)
        headings.append(_folded(column))
    cells = records[cell.line - 1].cells
    position = headings.index(_folded(column))
    cells += [""] * (position + 1 - len(cells))
    before = _plain(cells[position]) if cell.column == "other_names" else ""
    cells[position] = _quoted(" | ".join(filter(None, (before, answer))))


def _named(record: _Record, headings: list[str]) -> str:
    """What documents call the school of a line: by its full name where the short one is missing."""
    said = dict(zip(headings, (_folded(_plain(cell)) for cell in record.cells), strict=False))
    return said.get(_folded(COLUMNS["short_name"])) or said.get(_folded(COLUMNS["full_name"]), "")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _plain(cell: str) -> str:
    """A cell without its quotes."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search(r'[";,\r\n]', text) else text
