"""The words of a header as they are compared: hyphens and footnote marks of the page taken off,
units told apart, small slips let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from letters_gen.model.folding import folded_alike

# Footnote marks: ¹⁾, 2), *. A figure right behind a word, before its bracket, is one too.
_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰⁾]+|(?<=[^\W\d_])\d{1,2}\)|\*+")
_NOT_SAID = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_UNIT = r"(?:чел(?:овек)?|ед(?:иниц)?|шт(?:ук)?|кол-во|количество|абс)"
_BARE_UNIT = re.compile(rf"{_UNIT}")
_UNIT_BEHIND = re.compile(rf"[,(]\s*(?:в\s+)?{_UNIT}\.?\s*\)?$|\s*\((?:в\s+)?{_UNIT}\.?\)$")
_PERCENT_BEHIND = re.compile(r"[,(]?\s*(?:в\s+)?(?:%+|процент\w*)\s*\)?$")
_BARE_PERCENT = re.compile(r"(?:в\s+)?(?:%+|процент\w*|доля)")
# What isn't the figure of this week: never taken without a question.
_NOT_NOW = re.compile(r"план|прошл|предыдущ|начал|прирост|динамик|отклонен|измен|рейтинг|место")
# From here on a slip of the pen is likelier than another word.
NEAR = 90.0
_SHORTEST = 6


@lru_cache(10_000)
def heading_key(text: str) -> str:
    """A heading as it is compared: its letters and digits alone, Latin look-alikes as Russian; a
    sign that stands alone (`№`) as it is.
    """
    plain = _PERCENT_BEHIND.sub("", _UNIT_BEHIND.sub("", _plain(text)))
    return _NOT_SAID.sub("", plain) or text.strip()


def _plain(text: str) -> str:
    return folded_alike(_FOOTNOTE.sub("", text))


@lru_cache(10_000)
def says_percent(text: str) -> bool:
    """Whether a heading says that its column holds percentages."""
    plain = _plain(text)
    return "%" in plain or plain.startswith("доля") or "процент" in plain


@lru_cache(10_000)
def is_bare_percent(text: str) -> bool:
    """Whether a heading says nothing but that: `%`, `доля`."""
    return _BARE_PERCENT.fullmatch(_plain(text) or "-") is not None


@lru_cache(10_000)
def is_bare_unit(text: str) -> bool:
    """Whether a heading says nothing but a unit of counting: `чел.`, `ед.`"""
    return _BARE_UNIT.fullmatch(_plain(text)) is not None


def is_part_of_whole(text: str) -> bool:
    """Whether a heading says that its column is a part of the one before: `из них служебных`."""
    return _plain(text).startswith(("из них", "в том числе", "в т.ч", "из общего"))


def says_another_time(text: str) -> bool:
    """Whether a heading speaks of a plan, of last week, of a change."""
    return _NOT_NOW.search(_plain(text)) is not None


def says_one_of(text: str, headings: Iterable[str]) -> bool:
    """Whether a heading is one of `headings`, but for what people write differently."""
    key = heading_key(text)
    return bool(key) and any(key == heading_key(heading) for heading in headings)


def likeness(text: str, headings: Iterable[str]) -> float:
    """How like a heading is to the likest of `headings`, up to 100; other figures in it make it
    quite another.
    """
    from rapidfuzz import fuzz

    key = heading_key(text)
    likest = 0.0
    for heading in map(heading_key, headings):
        short = min(len(key), len(heading)) < _SHORTEST
        if not short and _DIGITS.findall(key) == _DIGITS.findall(heading):
            likest = max(likest, fuzz.ratio(key, heading))
    return likest
