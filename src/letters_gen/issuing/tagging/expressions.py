"""One value in all the forms in which templates show it: by itself, and through filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from letters_gen.documents.filters import CATALOGUE
from letters_gen.documents.inflecting import Inflected

Filters = Mapping[str, Callable[..., Any]]
_CASES = tuple(one.name for one in CATALOGUE[1:6])
_DATE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}")
# What stands in a case: names and posts, bodies, schools, districts. The last word of a field.
_DECLINED = ("автор", "краткое", "район", "название", "полное", "должность", "школа", "имя")
_NAMES = ("имя", "подпись")
# From these days deadlines are counted, so many working days at most.
_COUNTED = {"письмо.дата": 10, "письмо.срок": 5}
COUNTED_RANK = 10


def said_of(path: str, value: object, filters: Filters) -> Iterator[tuple[str, str, int]]:
    """A field's value by itself and through the filters that change it: expression, text, rank."""
    if isinstance(value, Fraction):
        yield f"{path} | процент", str(filters["процент"](value)), 0
    elif isinstance(value, int):
        yield path, str(value), 0
    elif isinstance(value, str):
        yield path, value, 0
        yield from _filtered(path, value, filters)


def _filtered(path: str, value: str, filters: Filters) -> Iterator[tuple[str, str, int]]:
    if _DATE.fullmatch(value):
        yield f"{path} | словами", filters["словами"](value), 1
        for days in range(1, _COUNTED.get(path, 0) + 1):
            yield f"{path} | срок({days})", filters["срок"](value, days), COUNTED_RANK + days
        return
    for name in ("со_строчной", "с_прописной"):
        yield f"{path} | {name}", filters[name](value), 2
    if path == "письмо.заголовок":
        yield f"{path} | в_кавычках", filters["в_кавычках"](value), 1
    field = path.rpartition(".")[2]
    if value and (isinstance(value, Inflected) or field in _DECLINED):
        yield from _declined(path, value, field, filters)


def _declined(
    path: str, value: str, field: str, filters: Filters
) -> Iterator[tuple[str, str, int]]:
    """A name, a post, a body in the oblique cases; a name short and as one is addressed."""
    is_name = field in (*_NAMES, "руководитель")
    if is_name:
        for name in ("инициалы", "подпись", "обращение"):
            yield f"{path} | {name}", filters[name](value), 1
    for case in _CASES:
        form = filters[case](value)
        yield f"{path} | {case}", form, 1
        if is_name:
            for name in ("инициалы", "подпись"):
                yield f"{path} | {case} | {name}", filters[name](form), 1
        elif field == "район":
            yield f"{path} | {case} | в_тексте", filters["в_тексте"](form), 2
        else:
            yield f"{path} | {case} | с_прописной", filters["с_прописной"](form), 2
