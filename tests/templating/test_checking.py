"""template check, template fields: faults with their place, notes on form, the catalogue of
fields.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PRINTED_WEEK, Clerk


def changed(path: Path, change: Callable[[str], str], part: str = "word/document.xml") -> None:
    """Change a part of a template."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = members[part].decode()
    members[part] = change(before).encode()
    assert members[part].decode() != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


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

    changed(path, change)
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
    assert found["template-unknown-field"]["paragraph"] == 9
    assert all(fault["mend"] for fault in answer.json["faults"])


def test_a_fault_stops_the_letter_before_a_number_is_taken(clerk: Clerk, workspace: Path) -> None:
    changed(workspace / "templates/appendix.docx", lambda xml: xml.replace("ш.название", "ш.имя"))
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert "школы.имя: такого поля нет" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_quotation_marks_that_word_put_in_are_named(clerk: Clerk, workspace: Path) -> None:
    changed(
        workspace / "templates/weekly.docx",
        lambda xml: xml.replace("{{ письмо.адресат }}", "{{ «адресат» }}"),
    )
    answer = clerk("template", "check", "--json")
    assert "template-quotes" in {fault["code"] for fault in answer.json["faults"]}


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
    changed(workspace / "templates/weekly.docx", change)
    answer = clerk("template", "check", "--json")
    assert answer.status == 0
    assert code in {note["code"] for note in answer.json["notes"]}


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        (
            "word/document.xml",
            lambda xml: re.sub(
                r'<w:pStyle w:val="[^"]*"/>', '<w:pStyle w:val="Lost"/>', xml, count=1
            ),
            "package-lost-style",
        ),
        (
            "word/numbering.xml",
            lambda xml: re.sub(r"(<w:num .*?</w:num>)", r"\1\1", xml, count=1, flags=re.DOTALL),
            "package-twice",
        ),
        (
            "word/header1.xml",
            lambda xml: re.sub(
                r'<w:r>(?:(?!<w:r>).)*fldCharType="end"/></w:r>', "", xml, flags=re.DOTALL
            ),
            "package-unpaired-field",
        ),
        (
            "word/_rels/document.xml.rels",
            lambda xml: xml.replace("styles.xml", "lost.xml"),
            "package-lost-target",
        ),
        (
            "word/document.xml",
            lambda xml: xml.replace("<w:pPr>", '<w:pPr><w:jc w:val="left"/>', 1),
            "package-order",
        ),
    ],
)
def test_what_word_would_stumble_over_is_a_fault(
    clerk: Clerk, workspace: Path, part: str, change: Callable[[str], str], code: str
) -> None:
    changed(workspace / "templates/weekly.docx", change, part)
    answer = clerk("template", "check", "templates/weekly.docx", "--json")
    assert code in {fault["code"] for fault in answer.json["faults"]}, answer.err


def test_a_template_open_in_word_is_read_as_last_saved_with_a_note(
    clerk: Clerk, workspace: Path
) -> None:
    (workspace / "templates/~$ekly.docx").write_bytes(b"")
    answer = clerk("template", "check", "--json")
    assert (answer.status, "template-open" in {note["code"] for note in answer.json["notes"]}) == (
        0,
        True,
    )


def test_a_heading_with_a_full_stop_is_noted(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace(
        'ИКОП «Сферум»"\nappendices', 'ИКОП «Сферум»."\nappendices'
    )
    settings.write_text(text, encoding="utf-8")
    assert "form-heading-stop" in {
        note["code"] for note in clerk("template", "check", "--json").json["notes"]
    }


def test_the_catalogue_names_every_field_and_filter(clerk: Clerk) -> None:
    report = clerk("template", "fields", "weekly", "--json").json
    fields = {field["name"]: field for field in report["fields"]}
    for name in (
        "письмо.номер",
        "основание.автор",
        "показатели.доля_не_писавших",
        "школы.доля_писавших",
    ):
        assert fields[name]["meaning"]
    assert [(one["name"], one["short"]) for one in report["filters"]][:3] == [
        ("именительный", "им"),
        ("родительный", "рд"),
        ("дательный", "дт"),
    ]
    assert "письмо.номер — регистрационный номер" in clerk("template", "fields").out


def test_the_catalogue_of_a_type_that_isnt_there(clerk: Clerk) -> None:
    assert clerk("template", "fields", "weekli").status == 1
