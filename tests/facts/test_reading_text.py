"""Counts, ИНН, periods and names as people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.facts.cells import (
    NotACountError,
    count_of,
    inn_fits,
    inn_of,
    restored_inn,
    text_of,
)
from letters_gen.facts.period_text import periods_in, typed_date, typed_period
from letters_gen.facts.spreadsheet import column_letters
from letters_gen.model.folding import folded, folded_district
from letters_gen.model.period import Period

WEEK = Period(date(2023, 4, 8), date(2023, 4, 14))


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (0, 0),
        (14.0, 14),
        ("27", 27),
        (" 1 234 ", 1234),
        ("1\N{NO-BREAK SPACE}234", 1234),
        ("5,0", 5),
    ]
    + [(nothing, None) for nothing in ("", " ", "-", "–", "—", "н/д", "Нет данных")],
)
def test_a_count_is_read_and_a_dash_is_no_data(cell: object, count: int | None) -> None:
    assert count_of(cell) == count


@pytest.mark.parametrize(
    "cell", [-1, 1.5, "1,5", "много", "12 чел.", True, datetime(2023, 4, 14), "1e3", "٣", "²"]
)
def test_anything_else_is_no_count(cell: object) -> None:
    with pytest.raises(NotACountError):
        count_of(cell)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.booleans()))
def test_any_cell_is_a_count_no_data_or_refused(cell: object) -> None:
    try:
        count = count_of("" if cell is None else cell)
    except NotACountError:
        return
    assert count is None or count >= 0


@given(st.integers(min_value=0, max_value=10**9))
def test_a_count_is_the_same_as_number_and_as_text(number: int) -> None:
    assert (
        count_of(number)
        == count_of(str(number))
        == count_of(f"{number:,}".replace(",", " "))
        == number
    )


def an_inn(digits: str) -> str:
    """A valid ИНН of ten digits that begins with `digits`."""
    return next(f"{digits}{last}" for last in range(10) if inn_fits(f"{digits}{last}"))


@given(st.integers(min_value=10**7, max_value=10**8 - 1))
def test_the_zero_that_excel_drops_is_restored(number: int) -> None:
    whole = an_inn(f"0{number}")
    assert inn_of(float(whole)) == whole[1:]
    assert restored_inn(whole[1:]) == whole


@given(st.text(alphabet="0123456789", min_size=10, max_size=10))
def test_ten_digits_stay_as_they_are(digits: str) -> None:
    assert restored_inn(digits) == digits


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
    ("one", "other"),
    [
        ("МКОУ «Генухская СОШ»", 'МКОУ  "ГЕНУХСКАЯ СОШ"'),
        ("СОШ № 1", "СОШ №1"),
        ("Посёлок", "поселок"),
        ("Доля, %", "доля,\n%"),
        ("не\N{SOFT HYPHEN}выполнено", "невыполнено"),
        ("директор–учитель", "директор-учитель"),
    ],
)
def test_two_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "written",
    ["МР «Цунтинский район»", "Цунтинский р-н", "ЦУНТИНСКИЙ РАЙОН", "МО Цунтинский район"],
)
def test_a_district_is_known_however_it_is_written(written: str) -> None:
    assert folded_district(written) == folded_district("Цунтинский район")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [(14.0, "14"), (1.5, "1.5"), (date(2023, 4, 8), "08.04.2023"), (" а\n б ", "а б")],
)
def test_a_cell_is_one_line_of_text(cell: object, text: str) -> None:
    assert text_of(cell) == text
