"""Dates as documents write them (form: requisite 10)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

_NBSP = "\N{NO-BREAK SPACE}"


@lru_cache(1_000)
def numeric(day: date) -> str:
    """The date in figures, with leading zeros: `05.04.2023`."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


@lru_cache(1_000)
def worded(day: date) -> str:
    """The date in words: `5 апреля 2023 г.`, its parts joined by non-breaking spaces."""
    # What knows the months takes longer to load than most commands to run.
    from babel.dates import format_date

    return format_date(day, f"d'{_NBSP}'MMMM'{_NBSP}'y'{_NBSP}г.'", locale="ru")


def span(start: date, end: date) -> str:
    """A period in words: `8–14 апреля 2023 г.`, `28 апреля – 4 мая 2023 г.`; of one day that
    day.
    """
    if start == end:
        return worded(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{worded(end)}"
    if start.year == end.year:
        return f"{worded(start).partition(_NBSP + str(start.year))[0]} – {worded(end)}"
    return f"{worded(start)} – {worded(end)}"
