"""Values are set as form.md asks, whatever the clerk typed; what a template has typed is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters_gen.russian.typography import KEPT_HYPHEN, typeset, typographic_faults

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ('МКОУ "Генухская СОШ"', "МКОУ «Генухская СОШ»"),
        ("МКОУ “Генухская СОШ”", "МКОУ «Генухская СОШ»"),
        ('ООО "Фирма "Заря""', "ООО «Фирма „Заря“»"),
        ("«ёлочки» и „лапки“", "«ёлочки» и~„лапки“"),
        ("понедельник - пятница", "понедельник~– пятница"),
        ("школа-интернат", "школа-интернат"),
        ("№ 5", "№~5"),
        ("№5", "№~5"),
        ("Абакаров Г.К.", "Абакаров~Г.К."),
        ("Г. К. Абакаров", "Г.К.~Абакаров"),
        ("Г.К. Абакаров", "Г.К.~Абакаров"),
        ("Тагир-оглы М.", "Тагир=оглы~М."),
        ("Сулейман-Стальский М-Р.А.", "Сулейман=Стальский~М=Р.А."),
        ("С.-М.Х. Алиев", "С.=М.Х.~Алиев"),
        ("письмо № 01-16/219 от 18.04.2023", "письмо №~01=16/219 от 18.04.2023"),
        ("с. Цунта", "с.~Цунта"),
        ("Петров А. Б.", "Петров~А.Б."),
        ("Петров А. Б., Иванов В. Г.", "Петров~А.Б., Иванов~В.Г."),
        ("2022-2023 учебный год", "2022–2023 учебный год"),
        ("2022 - 2023", "2022–2023"),
        ("тел. 8-800-2022-2023", "тел. 8-800-2022-2023"),
        ("10 %", "10%"),
        ("и т. д.", "и~т.~д."),
        ("«Детский сад «Ласточка»»", "«Детский сад „Ласточка“»"),
        ("«Детский сад «Ласточка»", "«Детский сад «Ласточка»"),  # which of them closes isn't told
        ("18 апреля 2023 г.", "18 апреля 2023~г."),
        ("о работе в школе", "о~работе в~школе"),
        ("два  пробела", "два пробела"),
        ("45,3%", "45,3%"),
        ("https://vk.com/sferum - 2", "https://vk.com/sferum - 2"),
        ("88722-55-06-16", "88722-55-06-16"),
        ("06-5649/06-18/23", "06-5649/06-18/23"),
        ("", ""),
    ],
)
def test_a_value_is_set_as_the_form_asks(typed: str, set_as: str) -> None:
    assert typeset(typed) == set_as.replace("~", NBSP).replace("=", KEPT_HYPHEN)


@given(st.text(alphabet='абвГДЕ "«»„“№.-–125 г' + NBSP, max_size=30))
def test_setting_a_value_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(st.text(max_size=40))
def test_no_letter_and_no_digit_is_ever_lost(text: str) -> None:
    kept = [sign for sign in typeset(text) if sign.isalnum()]
    assert kept == [sign for sign in text if sign.isalnum()]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ('школа "Заря"', "form-quotes"),
        ("два  пробела", "form-two-spaces"),
        ("Москва - столица", "form-hyphen"),
        ("№ 149-ФЗ", "form-number-breaks"),
        ("Г.К. Абакаров", "form-initials-break"),
    ],
)
def test_what_departs_from_the_form_is_told(typed: str, code: str) -> None:
    assert [found for found, _ in typographic_faults(typed)] == [code]
    assert not list(typographic_faults(typeset(typed)))
