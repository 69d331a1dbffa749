"""Names of bodies and districts in their cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.russian.bodies import declined_body
from letters_gen.russian.cases import Case
from letters_gen.russian.declension import body
from letters_gen.russian.forms import Form


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
        ("Городской округ г. Кизляр", "Городского округа г. Кизляр", "Городскому округу г. Кизляр"),
        ("Славный г. Кизляр", "Славного г. Кизляра", "Славному г. Кизляру"),
        ("Бежтинский участок", "Бежтинского участка", "Бежтинскому участку"),
        ("Республика Дагестан", "Республики Дагестан", "Республике Дагестан"),
        ("Московская область", "Московской области", "Московской области"),
    ],
)
def test_bodies_and_districts_in_their_cases(
    nominative: str, in_genitive: str, in_dative: str
) -> None:
    forms = (declined_body(nominative, Case.GENITIVE), declined_body(nominative, Case.DATIVE))
    assert forms == (Form(in_genitive), Form(in_dative))


@pytest.mark.parametrize(
    "name",
    [
        "ГКУ Центр занятости населения",  # some decline what follows an abbreviation
        "Дагэлектросети",  # of nets, or nets themselves
        "Ихкрек",  # a vowel that may fall out
        "Кидеро",  # a neuter, or what doesn't decline
        "Яндекс.Учебник",
    ],
)
def test_what_neither_dictionary_nor_grammar_tells_is_doubtful(name: str) -> None:
    assert declined_body(name, Case.DATIVE).is_doubtful


@pytest.mark.parametrize(
    ("text", "accusative"),
    [
        # an office is declined as a person's post, a body as a thing
        ("Уполномоченный по правам ребёнка", "Уполномоченного по правам ребёнка"),
        ("Первый заместитель министра", "Первого заместителя министра"),
        ("Врио Главы", "Врио Главы"),
        ("сельское поселение", "сельское поселение"),
        ("Управляющий совет", "Управляющий совет"),
        ("Рабочий орган", "Рабочий орган"),
        ("Заведующая детским садом", "Заведующую детским садом"),
        ("Мировой судья", "Мирового судью"),
        ("Мировой суд", "Мировой суд"),
    ],
)
def test_an_office_is_told_from_a_body_by_what_it_is_of(text: str, accusative: str) -> None:
    assert body(text).in_case(Case.ACCUSATIVE).text == accusative


@given(st.text())
def test_any_name_comes_back_as_some_text(name: str) -> None:
    assert all(isinstance(declined_body(name, case).text, str) for case in Case)
