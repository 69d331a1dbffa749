"""Columns without a heading of ours that can only be those of the schools' names and their ИНН."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from letters_gen.errors import Place
from letters_gen.facts.cells import inn_fits, inn_of, restored_inn, text_of
from letters_gen.facts.headers import Header
from letters_gen.facts.school_names import looks_like_a_school
from letters_gen.facts.schools import Directory
from letters_gen.model.column import Column
from letters_gen.model.oddity import Oddity

_LOOKED_AT = 60

Holds = Callable[[str], bool]


def with_unheaded_columns(
    header: Header, columns: Mapping[str, Column], directory: Directory, file: str
) -> tuple[Header, list[Oddity]]:
    """`header` with the columns of the schools' names and of their ИНН where these have no heading
    of ours: the only one whose cells read so; as it was where there is none, or several.
    """

    def names_a_school(text: str) -> bool:
        return looks_like_a_school(text) or directory.by_name(text) is not None

    told: list[Oddity] = []
    known: tuple[tuple[str, Holds], ...] = (("school", names_a_school), ("inn", _is_an_inn))
    for key, holds in known:
        at = _only_column(header, holds) if key in columns and key not in header.columns else None
        if at is not None:
            header = replace(header, columns={**header.columns, key: at})
            place = Place(file=file, cell=header.grid.at(header.last, at))
            told.append(Oddity("column-unheaded", place, {"column": columns[key].headings[0]}))
    return header, told


def _is_an_inn(text: str) -> bool:
    return inn_fits(restored_inn(inn_of(text)))


def _only_column(header: Header, holds: Holds) -> int | None:
    """The only free column most of whose words `holds`; None where there is none, or several."""
    taken = set(header.columns.values())
    rows = header.grid.rows[header.last + 1 : min(header.end, header.last + 1 + _LOOKED_AT)]
    width = max(map(len, rows), default=0)
    likely = [at for at in range(width) if at not in taken and _is_mostly(rows, at, holds)]
    return likely[0] if len(likely) == 1 else None


def _is_mostly(rows: Iterable[Sequence[object]], column: int, holds: Holds) -> bool:
    texts = [text_of(row[column]) for row in rows if column < len(row)]
    filled = [text for text in texts if text]
    fitting = sum(map(holds, filled))
    return fitting > 1 and fitting * 2 > len(filled)
