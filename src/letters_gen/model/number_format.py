"""How registration numbers are written and read: `{index}/{seq}`, `{seq:03}/{month}-{yy}`."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

FIELDS = ("index", "seq", "year", "yy", "month")
SEQ = "\ue000"
"""The sign of the running number: one that no number has."""
_INDEX = "\ue001"
_SIGNS = {"index": _INDEX, "seq": SEQ, "year": "\ue002", "yy": "\ue003", "month": "\ue004"}
_SHAPES = {"\ue002": "[0-9]{4}", "\ue003": "[0-9]{2}", "\ue004": "[0-9]{2}"}
_WIDTH, _NO_WIDTH = re.compile("0?[0-9]?"), re.compile("")
# What stands for a part of a date where no day is known.
_UNKNOWN = "…"


def is_number_format(text: str) -> bool:
    """Whether `text` can be a format: it names the running number, and nothing but `FIELDS`; the
    running number alone may have a width (`{seq:03}`).
    """
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return False
    numbers = [part for part in parts if part[1] == "seq"]
    return len(numbers) == 1 and all(_is_field(*part[1:]) for part in parts)


def _is_field(name: str | None, width: str | None, conversion: str | None) -> bool:
    shape = _WIDTH if name == "seq" else _NO_WIDTH
    return name in FIELDS and not conversion and shape.fullmatch(width or "") is not None


def written(text: str, index: str, seq: int, day: date | None) -> str:
    """The number that a format gives; parts of a date that isn't known are `…`."""
    return text.format(index=index, seq=seq, **_dated(day))


@lru_cache(100)
def _dated(day: date | None) -> dict[str, str]:
    """The parts of a day that a number may have: a batch asks for the same again and again."""
    if day is None:
        return dict.fromkeys(("year", "yy", "month"), _UNKNOWN)
    return {"year": f"{day:%Y}", "yy": f"{day:%y}", "month": f"{day:%m}"}


def signed(text: str) -> str:
    """A format with a sign for each of its fields."""
    told = ""
    for literal, name, _, _ in string.Formatter().parse(text):
        told += literal + (_SIGNS[name] if name else "")
    return told


def expression(text: str, indices: Iterable[str]) -> str:
    """What a part of a signed format looks like, as a regular expression."""
    indexed = "|".join(re.escape(index) for index in indices)
    shapes = {**_SHAPES, _INDEX: f"(?:{indexed})"}
    return "".join(shapes.get(sign) or re.escape(sign) for sign in text)
