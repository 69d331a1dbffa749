"""Whatever is declined: nothing raises, the nominative is the text, initials and the number of
words stay.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters_gen.russian.bodies import declined_body
from letters_gen.russian.cases import OBLIQUE, Case, Sex
from letters_gen.russian.declension import body, person, post
from letters_gen.russian.name_parts import first_name, patronymic, surname

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SEXES: tuple[Sex | None, ...] = ("m", "f", None)
words = st.text(LETTERS, min_size=2, max_size=12).map(str.capitalize)
anything = (
    st.text(
        st.sampled_from(LETTERS + LETTERS.upper() + " -.,()/«»Gg\N{NO-BREAK SPACE}"), max_size=25
    )
    | st.text()
)


@settings(deadline=None)
@given(anything, st.sampled_from(SEXES), st.sampled_from(list(Case)))
def test_declining_never_raises(text: str, sex: Sex | None, case: Case) -> None:
    for word in (person(text, sex), post(text, sex)):
        assert isinstance(word.in_case(case).text, str)
        assert isinstance(word.shortened(case) + word.signature + word.salutation, str)
    for decline in (first_name, patronymic, surname):
        assert isinstance(decline(text, sex or "m", case).text, str)
    assert isinstance(declined_body(text, case).text, str)
    assert isinstance(body(text).in_case(case).text, str)


@given(anything, st.sampled_from(SEXES))
def test_the_nominative_is_the_text(text: str, sex: Sex | None) -> None:
    assert person(text, sex).in_case(Case.NOMINATIVE).text == text
    assert declined_body(text, Case.NOMINATIVE).text == text


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=4), st.sampled_from(SEXES), st.sampled_from(OBLIQUE))
def test_every_case_keeps_the_number_of_words(name: list[str], sex: Sex | None, case: Case) -> None:
    text = " ".join(name)
    for form in (person(text, sex).in_case(case), post(text.lower(), sex).in_case(case)):
        assert len(form.text.split()) == len(name)
    assert len(declined_body(text, case).text.split()) == len(name)


@pytest.mark.parametrize("shape", ["{surname} {initials}", "{initials} {surname}"])
@given(
    surname=words,
    initials=st.sampled_from(["Г.К.", "Г.", "А.-М.Г.", "Дж.К."]),
    case=st.sampled_from(OBLIQUE),
)
def test_initials_never_change_and_do_not_break_from_their_surname(
    shape: str, surname: str, initials: str, case: Case
) -> None:
    form = person(shape.format(surname=surname, initials=initials), "m").in_case(case).text
    assert initials in form.split("\N{NO-BREAK SPACE}")
    assert " " not in form
