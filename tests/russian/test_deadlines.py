"""Deadlines fall on working days of the Russian calendar and pass over the region's own days
off.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.russian.deadlines import deadline, is_calendar_known, is_working_day


@pytest.mark.parametrize(
    ("day", "working_days", "until"),
    [
        (date(2023, 4, 18), 5, date(2023, 4, 25)),
        (date(2023, 4, 28), 1, date(2023, 5, 2)),  # 29.04 to 01.05
        (date(2023, 5, 5), 1, date(2023, 5, 10)),  # 8 May was moved from 1 January
        (date(2024, 4, 26), 1, date(2024, 4, 27)),  # a working Saturday
        (date(2022, 12, 30), 1, date(2023, 1, 9)),
        (date(2023, 2, 22), 1, date(2023, 2, 27)),
    ],
)
def test_a_deadline_counts_working_days_behind_its_date(
    day: date, working_days: int, until: date
) -> None:
    assert deadline(day, working_days) == until


def test_the_regions_own_days_off_are_passed_over() -> None:
    uraza = (date(2023, 4, 21),)
    assert deadline(date(2023, 4, 18), 3, uraza) == date(2023, 4, 24)


@given(st.dates(date(2023, 1, 1), date(2025, 12, 1)), st.integers(1, 30))
def test_a_deadline_is_a_working_day_with_as_many_working_days_before_it(
    day: date, working_days: int
) -> None:
    until = deadline(day, working_days)
    span = [
        date.fromordinal(number) for number in range(day.toordinal() + 1, until.toordinal() + 1)
    ]
    assert is_working_day(until) and sum(map(is_working_day, span)) == working_days


def test_the_librarys_calendar_has_the_coming_month() -> None:
    """Fails before the table of moved days off runs out: then install a newer `holidays`."""
    today = date.today()  # noqa: TID251 – the table runs out by the real calendar
    assert is_calendar_known((today + timedelta(days=30)).year)


def test_a_year_whose_moved_days_off_nobody_has_set_yet_isnt_known() -> None:
    assert is_calendar_known(2023) and not is_calendar_known(2090)
