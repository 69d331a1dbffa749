"""Counts, ИНН and texts as people write them into cells."""

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
    ("cell", "text"),
    [(14.0, "14"), (1.5, "1.5"), (date(2023, 4, 8), "08.04.2023"), (" а\n б ", "а б")],
)
def test_a_cell_is_one_line_of_text(cell: object, text: str) -> None:
    assert text_of(cell) == text
