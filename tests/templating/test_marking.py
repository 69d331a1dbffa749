"""A marked copy has each fault as Word's comment at its paragraph; the template stays as it is."""

from __future__ import annotations

from pathlib import Path

import docx
from clerk import Clerk
from edits import change_template
from template_making import NAMESPACES, p
from template_office import office_template
from validators import our_own


def mark(clerk: Clerk, workspace: Path, body: str, **parts: tuple[str, str]) -> Path:
    """The marked copy of a template of that body."""
    path = office_template(workspace / "templates", body, **parts)
    before = path.read_bytes()
    answer = clerk("template", "check", "templates/t.docx", "--mark", "--json")
    assert answer.status == 1
    assert answer.json["marked"] == ["templates/marked/t.docx"]
    assert path.read_bytes() == before
    return workspace / "templates/marked/t.docx"


def remarks(path: Path) -> list[tuple[str, str]]:
    """The comments of a document: the text of the paragraph, and what is said about it."""
    document = docx.Document(str(path))
    words = {comment.comment_id: comment.text for comment in document.comments}
    found = []
    for paragraph in document.paragraphs:
        for number in paragraph._p.xpath("w:commentRangeStart/@w:id"):
            found.append((paragraph.text, words.pop(int(number))))
    assert not words
    return found


def test_each_fault_is_a_comment_at_its_paragraph(clerk: Clerk, workspace: Path) -> None:
    body = p("первый") + p("{{ письмо.датта }}") + p("третий") + p("{{ письмо.номер | вверх }}")
    copy = mark(clerk, workspace, body)
    found = dict(remarks(copy))
    assert set(found) == {"{{ письмо.датта }}", "{{ письмо.номер | вверх }}"}
    assert "письмо.дата" in found["{{ письмо.датта }}"]
    assert "\n→ " in found["{{ письмо.датта }}"]
    assert our_own(copy) == []


def test_a_fault_of_a_header_is_told_at_the_beginning_with_its_part(
    clerk: Clerk, workspace: Path
) -> None:
    xml = f"<w:hdr {NAMESPACES}>{p('{{ письмо.датта }}')}</w:hdr>"
    [(text, words)] = remarks(mark(clerk, workspace, p("первый"), header=("header1", xml)))
    assert text == "первый" and "word/header1.xml" in words


def test_live_content_is_marked_too(clerk: Clerk, workspace: Path) -> None:
    field = '<w:p><w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    [(text, words)] = remarks(mark(clerk, workspace, p("первый") + field))
    assert "DDEAUTO" not in text and "поле" in words


def test_a_marked_copy_can_be_a_template_again(clerk: Clerk, workspace: Path) -> None:
    copy = mark(clerk, workspace, p("{{ письмо.датта }}"))
    change_template(copy, lambda xml: xml.replace("датта", "дата"))
    answer = clerk("template", "check", "templates/marked/t.docx", "--json")
    assert answer.json["faults"] == []


def test_a_template_without_faults_gets_no_copy(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("template", "check", "--mark", "--json")
    assert answer.status == 0 and "marked" not in answer.json
    assert not (workspace / "templates/marked").exists()


def test_a_template_that_cant_be_opened_is_told(clerk: Clerk, workspace: Path) -> None:
    (workspace / "templates/t.docx").write_bytes(b"PK\x03\x04")
    answer = clerk("template", "check", "templates/t.docx", "--mark")
    assert answer.status == 1 and "повреждён" in answer.err
