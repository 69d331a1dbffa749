"""Whole numbers in words."""

from __future__ import annotations

import pytest

from letters_gen.documents.filters import CATALOGUE
from letters_gen.russian.numerals import LARGEST, spelled_out
from letters_gen.russian.paradigms import Gender


@pytest.mark.parametrize(
    ("number", "gender", "words"),
    [
        (0, "m", "ноль"),
        (1, "m", "один"),
        (21, "f", "двадцать одна"),
        (2, "n", "два"),
        (31, "n", "тридцать одно"),
        (12, "f", "двенадцать"),
        (45, "m", "сорок пять"),
        (-7, "m", "минус семь"),
        (1_002, "f", "одна тысяча две"),
        (2_000_001, "m", "два миллиона один"),
        (5_311_000, "m", "пять миллионов триста одиннадцать тысяч"),
    ],
)
def test_a_number_in_words_follows_the_gender_of_what_is_counted(
    number: int, gender: Gender, words: str
) -> None:
    assert spelled_out(number, gender) == words


def test_the_largest_number_has_words() -> None:
    assert spelled_out(LARGEST).startswith("девятьсот девяносто девять триллионов")


@pytest.mark.parametrize(
    ("value", "noun", "words"),
    [
        (21, (), "двадцать один"),
        ("21", ("ж",), "двадцать одна"),
        (21, ("школа", "школы", "школ"), "двадцать одна\N{NO-BREAK SPACE}школа"),
        (2, ("учреждение", "учреждения", "учреждений"), "два\N{NO-BREAK SPACE}учреждения"),
        ("нет данных", ("ж",), "нет данных"),
        ("1,5", (), "1,5"),
    ],
)
def test_the_filter_takes_a_gender_or_a_noun(
    value: object, noun: tuple[str, ...], words: str
) -> None:
    [spelled] = [one.function for one in CATALOGUE if one.name == "прописью"]
    assert spelled(value, *noun) == words
