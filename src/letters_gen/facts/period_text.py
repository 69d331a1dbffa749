"""The period that a monitoring's title names, in any of the ways people write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from letters_gen.model.period import Period

# Months as their names begin in any case; May is known by its whole word, «ма» begins March too.
_MONTHS = {
    "январ": 1,
    "феврал": 2,
    "март": 3,
    "апрел": 4,
    "июн": 6,
    "июл": 7,
    "август": 8,
    "сентябр": 9,
    "октябр": 10,
    "ноябр": 11,
    "декабр": 12,
}
_SHORTEST = 3
_MAY = re.compile(r"ма[йяюе]|маем")
_WORD_DATE = (
    r"(?P<{0}d>\d{{1,2}})(?:\s+(?P<{0}m>[а-яё]+)\.?)?(?:\s+(?P<{0}y>\d{{4}}))?(?:\s*г(?:ода|\.)?)?"
)
_POINT_DATE = (
    r"(?P<{0}d>\d{{1,2}})\.(?P<{0}m>\d{{1,2}})(?:\.(?P<{0}y>\d{{4}}|\d{{2}}))?(?:\s*г\.?)?"
)
_JOINED = r"\s*(?:по|до|[-–—])\s*"
_POINTS = re.compile(_POINT_DATE.format("s") + _JOINED + _POINT_DATE.format("e"))
_WORDS = re.compile(_WORD_DATE.format("s") + _JOINED + _WORD_DATE.format("e"))
# «С 8 по 14.04.23»: the month and the year are said once.
_DAYS = re.compile(r"(?<![\d.])(?<!№ )(?P<sd>\d{1,2})" + _JOINED + _POINT_DATE.format("e"))
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})" + _JOINED + r"(\d{4}-\d{2}-\d{2})")
_DAY = re.compile(_POINT_DATE.format("s"))
_WORD_DAY = re.compile(_WORD_DATE.format("s"))
# How people write dates besides: «08» апреля, 08/04/2023, 08.04. по 14.04, Latin letters.
_QUOTES = re.compile("[«»„“”\"']")
_SLASHES = re.compile(r"(?<=\d)/(?=\d)")
_SPACED_YEAR = re.compile(r"(?<=\d\.\d\d) (?=20\d\d\b)")
_STOP = re.compile(r"(?<=\d\.\d\d)\.(?=\s*(?:[-–—]|по|до))|(?<=\d)(?:\.{2,}|…)(?=\d)")
_ALIKE = str.maketrans("aceopxy", "асеорху")
_OF_ANOTHER_TIME = re.compile(r"\bсрок\w*|предыдущ|предшеств|прошл|следующ|сравнени", re.IGNORECASE)
_OF_A_PAPER = re.compile(
    r"приказ|письм|распоряж|постановл|протокол|утвержд|\bот\s+\d{1,2}\.|\bред\.|формирован|обновл|выгруз",
    re.IGNORECASE,
)
# What a typed period looks like.
PERIOD_SHAPE = r"\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—]\s*\d{1,2}\.\d{1,2}\.\d{4}"


def periods_in(texts: Iterable[str]) -> list[Period]:
    """The distinct periods that `texts` name, in their order: `с 08.04.2023 по 14.04.2023`, `8–14
    апреля 2023 г.`
    """
    found: dict[Period, None] = {}
    for text in texts:
        found |= dict.fromkeys(_periods(_tidy(text)))
    return list(found)


# In the name of a file: 2023_04_08, 20230408, 08-04-2023; and what stands between two dates.
_DATE = re.compile(
    r"(?<!\d)(?P<y>20\d\d)[_.]?(?P<m>0\d|1[0-2])[_.]?(?P<d>[0-3]\d)(?!\d)"
    r"|(?<![\d-])(?P<ld>[0-3]\d)[_-](?P<lm>0\d|1[0-2])[_-](?P<ly>20\d\d)(?!\d)"
)
_BETWEEN = re.compile(r"(?<=\d)[_ ]+(?=\d)")


def spelt_out(name: str) -> str:
    """The name of a file, its dates as people write them: `2023_04_08_2023_04_14`."""
    return _BETWEEN.sub(" - ", _DATE.sub(_spelt_date, name)).replace("_", " ")


def _spelt_date(match: re.Match[str]) -> str:
    if match["y"]:
        return f"{match['y']}-{match['m']}-{match['d']}"
    return f"{match['ld']}.{match['lm']}.{match['ly']}"


def of_this_time(texts: Iterable[str]) -> list[str]:
    """`texts` up to where they speak of another time: of a term, of the week before."""
    return [_OF_ANOTHER_TIME.split(text, 1)[0] for text in texts]


def _tidy(text: str) -> str:
    plain = _QUOTES.sub("", text.lower().translate(_ALIKE))
    plain = _SPACED_YEAR.sub(".", _SLASHES.sub(".", plain))
    return " ".join(_STOP.sub("-", plain).replace("-по", " по").replace("- по", " по").split())


def of_no_paper(texts: Iterable[str]) -> list[str]:
    """Those of `texts` that don't speak of a letter, an order, of when the sheet was made: their
    dates bound no period.
    """
    return [text for text in texts if not _OF_A_PAPER.search(text)]


def dates_in(texts: Iterable[str]) -> list[date]:
    """The distinct days that `texts` name in full, in their order: `14.04.2023`, `14 апреля 2023
    г.`
    """
    found: dict[date, None] = {}
    for text in texts:
        plain = _tidy(text)
        matches: list[tuple[re.Match[str], Callable[[str], int]]] = [
            (match, int) for match in _DAY.finditer(plain)
        ]
        matches += [(match, _month) for match in _WORD_DAY.finditer(plain)]
        for match, month_of in matches:
            if match["sm"] and match["sy"]:
                day = _date(_year(match["sy"]), month_of(match["sm"]), int(match["sd"]))
                found |= {day: None} if day else {}
    return list(found)


def _periods(text: str) -> Iterator[Period]:
    found = [_written_period(match, int) for match in _POINTS.finditer(text)]
    found += [_written_period(match, int) for match in _DAYS.finditer(text)]
    found += [_written_period(match, _month) for match in _WORDS.finditer(text)]
    found += [_between(_iso(match[1]), _iso(match[2])) for match in _ISO.finditer(text)]
    return filter(None, found)


def _written_period(match: re.Match[str], month_of: Callable[[str], int]) -> Period | None:
    """The period of a match that names day, month and year of the start and of the end; what the
    start leaves out is as in the end.
    """
    if not match["em"] or not match["ey"]:
        return None
    end_month, end_year = month_of(match["em"]), _year(match["ey"])
    start_month, start_year = end_month, end_year
    said = match.groupdict()
    if said.get("sm"):
        start_month = month_of(match["sm"])
    if said.get("sy"):
        start_year = _year(match["sy"])
    elif start_month > end_month:
        start_year -= 1
    start = _date(start_year, start_month, int(match["sd"]))
    return _between(start, _date(end_year, end_month, int(match["ed"])))


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _month(word: str) -> int:
    """The number of a month from its name in any case, or cut short: «мая» is 5, «марта» and «мар»
    are 3; 0 for any other word.
    """
    if _MAY.fullmatch(word):
        return 5
    short = word if len(word) >= _SHORTEST else word + "."
    return next(
        (n for stem, n in _MONTHS.items() if word.startswith(stem) or stem.startswith(short)), 0
    )


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
