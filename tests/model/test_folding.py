"""Two spellings of one name are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.model.folding import folded, folded_district


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
