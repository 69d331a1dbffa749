"""Schools named in a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letters_gen.documents.school_lists import collapsed, named_schools


def test_numbered_schools_of_one_kind_are_written_together() -> None:
    names = [
        "МБОУ «СОШ № 7»",
        "МБОУ «Лицей № 3»",
        "МБОУ «СОШ № 3»",
        "МКОУ «СОШ № 5»",
        "МБОУ «СОШ №5»",
    ]
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in collapsed(names)] == [
        "МБОУ «СОШ № 3, 5, 7»",
        "МБОУ «Лицей № 3»",
        "МКОУ «СОШ № 5»",
    ]


def test_a_letter_behind_the_number_or_another_name_keeps_a_school_apart() -> None:
    names = ["МБОУ «СОШ № 3а»", "МБОУ «СОШ № 3 им. Гаджиева»", "МБОУ «СОШ № 3»"]
    assert len(collapsed(names)) == 3


def test_more_schools_than_are_named_are_counted() -> None:
    names = [f"МКОУ «Школа {letter}»" for letter in "АБВ"]
    assert named_schools(names, 3, collapse=False) == ", ".join(names)
    told = named_schools(names, 2, collapse=False).replace("\N{NO-BREAK SPACE}", " ")
    assert told == "3 организации согласно приложению"


@given(st.lists(st.integers(1, 60), min_size=1, unique=True))
def test_no_number_is_lost_or_doubled(numbers: list[int]) -> None:
    [written] = collapsed([f"МБОУ «СОШ № {number}»" for number in numbers])
    inside = written.partition("№")[2].strip(" »\N{NO-BREAK SPACE}")
    assert [int(one) for one in inside.split(", ")] == sorted(numbers)
