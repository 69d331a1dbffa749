"""A column without a heading that can only be that of the schools' names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from letters_gen.errors import Place
from letters_gen.facts.cells import text_of
from letters_gen.facts.headers import Header
from letters_gen.facts.school_names import looks_like_a_school
from letters_gen.facts.schools import Directory
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Column

_LOOKED_AT = 60


def with_school_column(
    header: Header, columns: Mapping[str, Column], directory: Directory, file: str
) -> tuple[Header, list[Oddity]]:
    """`header` with the column of the schools' names where that has no heading of ours: the only
    one whose cells read as schools; as it was where there is none, or several.
    """
    if "school" in header.columns or "school" not in columns:
        return header, []
    taken = set(header.columns.values())
    rows = header.grid.rows[header.last + 1 : min(header.end, header.last + 1 + _LOOKED_AT)]
    width = max(map(len, rows), default=0)
    likely = [
        column
        for column in range(width)
        if column not in taken and _holds_schools(rows, column, directory)
    ]
    if len(likely) != 1:
        return header, []
    cell = header.grid.at(header.last, likely[0])
    told = Oddity("school-column-unheaded", Place(file=file, cell=cell))
    return replace(header, columns={**header.columns, "school": likely[0]}), [told]


def _holds_schools(rows: Iterable[Sequence[object]], column: int, directory: Directory) -> bool:
    texts = [text_of(row[column]) for row in rows if column < len(row)]
    words = [text for text in texts if text and not text.replace(".", "").isdigit()]
    named = [text for text in words if looks_like_a_school(text) or directory.by_name(text)]
    return len(named) > 1 and len(named) * 2 > len(words)
