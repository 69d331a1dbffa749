"""template check, template fields: faults with their place, notes on form, the catalogue of
fields.
"""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk
from edits import change_template


def test_the_shipped_templates_have_no_fault_and_few_notes(clerk: Clerk) -> None:
    answer = clerk("template", "check", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["ok"] and answer.json["faults"] == []
    assert {note["code"] for note in answer.json["notes"]} == {"form-size"}, (
        "the small executor and table notes"
    )


def test_all_faults_are_told_at_once_with_paragraph_and_mend(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "templates/weekly.docx"

    def change(xml: str) -> str:
        xml = xml.replace("{{ письмо.дата }}", "{{ письмо.датта }}").replace(
            "| родительный", "| родительны"
        )
        return xml.replace("{{ исполнитель.имя }}", "{{ исполнитель.имя")

    change_template(path, change)
    answer = clerk("template", "check", "templates/weekly.docx", "--json")
    assert answer.status == 1
    found = {fault["code"]: fault for fault in answer.json["faults"]}
    assert set(found) == {
        "template-unknown-field",
        "template-unknown-filter",
        "template-tag-unclosed",
    }
    assert "Ближе всего: письмо.дата" in found["template-unknown-field"]["text"]
    assert found["template-unknown-field"]["template"] == "weekly.docx"
    assert found["template-unknown-field"]["part"] == "word/document.xml"
    assert found["template-unknown-field"]["paragraph"] == 17
    assert all(fault["mend"] for fault in answer.json["faults"])


def test_quotation_marks_that_word_put_in_are_named(clerk: Clerk, workspace: Path) -> None:
    change_template(
        workspace / "templates/weekly.docx",
        lambda xml: xml.replace("{{ письмо.адресат }}", "{{ «адресат» }}"),
    )
    answer = clerk("template", "check", "--json")
    assert "template-quotes" in {fault["code"] for fault in answer.json["faults"]}
