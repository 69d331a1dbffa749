"""Issued files, found by what the register says of them, never by a path out of a request."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flask import abort, send_file
from werkzeug.wrappers import Response

from letters_gen.delivery.print_files import standing_print_files
from letters_gen.errors import DamageError, Place
from letters_gen.model.entry import Entry
from letters_gen.office.files import unreadable
from letters_gen.records.lookup import meant_entry
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.numerals import whole


def issued_file(number: str, year: str, place: str) -> Path:
    """The file of the document with that number that stands at `place` in its entry.

    Raises:
        InputError: `unknown-number`.
        DamageError: `issued-file-missing`.
    """
    of_year = whole(year)
    entry = meant_entry(register(), settings(), number, of_year, desk().clock.today)
    return entry_file(entry, place)


def entry_file(entry: Entry, place: str) -> Path:
    """The file of an entry that stands at `place` there; raises as `issued_file`."""
    position = whole(place)
    if position is None or position >= len(entry.files):
        abort(404)
    return _inside(entry.files[position].path, entry)


def print_file(entries: Sequence[Entry], place: str) -> Path:
    """The file to print of a batch, by its place among them."""
    found = standing_print_files(desk().workspace, entries)
    position = whole(place)
    if position is None or position >= len(found):
        abort(404)
    return _inside(found[position], entries[0])


def sent(path: Path, *, is_shown: bool = False) -> Response:
    """The answer that sends a file: to be kept under its name, or `is_shown` in the page.

    Raises:
        InputError: as `files.unreadable` tells: Word may hold it.
    """
    try:
        return send_file(path, as_attachment=not is_shown, download_name=path.name, max_age=0)
    except OSError as error:
        raise unreadable(path, error) from error


def _inside(path: str, entry: Entry) -> Path:
    """The path of a file of the workspace; 404 for one that a register names elsewhere."""
    root = desk().workspace.root
    found = (root / path).resolve()
    if not found.is_relative_to(root.resolve()):
        abort(404)
    if not found.is_file():
        raise DamageError("issued-file-missing", Place(file=path), number=entry.number)
    return found
