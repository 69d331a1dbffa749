"""What looks like a value of the week and isn't one that the workspace knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letters_gen.issuing.tagging.finding import TAG

_MONTHS = "январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр"
_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.(?:[А-ЯЁ]\.)?"
# An act is cited by its date and number, and an indicator requires what it does, from week to week.
_ACT = re.compile(
    rf"(?:закон\w*|постановлени\w*|указ\w*|распоряжени\w*|стандарт\w*)[^;]{{0,120}}?№ ?\d[\w/-]*"
    rf"|от [0-9]{{1,2}} (?:{_MONTHS})\w* [0-9]{{4}} ?(?:г\.|года)? ?№ ?[0-9]+-ФЗ|№ ?[0-9]+-ФЗ"
    r"|https?:\S+|ГОСТ\S* [\w.-]+"
    r"|\b(?:менее|более|меньше|больше|ниже|выше) [0-9]+(?:,[0-9]+)? ?%",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\{\{ \S+ \| length \}\} (?!из )[а-яё-]+(?: [а-яё-]+)?")
_STRANGE = tuple(
    re.compile(one)
    for one in (
        r"(?<![\d.])[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?!\d)",
        rf'(?<!\d)"?[0-9]{{1,2}}"? (?:{_MONTHS})\w*(?: [0-9]{{4}})?',
        r"№[0-9][\w./-]*",
        r"(?<![\w,.])[0-9]+(?:,[0-9]+)? ?%",
        r"(?<![\w,.])[0-9]+ из [0-9]+",
        r"[\w.+-]+@[\w-]+\.[\w.-]+\w",
        r"(?<!\d)(?:[0-9]{9,15})(?!\d)",
        rf"{_NAME} {_NAME} [А-ЯЁ][а-яё]+(?:вич|вна|чна)(?:а|у|ем|е|ы|ой)?\b",
        rf"(?!Фамилия){_NAME} {_INITIALS}|(?<![\w.]){_INITIALS}{_NAME}",
        r'(?:М[БКА]?[ОД]+У|ГБОУ|ГКОУ|ЧОУ)(?: [А-ЯЁ]+)? "[^"]+"',
    )
)


def strange_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where something in the plain `text` of a passage, its tags aside, looks like a
    date, a number, a share, a name or a school.
    """
    rest = _ACT.sub(_blank, TAG.sub(_blank, text))
    for shape in _STRANGE:
        for match in shape.finditer(rest):
            yield match.span()
        rest = shape.sub(_blank, rest)


def fixed_words_in(text: str) -> Iterator[str]:
    """What in the plain `text` of a passage stands behind a count, and won't follow it:
    «{{ школы | length }} организаций».
    """
    for match in _COUNTED.finditer(text):
        yield match[0]


def _blank(match: re.Match[str]) -> str:
    """A sign that no value has, so that what stands on both sides isn't read together."""
    return "\0" * len(match[0])
