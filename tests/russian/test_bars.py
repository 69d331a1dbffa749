"""The bars, held on the project's own lists: how much is right, and what is flagged as doubtful."""

from __future__ import annotations

from functools import cache

import pytest
from benchmarks.name_lists import OWN, Judged, judged, samples_of

from letters_gen.russian.cases import OBLIQUE
from letters_gen.russian.declension import person


@cache
def results() -> tuple[Judged, ...]:
    return tuple(judged(sample) for sample in samples_of(OWN))


def of_part(part: str) -> list[Judged]:
    return [result for result in results() if result.sample.part == part]


def wrong(of: list[Judged]) -> list[tuple[str, str, str]]:
    return [
        (result.sample.text, result.sample.right, result.form.text)
        for result in of
        if not result.is_right
    ]


@pytest.mark.parametrize(
    ("part", "words", "bar"),
    [
        ("first names", 300, 0.995),
        ("patronymics", 100, 0.995),
        ("surnames", 400, 0.99),
        ("full names", 250, 0.98),
        ("posts", 220, 0.995),
        ("bodies", 380, 0.98),
    ],
)
def test_enough_forms_of_each_part_are_right_in_every_case(
    part: str, words: int, bar: float
) -> None:
    assert len(of_part(part)) >= words * len(OBLIQUE)
    for case in OBLIQUE:
        of_case = [result for result in of_part(part) if result.sample.case is case]
        assert len(wrong(of_case)) <= (1 - bar) * len(of_case), (case, wrong(of_case))


def test_nine_of_ten_wrong_forms_are_flagged() -> None:
    faults = [result for result in results() if not result.is_right]
    assert sum(result.form.is_doubtful for result in faults) >= 0.9 * len(faults), wrong(faults)


@pytest.mark.parametrize(
    "part", ["first names", "patronymics", "surnames", "full names", "posts", "bodies"]
)
def test_few_right_forms_are_flagged(part: str) -> None:
    right = [result for result in of_part(part) if result.is_right]
    assert sum(result.form.is_doubtful for result in right) <= 0.01 * len(right)


def test_the_sex_of_every_full_name_with_a_patronymic_is_told() -> None:
    told = {
        result.sample.text: (person(result.sample.text), result.sample.sex)
        for result in of_part("full names")
    }
    assert not [
        text for text, (word, sex) in told.items() if word.name.patronymic and word.sex != sex
    ]
