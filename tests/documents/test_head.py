"""What the clerk may answer where a head's name or its form isn't certain."""

from __future__ import annotations

import pytest

from letters_gen.documents.head import head_of, head_questions
from letters_gen.model.school import School


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [
        ("Омаров Омар Алиевич", True),
        ("Омаров О.А.", True),
        ("и.о. Омаров", False),
        ("омаров омар", False),
        ("не знаю", False),
    ],
)
def test_a_name_is_answered_with_a_name(answer: str, is_one: bool) -> None:
    school = School("", "МКОУ «СОШ»", head="Омаров Омар (и.о.)", post="директор", line=2)
    [doubt] = head_questions(school, head_of(school), "schools.csv")
    assert (doubt.code, doubt.accepts(answer)) == ("head-name-odd", is_one)


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [("Хейфецу Ивану Ильичу", True), ("хейфецу ивану ильичу", True), ("м", False)],
)
def test_a_form_is_answered_with_a_form(answer: str, is_one: bool) -> None:
    school = School("", "МКОУ «СОШ»", head="Хейфец Иван Ильич", post="директор", line=2)
    [doubt] = head_questions(school, head_of(school), "schools.csv")
    assert (doubt.code, doubt.accepts(answer)) == ("head-form-doubtful", is_one)
