"""A number agrees with its noun."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from letters_gen.russian.agreement import agreed
from letters_gen.russian.counted import out_of_so_many


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


@pytest.mark.parametrize(
    ("number", "several", "said"),
    [
        (14, "учителей", "учителей"),
        (21, "учителей", "учителя"),
        (11, "учителей", "учителей"),
        (101, "педагогических работников", "педагогического работника"),
        (31, "обучающихся", "обучающегося"),
        (31, "учителей начальных классов", "учителя начальных классов"),
        (21, "учащихся школ", "учащегося школ"),
        (21, "молодых педагогов района", "молодого педагога района"),
        (1, "детей", "ребёнка"),
        (1, "семей", "семьи"),
        (31, "хрюмзиков", "хрюмзиков"),
    ],
)
def test_what_so_many_are_part_of_agrees_with_their_number(
    number: int, several: str, said: str
) -> None:
    assert out_of_so_many(number, several) == said
