"""Departures of a template from the form are notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from clerk import Clerk
from edits import change_settings, change_template


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda xml: xml.replace('w:w="11906"', 'w:w="12240"'), "form-paper"),
        (
            lambda xml: re.sub(r'(w:pgMar [^>]*?)w:left="\d+"', r'\1w:left="500"', xml),
            "form-margin",
        ),
    ],
)
def test_departures_from_the_form_are_notes(
    clerk: Clerk, workspace: Path, change: Callable[[str], str], code: str
) -> None:
    change_template(workspace / "templates/weekly.docx", change)
    answer = clerk("template", "check", "--json")
    assert answer.status == 0
    assert code in {note["code"] for note in answer.json["notes"]}


def test_a_heading_with_a_full_stop_is_noted(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, 'ИКОП «Сферум»"\nappendices', 'ИКОП «Сферум»."\nappendices')
    assert "form-heading-stop" in {
        note["code"] for note in clerk("template", "check", "--json").json["notes"]
    }
