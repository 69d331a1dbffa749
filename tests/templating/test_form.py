"""A template is held against the rules of form as Word shows it: with what its styles inherit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from clerk import Clerk
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt
from edits import change_settings, change_template
from template_making import docx_file, p

from letters_gen.templating.checking import TemplateReport, check_template
from letters_gen.word.names import CONTENT_TYPES


def good() -> Document:
    """A document that departs from no rule that is about paper, type or spacing."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(10)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(14)
    normal.paragraph_format.line_spacing = 1.15
    document.add_paragraph("Текст письма")
    return document


def report(folder: Path, document: Document) -> TemplateReport:
    path = folder / "шаблон.docx"
    document.save(str(path))
    return check_template(path, [], {}, {})


def notes(folder: Path, document: Document) -> dict[str, dict[str, object]]:
    """What is noted, but for the number of the page, with its arguments."""
    found = {note.code: dict(note.arguments) for note in report(folder, document).notes}
    found.pop("form-page-number", None)
    return found


def test_a_document_of_good_form_has_no_notes(tmp_path: Path) -> None:
    assert notes(tmp_path, good()) == {}


def inherited_size(document: Document) -> None:
    own = document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style.font.size = Pt(10)
    document.add_paragraph("мелко", style="Own")
    document.add_paragraph("и ещё раз", style="Own")


def own_spacing(document: Document) -> None:
    document.add_paragraph("редко").paragraph_format.line_spacing = 2.0


def another_face(document: Document) -> None:
    document.styles["Title"].font.name = "Arial"
    document.add_paragraph("Заглавие", style="Title").style.font.size = Pt(14)


def narrow_margin(document: Document) -> None:
    document.sections[0].left_margin = Mm(12)


def american_paper(document: Document) -> None:
    document.sections[0].page_width = Mm(216)


@pytest.mark.parametrize(
    ("change", "code", "arguments"),
    [
        (inherited_size, "form-size", {"found": 10.0}),
        (own_spacing, "form-spacing", {"found": 2.0}),
        (another_face, "form-faces", {"faces": ["Liberation Serif", "Arial"]}),
        (narrow_margin, "form-margin", {"side": "left", "found": 12, "wanted": 20}),
        (american_paper, "form-paper", {}),
    ],
)
def test_a_departure_is_noted_once(
    tmp_path: Path, change: Callable[[Document], None], code: str, arguments: dict[str, object]
) -> None:
    document = good()
    change(document)
    assert notes(tmp_path, document) == {code: arguments}
    assert [note.code for note in report(tmp_path, document).notes].count(code) == 1


def test_a_table_may_be_small_and_a_spacing_in_points_is_let_be(tmp_path: Path) -> None:
    document = good()
    small = document.styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH)
    small.font.size = Pt(9)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].style, cell.paragraphs[0].text = small, "ячейка"
    exact = document.add_paragraph("ровно").paragraph_format
    exact.line_spacing_rule, exact.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(48)
    assert notes(tmp_path, document) == {}


def test_a_note_names_the_paragraph_as_faults_do(tmp_path: Path) -> None:
    document = good()
    document.add_table(1, 1).cell(0, 0).text = "в таблице"
    document.add_paragraph("два  пробела")
    [note] = [one for one in report(tmp_path, document).notes if one.code == "form-two-spaces"]
    assert note.place is not None
    assert (note.place.paragraph, note.place.text) == (3, "два  пробела")


def test_a_template_of_words_own_kind_gets_its_notes(tmp_path: Path) -> None:
    path = tmp_path / "шаблон.docx"
    document = good()
    narrow_margin(document)
    document.save(str(path))
    change_template(
        path, lambda xml: xml.replace("document.main+xml", "template.main+xml"), CONTENT_TYPES
    )
    found = check_template(path, [], {}, {})
    assert (found.faults, "form-margin" in {note.code for note in found.notes}) == ((), True)


def test_a_template_without_styles_is_noted_for_its_margins(tmp_path: Path) -> None:
    found = check_template(docx_file(tmp_path / "t.docx", p("а")), ["заголовок"], {}, {})
    assert {note.code for note in found.notes} == {"form-page-number", "form-margin"}


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
