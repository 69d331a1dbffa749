"""Which forms of a head's name are asked about: those that the document uses, no others."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from clerk import SHEET, Clerk
from edits import change_directory, extend_settings
from read_back import text_of

TYPE = """
[types.told]
title = "Письмо"
template = "told.docx"
series = "outgoing"
schools = "finding"
each = true
addressee = "Руководителю"
heading = "О встрече"
"""
HEAD = "Нурудинова Сапият Мусаевна"
ASKED = ("issue", "told", SHEET, "--date", "18.04.2023", "--only", "МКОУ «Хибиятлинская ООШ»")


def template(workspace: Path, *texts: str) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(workspace / "templates/told.docx"))
    extend_settings(workspace, TYPE)
    change_directory(workspace, HEAD, "Хейфец Пётр Иванович")


def doubts(clerk: Clerk) -> list[str]:
    answer = clerk(*ASKED, "--dry-run", "--json")
    assert answer.status == 0, answer.err
    return [doubt["id"] for doubt in answer.json["doubts"]]


@pytest.mark.parametrize(
    "text",
    [
        "Пригласить {{ школа.руководитель | винительный }}",
        "Пригласить {{ школа.руководитель | вн | инициалы }}",
        "{% set кто = школа.руководитель %}Пригласить {{ кто | вн }}",
    ],
)
def test_a_case_that_the_template_uses_is_asked_about(
    clerk: Clerk, workspace: Path, text: str
) -> None:
    template(workspace, text)
    assert doubts(clerk) == [
        "head-form-doubtful:0538031849",
        "head-case-doubtful:0538031849/accusative",
    ]


def test_other_cases_arent(clerk: Clerk, workspace: Path) -> None:
    template(workspace, "{{ школа.руководитель | дательный }}, {{ учреждение.район | предложный }}")
    assert doubts(clerk) == ["head-form-doubtful:0538031849"]


def test_the_form_that_the_directory_gives_is_used_and_not_asked_about(
    clerk: Clerk, workspace: Path
) -> None:
    template(workspace, "Пригласить {{ школа.руководитель | винительный }}")
    change_directory(workspace, ";Пол;E-mail", ";Пол;E-mail;Руководитель (вин.)")
    lines = (workspace / "data/schools.csv").read_text(encoding="utf-8-sig").splitlines()
    given = [f"{line};Хейфца Петра Ивановича" if "Хейфец" in line else line for line in lines]
    (workspace / "data/schools.csv").write_text("\n".join(given), encoding="utf-8-sig")
    assert doubts(clerk) == ["head-form-doubtful:0538031849"]
    [issued] = clerk(*ASKED, "--yes", "--json").json["documents"]
    assert "Пригласить Хейфца Петра Ивановича" in text_of(workspace / issued["path"])


def test_the_people_of_the_office_are_asked_about_in_the_cases_that_templates_use(
    clerk: Clerk, workspace: Path
) -> None:
    extend_settings(workspace, '[people.deputy]\npost = "заместитель"\nname = "Хейфец Пётр Ильич"')
    template(workspace, "Контроль за {{ контроль.имя | творительный }}, {{ контроль.подпись }}")
    extend_settings(workspace, 'control = "deputy"')
    assert doubts(clerk) == [
        "head-form-doubtful:0538031849",
        "person-name-doubtful:deputy/instrumental",
    ]
