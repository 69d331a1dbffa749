"""The printed week's letter against the source document: its text word for word, its look, its
place on the page.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from clerk import PRINTED_WEEK
from docx.shared import Mm
from edits import change_settings
from lxml import etree
from pictures import png
from read_back import all_described, inherited, pages_of

SOURCE = Path(__file__).with_name("golden") / "weekly.txt"


def test_the_letter_is_the_source_document_word_for_word(letter: Path) -> None:
    assert (
        list(all_described(docx.Document(letter)))
        == SOURCE.read_text(encoding="utf-8").splitlines()
    )


def test_the_page_is_a4_with_the_margins_of_the_standard(letter: Path) -> None:
    [section] = docx.Document(letter).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.left_margin >= Mm(20) and section.right_margin >= Mm(10) - 100
    assert min(section.top_margin, section.bottom_margin) >= Mm(20) - 100


def test_all_of_the_text_stands_in_the_body(letter: Path) -> None:
    [section] = docx.Document(letter).sections
    for part in (
        section.header,
        section.first_page_header,
        section.footer,
        section.first_page_footer,
    ):
        assert "".join(paragraph.text for paragraph in part.paragraphs).strip() in ("", "2")


def test_the_templates_have_no_empty_paragraphs_and_no_piles_of_spaces(letter: Path) -> None:
    document = docx.Document(letter)
    assert all(paragraph.text.strip() for paragraph in document.paragraphs)
    assert not any("  " in paragraph.text for paragraph in document.paragraphs)


def test_an_emblem_stands_in_its_line_when_one_is_set(clerk: Any, workspace: Path) -> None:
    emblem = workspace / "templates/emblem.png"
    emblem.write_bytes(png())
    change_settings(workspace, "# emblem =", "emblem =")
    assert clerk(*PRINTED_WEEK).status == 0
    document = docx.Document(workspace / "letters/2023/01-16_219 Письмо.docx")
    assert document.paragraphs[0].text == ""
    [shape] = document.inline_shapes
    embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert document.part.related_parts[embedded].blob == png()


def test_an_emblem_that_isnt_there_is_told_before_a_number_is_taken(
    clerk: Any, workspace: Path
) -> None:
    change_settings(workspace, "# emblem =", "emblem =")
    answer = clerk(*PRINTED_WEEK)
    assert (answer.status, "templates/emblem.png" in answer.err) == (1, True)
    assert not (workspace / "letters/register.sqlite").exists()


# Where each requisite begins: its first words, the page, and the left and top of them in points
# (1/72 inch).
PLACES = [
    ("МУНИЦИПАЛЬНОЕ", 1, 155, 57),
    ("368412", 1, 200, 109),
    ("18.04.2023г", 1, 71, 185),
    ("01-16/219", 1, 88, 201),
    ("О", 1, 71, 235),
    ("Руководителям", 1, 444, 285),
    ("Напоминаем,", 2, 106, 94),
    ("Приложение:", 2, 71, 309),
    ("Начальник", 2, 71, 364),
    ("Г.К.", 2, 476, 364),
    ("Исп.", 2, 71, 774),
]


@pytest.fixture(scope="module")
def tolerance() -> float:
    """How far a word may stand from its place, in points: two millimetres."""
    return 6.0


def test_each_requisite_stands_in_its_place_on_two_pages(
    letter: Path, to_pdf: Callable[[Path], Path], tolerance: float
) -> None:
    words = list(placed_words(to_pdf(letter)))
    assert max(page for _, page, _, _ in words) == 2
    for text, page, left, top in PLACES:
        found = [(x, y) for word, at, x, y in words if (word, at) == (text, page)]
        assert any(abs(x - left) < tolerance and abs(y - top) < tolerance for x, y in found), (
            text,
            found,
        )


# The first and the last words of each page of the source letter, as LibreOffice sets it.
PAGES = [
    ("МУНИЦИПАЛЬНОЕ КАЗЁННОЕ УЧРЕЖДЕНИЕ", "по 14.04.2023 представлены"),
    ("2 в приложении.", "Исп. Магомедова П.П."),
]


def test_each_page_begins_and_ends_with_the_words_of_the_source(
    letter: Path, to_pdf: Callable[[Path], Path]
) -> None:
    words = [page.split() for page in pages_of(to_pdf(letter))]
    assert [(" ".join(page[:3]), " ".join(page[-3:])) for page in words] == PAGES


def test_the_signature_never_stands_alone_on_a_page(letter: Path) -> None:
    paragraphs = docx.Document(str(letter)).paragraphs
    [at] = [number for number, one in enumerate(paragraphs) if one.style.name == "Подпись"]
    assert all(
        inherited(one, lambda style: style.paragraph_format.keep_with_next)
        for one in paragraphs[at - 3 : at]
    )


def test_post_and_name_stand_on_one_line_and_the_executor_last(
    letter: Path, to_pdf: Callable[[Path], Path]
) -> None:
    words = list(placed_words(to_pdf(letter)))
    [post], [name] = (
        [y for word, _, _, y in words if word == text] for text in ("Начальник", "Г.К.")
    )
    assert abs(post - name) < 1
    assert max(words, key=lambda word: word[1:2] + word[3:])[0] in ("Исп.", "Магомедова", "П.П.")


def placed_words(pdf: Path) -> Iterator[tuple[str, int, float, float]]:
    """The words of a PDF in reading order: text, page from 1, left and top in points."""
    listed = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True
    ).stdout
    document = etree.fromstring(re.sub(rb'xmlns="[^"]*"', b"", listed))
    for page, element in enumerate(document.iter("page"), 1):
        for word in element.iter("word"):
            yield (
                (word.text or "").split("\N{NO-BREAK SPACE}")[0],
                page,
                float(word.get("xMin")),
                float(word.get("yMin")),
            )
