"""A number agrees with its noun."""

from __future__ import annotations

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
    ],
)
def test_a_number_agrees_with_its_noun(number: int, text: str) -> None:
    assert agreed(number, "школа", "школы", "школ") == text.replace(" ", "\N{NO-BREAK SPACE}")
