"""The period that a monitoring's title names, in any of the ways people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from letters_gen.model.period import Period

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_WORD_DATE = (
    r"(?P<{0}d>\d{{1,2}})(?:\s+(?P<{0}m>[а-яё]+))?(?:\s+(?P<{0}y>\d{{4}}))?(?:\s*г(?:ода|\.)?)?"
)
_POINT_DATE = (
    r"(?P<{0}d>\d{{1,2}})\.(?P<{0}m>\d{{1,2}})(?:\.(?P<{0}y>\d{{4}}|\d{{2}}))?(?:\s*г\.?)?"
)
_JOINED = r"\s*(?:по|до|[-–—])\s*"
_POINTS = re.compile(_POINT_DATE.format("s") + _JOINED + _POINT_DATE.format("e"))
_WORDS = re.compile(_WORD_DATE.format("s") + _JOINED + _WORD_DATE.format("e"))
# What a typed period looks like.
PERIOD_SHAPE = r"\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—]\s*\d{1,2}\.\d{1,2}\.\d{4}"
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})" + _JOINED + r"(\d{4}-\d{2}-\d{2})")


def periods_in(texts: Iterable[str]) -> list[Period]:
    """The distinct periods that `texts` name, in their order: `с 08.04.2023 по 14.04.2023`, `8–14
    апреля 2023 г.`
    """
    found: dict[Period, None] = {}
    for text in texts:
        found |= dict.fromkeys(_periods(" ".join(text.lower().split())))
    return list(found)


def _periods(text: str) -> list[Period]:
    matches = [_of_points(match) for match in _POINTS.finditer(text)]
    matches += [_of_words(match) for match in _WORDS.finditer(text)]
    matches += [_between(*map(_iso, match.groups())) for match in _ISO.finditer(text)]
    return [period for period in matches if period is not None]


def _of_points(match: re.Match[str]) -> Period | None:
    end_year = _year(match["ey"])
    if end_year is None:
        return None
    end = _date(end_year, int(match["em"]), int(match["ed"]))
    start_year = _year(match["sy"]) or end_year - (int(match["sm"]) > int(match["em"]))
    return _between(_date(start_year, int(match["sm"]), int(match["sd"])), end)


def _of_words(match: re.Match[str]) -> Period | None:
    end_month = _month(match["em"])
    if end_month is None or match["ey"] is None:
        return None
    start_month = _month(match["sm"]) if match["sm"] else end_month
    if start_month is None:
        return None
    end = _date(int(match["ey"]), end_month, int(match["ed"]))
    start_year = int(match["sy"]) if match["sy"] else int(match["ey"]) - (start_month > end_month)
    return _between(_date(start_year, start_month, int(match["sd"])), end)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _month(word: str | None) -> int | None:
    """The number of a month from its name in any case: «мая» is 5, «марта» is 3."""
    if not word:
        return None
    if re.fullmatch(r"ма[йяюе]|маем", word):
        return 5
    stems = [(number, stem) for number, stem in enumerate(_MONTHS, 1) if stem != "ма"]
    return next((number for number, stem in stems if word.startswith(stem)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _between(start: date | None, end: date | None) -> Period | None:
    return Period(start, end) if start and end and start <= end else None


def typed_period(text: str) -> Period | None:
    """The period that the clerk typed: two dates, `08.04.2023-14.04.2023` or
    `2023-04-08-2023-04-14`; else None.
    """
    found = periods_in([text])
    return found[0] if len(found) == 1 else None


def as_typed(period: Period) -> str:
    """The period as the clerk would type it: `08.04.2023-14.04.2023`."""
    return f"{period.start:%d.%m.%Y}-{period.end:%d.%m.%Y}"


def typed_date(text: str) -> date | None:
    """The date that the clerk typed, `18.04.2023` or `2023-04-18`; None for anything else."""
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None
