"""Weeks and days as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.facts.period_text import periods_in, spelt_out, typed_date, typed_period
from letters_gen.model.period import Period

WEEK = Period(date(2023, 4, 8), date(2023, 4, 14))


@pytest.mark.parametrize(
    "text",
    [
        "за период с 08.04.2023 по 14.04.2023",
        "с 8 по 14 апреля 2023 г.",
        "8–14 апреля 2023 года",
        "08.04-14.04.2023",
        "08.04.23 – 14.04.23",
        "2023-04-08 - 2023-04-14",
        "Мониторинг с 08.04.2023г. по 14.04.2023г.",
        "с 8.04 по 14.04 2023 г.",
    ],
)
def test_one_week_in_the_ways_people_write_it(text: str) -> None:
    assert periods_in([text]) == [WEEK]


@pytest.mark.parametrize(
    "text",
    ["", "14.04.2023", "с 14.04.2023 по 08.04.2023", "тел. 5-06-16", "с 30.02.2023 по 31.02.2023"],
)
def test_what_names_no_period(text: str) -> None:
    assert periods_in([text]) == []


def test_a_week_across_the_new_year() -> None:
    assert periods_in(["29.12-04.01.2023"]) == [Period(date(2022, 12, 29), date(2023, 1, 4))]
    assert periods_in(["с 29 декабря по 4 января 2023 г."]) == [
        Period(date(2022, 12, 29), date(2023, 1, 4))
    ]


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@given(days, st.integers(min_value=0, max_value=300))
def test_a_period_written_in_figures_is_read_back(start: date, length: int) -> None:
    from datetime import timedelta

    period = Period(start, start + timedelta(days=length))
    text = f"{period.start:%d.%m.%Y}-{period.end:%d.%m.%Y}"
    assert typed_period(text) == period
    assert Period.of_subject(period.subject) == period


@given(days)
def test_a_date_is_typed_in_two_ways(day: date) -> None:
    assert typed_date(f"{day:%d.%m.%Y}") == typed_date(day.isoformat()) == day


@given(st.text())
def test_no_text_breaks_the_reading_of_periods(text: str) -> None:
    periods_in([text])


@pytest.mark.parametrize(
    "name",
    [
        "monitoring_2023_04_08_2023_04_14",
        "Сферум_08-04-2023_14-04-2023",
        "мониторинг_08_04_2023_14_04_2023",
        "20230408_20230414",
        "2023-04-08-2023-04-14",
        "с 08.04.2023 по 14.04.2023",
        "08.04.2023_14.04.2023 (1)",
    ],
)
def test_a_week_in_the_name_of_a_file(name: str) -> None:
    assert periods_in([spelt_out(name)]) == [WEEK]


@pytest.mark.parametrize(
    "name", ["01-16_219 Письмо", "2023-04-14", "538031006_1", "отчёт_14_04_2023"]
)
def test_a_file_whose_name_tells_no_week(name: str) -> None:
    assert periods_in([spelt_out(name)]) == []
