"""Names of bodies and districts in their cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.russian.bodies import declined_body
from letters_gen.russian.cases import Case


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
