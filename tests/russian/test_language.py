"""Cases, agreement, percentages and requirements as a person writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.documents.inflecting import signature
from letters_gen.model.judgement import Relation, Requirement
from letters_gen.russian.agreement import agreed
from letters_gen.russian.bodies import declined_body
from letters_gen.russian.cases import Case
from letters_gen.russian.numbers import percent, requirement_text, value_text
from letters_gen.russian.phrases import sentence


@pytest.mark.parametrize(
    ("nominative", "in_genitive", "in_dative"),
    [
        (
            "Министерство образования и науки РД",
            "Министерства образования и науки РД",
            "Министерству образования и науки РД",
        ),
        (
            "Министерство просвещения РФ",
            "Министерства просвещения РФ",
            "Министерству просвещения РФ",
        ),
        ("Управление образования", "Управления образования", "Управлению образования"),
        (
            "Главное управление МЧС России",
            "Главного управления МЧС России",
            "Главному управлению МЧС России",
        ),
        (
            "Федеральная служба по надзору",
            "Федеральной службы по надзору",
            "Федеральной службе по надзору",
        ),
        ("Администрация района", "Администрации района", "Администрации района"),
        ("Комитет", "Комитета", "Комитету"),
        (
            "Дагестанский институт развития",
            "Дагестанского института развития",
            "Дагестанскому институту развития",
        ),
        ("Рособрнадзор", "Рособрнадзора", "Рособрнадзору"),
        ("Минобрнауки РД", "Минобрнауки РД", "Минобрнауки РД"),
        ("МКУ «УОМПСиТ»", "МКУ «УОМПСиТ»", "МКУ «УОМПСиТ»"),
        ("Цунтинский район", "Цунтинского района", "Цунтинскому району"),
        ("город Махачкала", "города Махачкалы", "городу Махачкале"),
        ("Бежтинский участок", "Бежтинского участка", "Бежтинскому участку"),
        ("Республика Дагестан", "Республики Дагестан", "Республике Дагестан"),
        ("Московская область", "Московской области", "Московской области"),
    ],
)
def test_bodies_and_districts_in_their_cases(
    nominative: str, in_genitive: str, in_dative: str
) -> None:
    forms = (declined_body(nominative, Case.GENITIVE), declined_body(nominative, Case.DATIVE))
    assert forms == (in_genitive, in_dative)


@given(st.text())
def test_any_name_comes_back_as_some_text(name: str) -> None:
    assert all(isinstance(declined_body(name, case), str) for case in Case)


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


def test_the_signature_has_its_initials_first() -> None:
    assert signature("Абакаров Г.К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"
    assert signature("Абакаров Г. К.") == "Г.К.\N{NO-BREAK SPACE}Абакаров"


def test_phrases_become_one_sentence() -> None:
    assert sentence(["сделать раз", "сделать два"]) == "Сделать раз; сделать два"
    assert sentence([]) == ""
