"""Cells that say nothing: blank, a dash, «нет данных», an error. Whether that is zero or no data is
asked once a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.errors import Place
from letters_gen.facts.cells import NO_DATA
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.lines import Line
from letters_gen.model.column import Column
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.school import School

ZERO, BLANK = "0", "пусто"
NOTHING_SAID = re.compile(
    r"[-–—.…?]*|[xх]|н/?д\.?|н/?п\.?|б/?д|#.*|нет|не\s.*|без .*|нет\s.*|отсутств.*|данных нет",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OddCell:
    """A cell that holds no figure: whose it is, and its text."""

    school: School
    line: Line
    text: str


def zero_or_nothing(
    column: Column, silent: Sequence[OddCell], file: str, inquiry: Inquiry
) -> int | None:
    """What the clerk says that the silent cells of a column count for: zero, or None for no data.

    Asks of `inquiry`: `zero-or-no-data`.
    """
    texts = list({one.text.casefold(): one.text or BLANK for one in silent}.values())
    about = "/".join(sorted(texts))
    question = about_cells(
        "zero-or-no-data", column, silent, file, about=about, choices=(NO_DATA, ZERO), found=texts
    )
    return 0 if inquiry.answer(question) == ZERO else None


def about_cells(
    code: str,
    column: Column,
    cells: Sequence[OddCell],
    file: str,
    *,
    about: str,
    choices: tuple[str, ...],
    found: object,
) -> Question:
    """One question about all cells of a column that say the same."""
    names = list(dict.fromkeys(one.school.short_name for one in cells))
    return Question(
        code,
        Place(file=file, cell=", ".join(one.line.at(column.key) for one in cells[:3])),
        f"{column.key}/{about}/{len(cells)}",
        choices,
        None,
        SheetAnswer(),
        {
            "heading": heading_of(cells[0].line, column),
            "schools": names,
            "count": len(cells),
            "found": found,
        },
    )


def heading_of(line: Line, column: Column) -> str:
    """What the sheet calls a column, failing that what the settings do."""
    at = line.header.columns.get(column.key)
    found = (one.text for one in line.header.captions if one.column == at)
    return next(found, column.title)
