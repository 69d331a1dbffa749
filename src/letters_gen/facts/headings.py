"""The words of a header as they are compared: hyphens and footnote marks of the page taken off,
units told apart, small slips let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from letters_gen.model.folding import folded_alike

# Footnote marks: ¹⁾, 2), [3], *. A figure right behind a word, before its bracket, is one too.
_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰⁾]+|(?<=[^\W\d_])\d{1,2}\)|\[\d{1,2}\]|\*+")
# «7. Зарегистрировано»: a heading's number in a list.
_LISTED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_NOT_SAID = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_UNIT = r"(?:чел(?:овек)?|ед(?:иниц)?|шт(?:ук)?|кол-во|количество|абс)"
_BARE_UNIT = re.compile(rf"{_UNIT}")
_UNIT_BEHIND = re.compile(rf"[,(]\s*(?:в\s+)?{_UNIT}\.?\s*\)?$|\s*\((?:в\s+)?{_UNIT}\.?\)$")
_PERCENT_BEHIND = re.compile(r"[,(]?\s*(?:в\s+)?(?:%+|процент\w*)\s*\)?$")
_BARE_PERCENT = re.compile(r"(?:в\s+)?(?:%+|процент\w*|доля)")
# What isn't the figure of this week: never taken without a question.
_NOT_NOW = re.compile(r"план|прошл|предыдущ|начал|прирост|динамик|отклонен|измен|рейтинг|место")
_NUMBERS = {"двух": "2", "трех": "3", "четырех": "4", "пяти": "5", "десяти": "10"}
_SPELT = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
_ENDING = re.compile(r"(?<=\d)-?(?:х|ти|и)\b")
# What a group above a column may say that makes it another: whose it is, of what time.
_OTHERS = re.compile(
    r"родител|законн|обучающ|учащ|учени[кцч]|школьник|воспитанник|студент|выпускник|дет(?:и|ей|ям)\b"
)
_OTHER_TIME = re.compile(
    r"\bплан(?:а|у|ом|ы|ов\w+|ируем\w+)?\b|прошл|предыдущ|начал[оау]? \w+|прирост|динамик|отклонен"
    r"|изменени|рейтинг|\bза (?:месяц|квартал|год|полугод)"
)
_STAFF = re.compile(r"учител|педагог|сотрудник|работник")
# From here on a slip of the pen is likelier than another word.
_NEAR = 90.0
_SHORTEST = 6


@lru_cache(10_000)
def heading_key(text: str) -> str:
    """A heading as it is compared: its letters and digits alone, Latin look-alikes as Russian; a
    sign that stands alone (`№`) as it is.
    """
    return _NOT_SAID.sub("", _core(text)) or text.strip()


def _core(text: str) -> str:
    """A heading without its unit, its numbers in figures: «более трёх» is «более 3»."""
    plain = _PERCENT_BEHIND.sub("", _UNIT_BEHIND.sub("", _plain(text)))
    return _SPELT.sub(lambda spelt: _NUMBERS[spelt[0]], _ENDING.sub("", plain))


def _plain(text: str) -> str:
    return folded_alike(_FOOTNOTE.sub("", _LISTED.sub("", text)))


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


@lru_cache(10_000)
def says_unit(text: str) -> bool:
    """Whether a heading says what its column counts: `Активность, чел.`"""
    return is_bare_unit(text) or _UNIT_BEHIND.search(_plain(text)) is not None


def is_part_of_whole(text: str) -> bool:
    """Whether a heading says that its column is a part of the one before: `из них служебных`."""
    return _plain(text).startswith(("из них", "в том числе", "в т.ч", "из общего"))


def says_another_time(text: str) -> bool:
    """Whether a heading speaks of a plan, of last week, of a change."""
    return _NOT_NOW.search(_plain(text)) is not None


def is_of_others(text: str, own: Iterable[str]) -> bool:
    """Whether a group speaks of other people, or of another time, than a column's `own` words."""
    own = list(own)
    plain, known = _plain(text), " ".join(map(_plain, own))
    if _OTHER_TIME.search(plain) and not _OTHER_TIME.search(known):
        return True
    return speaks_of_others(text, own)


def speaks_of_others(text: str, own: Iterable[str]) -> bool:
    """Whether a text names pupils, parents or graduates, of whom the `own` words don't speak."""
    known = " ".join(map(_plain, own))
    return bool(set(_OTHERS.findall(_plain(text))) - set(_OTHERS.findall(known)))


def speaks_of_staff(text: str) -> bool:
    """Whether a text names teachers or other staff."""
    return _STAFF.search(_plain(text)) is not None


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


def is_slip(text: str, headings: Iterable[str]) -> bool:
    """Whether a heading is one of `headings` but for a slip of the pen. A word more or less, or one
    that begins otherwise, says something else: «Не зарегистрировано», «из них неслужебных».
    """
    return any(likeness(text, [one]) >= _NEAR and _begin_alike(text, one) for one in headings)


def _begin_alike(text: str, other: str) -> bool:
    words, others = (_WORD.findall(_core(one)) for one in (text, other))
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(one[0] == another[0] for one, another in pairs)
