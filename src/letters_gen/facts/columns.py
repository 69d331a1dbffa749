"""Which column of a sheet is which of the settings, where its header alone doesn't tell."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from letters_gen.errors import InputError, Place, together
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.model.folding import folded
from letters_gen.model.question import Question, SettingsKey, SheetAnswer
from letters_gen.model.settings import Column

_NEAR = 0.6


def settled_columns(
    header: Header,
    columns: Mapping[str, Column],
    needed: Iterable[str],
    file: str,
    inquiry: Inquiry,
) -> tuple[Header, list[InputError]]:
    """`header` with each column where it was answered to be, and the failures that no answer mends:
    `column-missing`, no heading being left that could be it.

    Asks of `inquiry`: `heading-twice`, `column-missing`.
    """
    chosen = dict(header.columns)
    for key in header.columns:
        fitting = header.fitting(columns[key])
        if len(fitting) > 1:
            cell = inquiry.answer(_which_one(header, columns[key], fitting, file))
            chosen[key] = fitting[cell] if cell else chosen[key]
    faults = []
    for key in header.lacking(columns, needed):
        question = _under_which_name(header, columns, key, file)
        if question.choices:
            inquiry.answer(question)
        else:
            faults.append(question.fault)
    return replace(header, columns=chosen), faults


def certain_columns(
    header: Header, columns: Mapping[str, Column], needed: Iterable[str], file: str
) -> Header:
    """`header`, of which nobody can be asked.

    Raises:
        InputError: `heading-twice`, `column-missing`.
    """
    inquiry = Inquiry()
    settled, faults = settled_columns(header, columns, needed, file, inquiry)
    faults += [question.fault for question in inquiry.open]
    if faults:
        raise together(faults)
    return settled


def _which_one(header: Header, column: Column, fitting: Iterable[str], file: str) -> Question:
    cells = tuple(fitting)
    titles = {cell: title for cell, _, title in header.titles()}
    arguments = {
        "heading": column.headings[0],
        "found": [f"{cell} «{titles[cell]}»" for cell in cells],
    }
    place = Place(file=file, cell=", ".join(cells))
    return Question("heading-twice", place, column.key, cells, None, SheetAnswer(), arguments)


def _under_which_name(
    header: Header, columns: Mapping[str, Column], key: str, file: str
) -> Question:
    """Which heading of the sheet is the missing column's, the nearest first; without choices where
    all of them belong to other columns.
    """
    column, taken = columns[key], set(header.columns.values())
    known = {folded(heading) for other in columns.values() for heading in other.headings}
    titles = [title for _, _, title in header.titles()]
    free = [
        title for _, at, title in header.titles() if at not in taken and folded(title) not in known
    ]
    nearest = difflib.get_close_matches(column.headings[0], free, n=1, cutoff=_NEAR)
    arguments = {
        "key": column.key,
        "looked_for": list(column.headings),
        "found": titles,
        "nearest": nearest,
    }
    choices = tuple(dict.fromkeys([*nearest, *free]))
    place = Place(file=file, sheet=header.grid.sheet, line=header.last + 1)
    kept_in = SettingsKey(("columns", column.key, "headings"))
    return Question("column-missing", place, column.key, choices, None, kept_in, arguments)
