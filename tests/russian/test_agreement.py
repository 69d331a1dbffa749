"""A number agrees with its noun."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from letters_gen.russian.agreement import agreed


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1 школа"),
        (2, "2 школы"),
        (5, "5 школ"),
        (11, "11 школ"),
        (21, "21 школа"),
        (112, "112 школ"),
        ("21", "21 школа"),
        ("1,5", "1,5 школы"),
        (Decimal("2.50"), "2,5 школы"),
        (Fraction(7, 3), "2,3 школы"),
        ("5,0", "5 школ"),
        ("–", "–"),
    ],
)
def test_a_number_agrees_with_its_noun(number: object, text: str) -> None:
    assert agreed(number, "школа", "школы", "школ") == text.replace(" ", "\N{NO-BREAK SPACE}")
