"""What runs in the process that reads a spreadsheet."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Callable
from importlib import import_module

from letters_gen.errors import InputError, Place
from letters_gen.facts.grid import Grid
from letters_gen.facts.reading.formats import Format, format_of
from letters_gen.facts.reading.limits import confine

Reader = Callable[[bytes, str], list[Grid]]


def main(file: str) -> None:
    """Read the content of `file` from standard input; its grids, or why there are none, go pickled
    to standard output.
    """
    content = sys.stdin.buffer.read()
    # Many values, no cycles; the process ends with its one file.
    gc.disable()
    confine()
    outcome: list[Grid] | InputError
    try:
        outcome = grids_of(content, file)
    except InputError as error:
        outcome = error
    except BaseException:  # what panics in calamine is no Exception
        outcome = InputError("sheet-unreadable", Place(file=file))
    sys.stdout.buffer.write(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
    sys.stdout.buffer.flush()


def grids_of(content: bytes, file: str) -> list[Grid]:
    """The worksheets that `content` holds, in their order; chart, macro and dialog sheets are
    skipped.

    Raises:
        InputError: see `formats.format_of` and the readers of each format; `sheet-unreadable`: what
            was read isn't what the file says; `sheet-blank`: no cell holds anything.
    """
    grids = _reader(format_of(content, file))(content, file)
    if not any(grid.rows for grid in grids):
        raise InputError("sheet-blank", Place(file=file))
    if any(_is_misread(cell) for grid in grids for row in grid.rows[:_SAMPLE] for cell in row):
        raise InputError("sheet-unreadable", Place(file=file))
    return grids


_SAMPLE = 200


def _is_misread(cell: object) -> bool:
    """Whether a text was taken for another encoding: `T\\0i\\0t\\0l\\0e`."""
    return isinstance(cell, str) and "\0" in cell


def _reader(found: Format) -> Reader:
    """What reads a format. Each brings its own library: only the one that is wanted is loaded."""
    name, function = _READERS[found]
    reader: Reader = getattr(import_module(f"letters_gen.facts.reading.{name}"), function)
    return reader


_READERS = {
    Format.XLSX: ("workbook", "package_grids"),
    Format.XLSB: ("workbook", "binary_package_grids"),
    Format.ODS: ("workbook", "document_grids"),
    Format.XLS: ("workbook", "binary_grids"),
    Format.HTML: ("html_tables", "html_grids"),
    Format.XML: ("xml_tables", "xml_grids"),
    Format.TEXT: ("text_tables", "text_grids"),
}
