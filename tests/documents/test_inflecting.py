"""Names as they stand beneath a letter."""

from __future__ import annotations

import pytest

from letters_gen.documents.inflecting import in_case, initials, mid_sentence, signature
from letters_gen.russian.cases import Case


def test_the_signature_has_its_initials_first() -> None:
    assert signature("Абакаров Г.К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"
    assert signature("Абакаров Г. К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"


def test_a_double_surname_and_its_initials_do_not_part() -> None:
    hyphen, space = "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"
    assert initials("Тагир-оглы Мамед") == f"Тагир{hyphen}оглы{space}М."
    assert signature("Алиев С.-М.Х.") == f"С.{hyphen}М.Х.{space}Алиев"
    kept = in_case("Тагир-оглы М.", Case.DATIVE)
    assert kept == f"Тагир{hyphen}оглы{space}М."


@pytest.mark.parametrize(
    ("district", "inside"),
    [
        ("Город Махачкала", "городу Махачкале"),
        ("город Махачкала", "городу Махачкале"),
        ("Городской округ «город Каспийск»", "городскому округу «город Каспийск»"),
        ("Цунтинский район", "Цунтинскому району"),
        ("Бежтинский участок", "Бежтинскому участку"),
    ],
)
def test_the_common_word_of_a_district_has_no_capital_inside_a_sentence(
    district: str, inside: str
) -> None:
    assert mid_sentence(in_case(district, Case.DATIVE)) == inside
