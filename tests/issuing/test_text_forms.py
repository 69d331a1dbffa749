"""Bodies, districts and posts that a template puts in a case: what isn't certain of them is asked
before a number is taken, and the answer is kept in letters.toml.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import docx
import pytest
from clerk import SHEET, Clerk
from edits import change_directory, extend_settings
from read_back import text_of
from template_office import TYPE
from terminal import typed

# Its last word has no gender that an ending tells: Тляратли or Тляратлю.
AUTHOR = "Город Тляратль"
BASIS = ("--basis-author", AUTHOR, "--basis-number", "06-1", "--basis-date", "17.04.2023")
ASKED = ("issue", "t", SHEET, "--date", "18.04.2023", *BASIS)
DATIVE = f"text-form-doubtful:{AUTHOR}/dative"


def template(workspace: Path, *texts: str, each: bool = False) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(workspace / "templates/t.docx"))
    extend_settings(workspace, TYPE.replace("each = false", f"each = {str(each).lower()}"))


def doubts(clerk: Clerk, *asked: str) -> list[str]:
    answer = clerk(*(asked or (*ASKED, "--dry-run")), "--json")
    assert answer.status == 0, answer.err
    return [doubt["id"] for doubt in answer.json["doubts"]]


def issued_text(clerk: Clerk, workspace: Path) -> str:
    answer = clerk(*ASKED, "--yes", "--json")
    assert answer.status == 0, answer.err
    return text_of(workspace / answer.json["documents"][0]["path"])


def settings(workspace: Path) -> dict[str, Any]:
    return tomllib.loads((workspace / "letters.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "Сообщаем: {{ основание.автор | дательный }}",
        "Сообщаем: {{ основание.автор | дт | с_прописной }}",
        "{% set кому = основание.автор %}Сообщаем: {{ кому | дт }}",
    ],
)
def test_a_case_that_the_template_uses_is_asked_about(
    clerk: Clerk, workspace: Path, text: str
) -> None:
    template(workspace, text)
    answer = clerk(*ASKED, "--dry-run", "--json")
    [doubt] = answer.json["doubts"]
    assert doubt["id"] == DATIVE
    assert doubt["assumed"] == "Городу Тляратли"
    assert doubt["choices"] == ["Городу Тляратли", "Городу Тляратлю"]
    assert "дательный" in doubt["text"]


def test_the_cases_that_no_template_uses_arent(clerk: Clerk, workspace: Path) -> None:
    template(workspace, "{{ основание.автор }}, {{ учреждение.район | предложный }}")
    assert doubts(clerk) == []


def test_the_answer_is_kept_in_the_settings_and_stands_in_the_letter(
    clerk: Clerk, workspace: Path
) -> None:
    template(workspace, "Сообщаем: {{ основание.автор | дательный }}.")
    asked = [("Номер или верная форма", "2\r"), ("выпустить", "д\r")]
    status, shown = typed(workspace, asked, *ASKED)
    assert status == 0, shown
    assert settings(workspace)["forms"] == {AUTHOR: {"dative": "Городу Тляратлю"}}
    assert clerk("doctor").status in (0, 1)  # the settings can still be read
    [path] = (workspace / "letters/2023").glob("*.docx")
    assert "Сообщаем: Городу Тляратлю." in text_of(path)


def test_a_form_given_by_hand_wins_however_its_text_is_quoted(
    clerk: Clerk, workspace: Path
) -> None:
    extend_settings(workspace, "[forms.'МКУ \"УОМПСиТ\"']\ngenitive = 'учреждения \"УОМПСиТ\"'\n")
    template(workspace, "От {{ учреждение.краткое | родительный }}")
    assert "От учреждения «УОМПСиТ»" in issued_text(clerk, workspace)


def test_what_the_letters_to_schools_decline_is_asked_about(clerk: Clerk, workspace: Path) -> None:
    template(workspace, "О {{ школа.название | предложный }}", each=True)
    change_directory(workspace, "МКОУ «Асахская СОШ»", "Ургатль")
    found = doubts(clerk, *ASKED, "--dry-run")
    assert "text-form-doubtful:Ургатль/prepositional" in found


def test_check_asks_about_what_the_templates_of_the_week_use(clerk: Clerk, workspace: Path) -> None:
    change_directory(workspace, "Нурудинова Сапият Мусаевна", "Хейфец Пётр Иванович")
    before = doubts(clerk, "check", SHEET)
    template(workspace, "{{ школа.руководитель | винительный }}", each=True)
    assert sorted({*doubts(clerk, "check", SHEET)} - {*before}) == [
        "head-case-doubtful:0538031849/accusative"
    ]


def test_check_asks_about_the_author_of_the_covering_letter(clerk: Clerk, workspace: Path) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    text = sidecar.read_text(encoding="utf-8")
    sidecar.write_text(
        text.replace("Министерство образования и науки РД", AUTHOR), encoding="utf-8"
    )
    assert f"text-form-doubtful:{AUTHOR}/genitive" in doubts(clerk, "check", SHEET)


def test_check_tells_a_template_that_it_cannot_look_at(clerk: Clerk, workspace: Path) -> None:
    template(workspace, "{{ нет_такого }}")
    answer = clerk("check", SHEET, "--json")
    assert answer.status == 0
    assert "template check" in clerk("check", SHEET).out
    [told] = [one for one in answer.json["warnings"] if one["code"] == "forms-unasked"]
    assert "t.docx" in told["where"]
