"""What docxtpl makes of a template otherwise is told: an office can always go back to it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from clerk import Clerk
from template_making import p, row, table
from template_office import office_template


def notes(clerk: Clerk, workspace: Path, body: str) -> list[dict[str, object]]:
    """What is told of docxtpl about a template of that body."""
    office_template(workspace / "templates", body)
    answer = clerk("template", "check", "templates/t.docx", "--against", "docxtpl", "--json")
    assert answer.status == 0, answer.err
    return [note for note in answer.json["notes"] if note["code"].startswith("docxtpl")]


def test_the_shipped_templates_are_filled_by_docxtpl_alike(clerk: Clerk) -> None:
    answer = clerk("template", "check", "--against", "docxtpl", "--json")
    assert answer.status == 0, answer.err
    assert not [note for note in answer.json["notes"] if note["code"].startswith("docxtpl")]


def test_a_template_that_both_fill_alike_has_no_note(clerk: Clerk, workspace: Path) -> None:
    body = p("{{ письмо.номер }} от {{ письмо.дата | словами }}") + table(
        1, row("{%tr for ш in школы %}"), row("{{ ш.название }}"), row("{%tr endfor %}")
    )
    assert notes(clerk, workspace, body) == []


def test_the_first_difference_is_told_with_its_paragraph(clerk: Clerk, workspace: Path) -> None:
    body = p("первый") + p("Прошу: {%p if школы %}") + p("{{ письмо.номер }}") + p("{%p endif %}")
    [note] = notes(clerk, workspace, body)
    assert note["code"] == "docxtpl-differs" and note["paragraph"] == 2
    assert "Прошу" in str(note["text"])


def test_what_docxtpl_cant_fill_is_told(clerk: Clerk, workspace: Path) -> None:
    [note] = notes(clerk, workspace, p("{%p заново %}") + p("{{ письмо.номер }}"))
    assert note["code"] == "docxtpl-fails"


def test_without_docxtpl_it_is_said_how_to_install_it(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    answer = clerk("template", "check", "--against", "docxtpl")
    assert answer.status == 4 and "letters-gen[docxtpl]" in answer.err
