"""Deadlines in working days: the country's calendar with its moved days off, and the region's own
days off.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@cache
def _calendar() -> HolidayBase:
    from holidays import country_holidays

    return country_holidays("RU")


def is_working_day(day: date, days_off: Collection[date] = ()) -> bool:
    """Whether people work on `day` (library `holidays`: moved days off and working Saturdays
    included).
    """
    return day not in days_off and bool(_calendar().is_working_day(day))


@cache
def is_calendar_known(year: int) -> bool:
    """Whether the library has the days off that the government has moved in `year`: it moves some
    every year.
    """
    from holidays import country_holidays

    return any(
        "substituted" in name
        for name in country_holidays("RU", years=year, language="en_US").values()
    )


def working_days_late(due: date, day: date, days_off: Collection[date] = ()) -> int:
    """How many working days lie after `due` up to `day`, which counts; 0 where it isn't later."""
    following = (due + timedelta(days=number) for number in range(1, (day - due).days + 1))
    return sum(is_working_day(one, days_off) for one in following)


@lru_cache(1_000)
def deadline(day: date, working_days: int, days_off: tuple[date, ...] = ()) -> date:
    """The day that is so many working days after `day`, which itself doesn't count (ГК РФ, ст. 191,
    193).
    """
    current, left = day, working_days
    while left:
        current += timedelta(days=1)
        left -= is_working_day(current, days_off)
    return current
