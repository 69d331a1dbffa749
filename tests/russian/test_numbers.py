"""Percentages, requirements and values as a person writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.model.judgement import Relation, Requirement
from letters_gen.russian.numbers import percent, requirement_text, value_text


@pytest.mark.parametrize(
    ("share", "bound", "text"),
    [
        (Fraction(0), None, "0%"),
        (Fraction(1), None, "100%"),
        (Fraction(102, 441), None, "23,1%"),
        (Fraction(1, 2), None, "50%"),
        (Fraction(7996, 10000), Fraction(4, 5), "79,96%"),
        (Fraction(99999, 100000), Fraction(1), "99,999%"),
        (Fraction(8004, 10000), Fraction(4, 5), "80,04%"),
        (Fraction(4, 5), Fraction(4, 5), "80%"),
    ],
)
def test_a_percentage_has_a_comma_and_is_never_rounded_across_its_requirement(
    share: Fraction, bound: Fraction | None, text: str
) -> None:
    assert percent(share, bound) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 100))
def test_what_is_shown_lies_on_the_same_side_of_the_requirement(
    part: int, whole: int, required: int
) -> None:
    share, bound = Fraction(part, whole), Fraction(required, 100)
    shown = Fraction(percent(share, bound).rstrip("%").replace(",", ".")) / 100
    assert (shown > bound, shown < bound) == (share > bound, share < bound)


def test_requirements_and_values_in_words() -> None:
    assert requirement_text(Requirement(Relation.AT_LEAST, Fraction(4, 5))) == "не менее 80%"
    assert requirement_text(Requirement(Relation.AT_MOST, 3)) == "не более 3"
    assert requirement_text(Requirement(Relation.EQUALS, "Активен")) == "Активен"
    assert value_text(None) == "–"
