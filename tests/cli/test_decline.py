"""decline: a clerk tries a name, or looks a list of them through."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk


def test_a_name_is_shown_in_six_cases_with_its_salutation(clerk: Clerk) -> None:
    answer = clerk("decline", "Абакаров Гаджи Камилович")
    assert answer.status == 0
    for form in (
        "Абакарову Гаджи Камиловичу",
        "Абакаровым Гаджи Камиловичем",
        "Уважаемый Гаджи Камилович!",
    ):
        assert form in answer.out
    assert "дательный" in answer.out


def test_the_report_has_the_forms_the_sex_and_what_is_doubtful(clerk: Clerk) -> None:
    [word] = clerk("decline", "Магомедова Аминат Саидовна", "--json").json["words"]
    assert (word["kind"], word["sex"], word["doubtful"], word["why"]) == ("name", "f", False, None)
    assert word["forms"]["dative"] == "Магомедовой Аминат Саидовне"
    assert list(word["forms"]) == [
        "nominative",
        "genitive",
        "dative",
        "accusative",
        "instrumental",
        "prepositional",
    ]


def test_a_post_follows_the_sex_of_the_person(clerk: Clerk) -> None:
    [word] = clerk("decline", "--post", "заведующий", "--sex", "f", "--json").json["words"]
    assert (word["kind"], word["forms"]["dative"]) == ("post", "заведующей")


def test_a_body_is_declined_and_what_is_doubtful_about_it_told(clerk: Clerk) -> None:
    told = clerk("decline", "--body", "Генухская СОШ", "Яндекс.Учебник", "--json").json["words"]
    assert [(word["kind"], word["doubtful"]) for word in told] == [("body", False), ("body", True)]
    assert told[0]["forms"]["genitive"] == "Генухской СОШ"
    answer = clerk("decline", "--body", "Уполномоченный по правам ребёнка")
    assert "Уполномоченному по правам ребёнка" in answer.out


def test_a_name_that_doesnt_tell_the_sex_is_doubtful(clerk: Clerk) -> None:
    [word] = clerk("decline", "Ким Женя", "--json").json["words"]
    assert (word["sex"], word["doubtful"], word["why"]) == (None, True, "sex-unknown")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_a_list_is_looked_through(clerk: Clerk, tmp_path: Path, encoding: str) -> None:
    names = tmp_path / "имена.txt"
    names.write_text("Исаев Магомед Гаджиевич\n\nМуса Ибрагим Мусаевич\n", encoding=encoding)
    words = clerk("decline", "--from", str(names), "--json").json["words"]
    assert [word["text"] for word in words] == ["Исаев Магомед Гаджиевич", "Муса Ибрагим Мусаевич"]


def test_nothing_to_decline_and_a_list_that_isnt_there_are_told(clerk: Clerk) -> None:
    assert clerk("decline").status == 2
    answer = clerk("decline", "--from", "нет.txt")
    assert (answer.status, "нет.txt" in answer.err) == (1, True)
