"""What the clerk may answer where a head's name or its form isn't certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, SHEET, Clerk
from edits import change_directory
from read_back import text_of

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


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Магомедовa Патимат Алиевна", "head-name-latin-letters"),
        ("Магоме\u00adдова Патимат Алиевна", "head-name-invisible-signs"),
        ("Магомедова Пати\u2011Мат Алиевна", "head-name-other-hyphens"),
    ],
)
def test_signs_that_only_look_right_are_named_and_left_out(head: str, code: str) -> None:
    school = School("", "МКОУ «СОШ»", head=head, post="директор", line=2)
    [doubt] = head_questions(school, head_of(school), "schools.csv")
    assert doubt.code == code
    assert doubt.assumed is not None and doubt.accepts(doubt.assumed)
    assert doubt.assumed.replace("-М", "м") == "Магомедова Патимат Алиевна"


SHORT = [
    "МКОУ «Берихинская ООШ»",
    "МКОУ «Междуреченская СОШ»",
    "МКОУ «Хибиятлинская ООШ»",
    "МКОУ «Хупринская ООШ»",
]


def test_each_head_is_addressed_by_post_and_name_in_the_directorys_order(clerk: Clerk) -> None:
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert (report["issued"], report["already_issued"], report["type"]) == (5, 0, "notice")
    assert [one["school"] for one in report["documents"]] == [*SHORT, "МКОУ «Цехокская НОШ»"]
    assert [one["number"] for one in report["documents"]] == [
        f"01-16/{number}" for number in range(219, 224)
    ]
    assert [one["addressee"] for one in report["documents"]] == [
        "Директору МКОУ «Берихинская ООШ» Газимагомедову Ш.О.",
        "Исполняющей обязанности директора МКОУ «Междуреченская СОШ» Джабраиловой Х.Н.",
        "Директору МКОУ «Хибиятлинская ООШ» Нурудиновой С.М.",
        "Директору МКОУ «Хупринская ООШ» Черных О.В.",
        "Заведующему МКОУ «Цехокская НОШ» Мусе И.М.",
    ]


def test_a_school_without_a_head_gets_its_notice_to_the_post_with_a_warning(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", "")
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    [document] = [one for one in report["documents"] if one["school"] == "МКОУ «Хупринская ООШ»"]
    assert document["addressee"] == "Руководителю МКОУ «Хупринская ООШ»"
    assert "Уважаем" not in text_of(workspace / document["path"])
    [warning] = [one for one in report["warnings"] if one["code"] == "school-without-head"]
    assert "schools.csv, строка 15" in warning["where"]


def test_what_is_doubtful_is_told_and_the_assumed_form_is_taken(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, "Муса Ибрагим Мусаевич", "Топчий Ибрагим Мусаевич")
    checked = clerk("check", SHEET, "--json")
    assert checked.status == 0
    [doubt] = checked.json["doubts"]
    assert (doubt["code"], doubt["id"]) == ("head-form-doubtful", "head-form-doubtful:0538032120")
    assert "schools.csv, строка 18" in doubt["where"]
    assert doubt["assumed"] == doubt["choices"][0] and len(doubt["choices"]) > 1
    answer = clerk(*PRINTED_NOTICES, "--yes", "--json")
    assert [one["id"] for one in answer.json["doubts"]] == [doubt["id"]]
    surname = doubt["assumed"].split()[0]
    assert answer.json["documents"][-1]["addressee"].endswith(f"{surname} И.М.")


def test_a_form_that_the_clerk_has_confirmed_always_wins(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "E-mail", "E-mail;Руководитель (дат.);Должность (дат.)")
    change_directory(
        workspace,
        "school32120@example.org",
        "school32120@example.org;Мусову Ибрагиму Мусаевичу;начальнику",
    )
    assert clerk("check", SHEET, "--json").json["doubts"] == []
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"] == "Начальнику МКОУ «Цехокская НОШ» Мусову И.М."


def test_a_name_that_doesnt_tell_the_sex_stops_until_it_is_answered(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, "Муса Ибрагим Мусаевич;заведующий;", "Ким Женя;директор;")
    checked = clerk("check", SHEET, "--json")
    assert (checked.status, checked.json["doubts"][0]["assumed"]) == (1, None)
    answer = clerk(*PRINTED_NOTICES, "--yes")
    assert answer.status == 1 and "Ким Женя" in answer.err and "«Пол»" in answer.err
    assert not (workspace / "letters").exists()
    change_directory(workspace, "Ким Женя;директор;", "Ким Женя;директор;ж")
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert report["documents"][-1]["addressee"] == "Директору МКОУ «Цехокская НОШ» Ким Ж."


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Омаров Омар (и.о.)", "head-name-odd"),
        ("Гасанова З. М., директор", "head-name-odd"),
        ("рамазанов Рамазан абдулаевич", "head-name-odd"),
        ("ЧЕРНЫХ ОЛЬГА ВИКТОРОВНА", "head-name-odd"),
        ("{{ 7*7 }}", "head-name-odd"),
    ],
)
def test_what_isnt_written_as_a_name_stops_and_says_where(
    clerk: Clerk, workspace: Path, head: str, code: str
) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", head)
    [doubt] = clerk("check", SHEET, "--json").json["doubts"]
    assert (doubt["code"], doubt["assumed"]) == (code, None)
    answer = clerk(*PRINTED_NOTICES, "--yes")
    assert answer.status == 1 and "schools.csv, строка 15" in answer.err
    assert not (workspace / "letters").exists()


@pytest.mark.parametrize(
    "head",
    [
        "Черных О.В.",
        "О.В. Черных",
        "Гаджиев М-А.К.",
        "Мамедов Али Гасан оглы",
        "Сулейман-Стальский Магомед-Расул",
    ],
)
def test_names_as_people_write_them_are_no_oddity(clerk: Clerk, workspace: Path, head: str) -> None:
    change_directory(workspace, "Черных Ольга Викторовна;директор;", f"{head};директор;м")
    assert "head-name-odd" not in [
        doubt["code"] for doubt in clerk("check", SHEET, "--json").json["doubts"]
    ]


def test_a_sex_that_the_name_contradicts_stops(clerk: Clerk, workspace: Path) -> None:
    change_directory(
        workspace, "Черных Ольга Викторовна;директор;", "Черных Ольга Викторовна;директор;м"
    )
    [doubt] = clerk("check", SHEET, "--json").json["doubts"]
    assert (doubt["code"], doubt["assumed"]) == ("head-sex-contradicts", None)


@pytest.mark.parametrize("nobody", ["—", "нет"])
def test_a_dash_is_no_head(clerk: Clerk, workspace: Path, nobody: str) -> None:
    change_directory(workspace, "Черных Ольга Викторовна", nobody)
    assert "school-without-head" in [
        one["code"] for one in clerk("check", SHEET, "--json").json["warnings"]
    ]


def test_a_post_that_names_its_school_isnt_followed_by_it_again(
    clerk: Clerk, workspace: Path
) -> None:
    was = "Черных Ольга Викторовна;директор;"
    change_directory(workspace, was, "Черных Ольга Викторовна;директор МКОУ «Хупринская ООШ»;")
    [document] = clerk(*PRINTED_NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»", "--json").json[
        "documents"
    ]
    assert document["addressee"] == "Директору МКОУ «Хупринская ООШ» Черных О.В."
