"""Schools of the directory that have no row of their own among those that are read, and stand in
the sheet all the same: in a table that isn't known for one, in a row that is shifted or struck out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from letters_gen.errors import Place
from letters_gen.facts.cells import inn_of, restored_inn, text_of
from letters_gen.facts.grid import Grid
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line, Lines
from letters_gen.facts.reading.rich_text import is_struck_out, without_strokes
from letters_gen.facts.school_names import name_key
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.school import School

# An answer on schools that stand where nothing is read.
WITHOUT_THEM = "без них"
_TOLD = 5


def ask_of_unread(
    tables: Sequence[Lines],
    own: Sequence[Line],
    missing: Sequence[School],
    file: str,
    inquiry: Inquiry,
) -> None:
    """Ask about those of the `missing` schools that stand in the sheet.

    Asks of `inquiry`: `school-elsewhere`.
    """
    if not missing:
        return
    found = dict(islice(_found(tables, own, missing), len(missing)))
    if not found:
        return
    keys = list(found)
    names = {school.key: school.short_name for school in missing}
    question = Question(
        "school-elsewhere",
        Place(file=file, cell=", ".join(islice(found.values(), _TOLD))),
        f"{'/'.join(keys[:3])}/{len(keys)}",
        (WITHOUT_THEM,),
        None,
        SheetAnswer(),
        {"schools": [names[key] for key in keys]},
    )
    inquiry.answer(question)


def _found(
    tables: Sequence[Lines], own: Sequence[Line], missing: Sequence[School]
) -> Iterator[tuple[str, str]]:
    """The schools that stand below the first header where no row of ours is: key and cell."""
    grid, first = tables[0].header.grid, tables[0].header.last + 1
    read = {line.number for line in own}
    of_schools = {line.number for table in tables for line in table.schools}
    exact, folded = _spellings(missing)
    for number in range(first, len(grid.rows)):
        if number not in read:
            # Others' rows are many: only what is written quite alike is found there.
            is_plain = number in of_schools and not any(map(is_struck_out, grid.rows[number]))
            known = exact if is_plain else folded
            yield from _in_row(grid, number, exact, known)


def _spellings(missing: Sequence[School]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """How the schools may be written, as they stand in the directory and as names are compared."""
    exact = {name: one.key for one in missing for name in (*one.names, one.inn) if name}
    return exact, {name_key(name): key for name, key in exact.items() if not name.isdigit()}


def _in_row(
    grid: Grid, number: int, exact: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for column, cell in enumerate(grid.rows[number]):
        key = exact.get(cell) if isinstance(cell, str) else None
        if key is None and known is not exact and cell not in ("", None):
            text = without_strokes(text_of(cell))
            key = exact.get(restored_inn(inn_of(text))) or known.get(name_key(text))
        if key is not None:
            yield key, grid.at(number, column)
