"""Registration numbers read back from text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from letters_gen.model.number_format import expression
from letters_gen.model.settings import Series

_TAIL = r"(?P<suffix>(?:[а-яёa-z]|[-/.][0-9]+)?)"
# More digits than nine are no running number of any office, and more than a database can hold.
_SEQ = "(?P<seq>[0-9]{1,9})"
_PLAIN = re.compile(f"{_SEQ}{_TAIL}", re.IGNORECASE)
_DASHES = str.maketrans("‐‑‒–—−", "------")


@dataclass(frozen=True)
class Number:
    """A number taken apart: of which series, the running number, and the tail of a paper journal
    (`а`, `-1`).
    """

    series: Series
    seq: int
    suffix: str = ""


def parsed_number(text: str, series: Iterable[Series]) -> Number | None:
    """The number that `text` writes in full (`01-16/219`, `01-16/219а`) in one of `series`; None
    for any other text.
    """
    written = _bare(text).removeprefix("№")
    for one in series:
        match = _pattern(one).fullmatch(written)
        if match:
            return Number(one, int(match["seq"]), match["suffix"].casefold())
    return None


def running_number(text: str) -> tuple[int, str] | None:
    """The running number and its tail where `text` writes no more than these: `219`, `219а`; None
    for other text.
    """
    match = _PLAIN.fullmatch(_bare(text).removeprefix("№"))
    return (int(match["seq"]), match["suffix"].casefold()) if match else None


def _bare(text: str) -> str:
    """A number without what is written in many ways: spaces, and the kind of dash."""
    return "".join(text.split()).translate(_DASHES)


def _pattern(series: Series) -> re.Pattern[str]:
    """What a number of `series` looks like: `133/6-ОД` has its tail before what the format puts
    last.
    """
    indices = [_bare(index) for index in series.all_indices]
    before, after = map(_bare, series.number_parts)
    shown = expression(before.removeprefix("№"), indices)
    return re.compile(f"{shown}{_SEQ}{_TAIL}{expression(after, indices)}", re.IGNORECASE)


def is_same_number(one: str, other: str) -> bool:
    """Whether two numbers are written alike but for spaces, dashes and letter case."""
    return _bare(one).removeprefix("№").casefold() == _bare(other).removeprefix("№").casefold()
