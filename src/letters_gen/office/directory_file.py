"""data/schools.csv as a file: its text, a new one, and answers put into single cells of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from letters_gen.model.question import DirectoryCell
from letters_gen.model.school import School
from letters_gen.office.csv_cells import quoted
from letters_gen.office.directory_text import COLUMNS, MARK, DirectoryText, decoded
from letters_gen.office.files import read_file, refuse_open, write_file

# A new directory's; the others come with answers.
_NEW = {key: heading for key, heading in COLUMNS.items() if key != "other_names"}


def read_directory_text(path: Path) -> str:
    """The text of the directory, in UTF-8 (with or without a byte-order mark) or cp1251.

    Raises:
        InputError: see `files.unreadable`.
    """
    return directory_text(read_file(path))


def directory_text(raw: bytes) -> str:
    """The same of a directory's bytes."""
    return decoded(raw, errors="replace")[0].removeprefix(MARK)


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
    text = DirectoryText(read_file(path), path.name)
    text.change(cell.line, cell.school, {cell.column: _joined(text, cell, answer)})
    write_file(path, text.encoded())


def write_directory(path: Path, schools: Iterable[School]) -> None:
    """Write a new directory of `schools`, as Excel opens it: what isn't known of them stays empty.

    Raises:
        InputError: see `files.write_file`.
    """
    lines = [list(_NEW.values()), *([getattr(one, key) for key in _NEW] for one in schools)]
    text = "".join(";".join(map(quoted, line)) + "\r\n" for line in lines)
    write_file(path, (MARK + text).encode())


def _joined(text: DirectoryText, cell: DirectoryCell, answer: str) -> str:
    """What the cell says with the answer: of other names there may be several."""
    is_kept = cell.column == "other_names" and text.has(cell.line)
    before = text.value(cell.line, cell.column) if is_kept else ""
    return " | ".join(filter(None, (before, answer)))
