"""Numbered lists inside a loop begin anew where the template says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from read_back import opened, pages_of, paragraphs
from template_making import VALUES, compiled, p

from letters_gen.errors import InputError
from letters_gen.templating import compile_template

VALUE = {"школы": [["а", "б"], ["в", "г", "д"]]}


def listed(folder: Path, restart: str) -> Path:
    """A template with a numbered list for each school."""
    document = docx.Document()
    document.add_paragraph("{%p for дела in школы %}")
    document.add_paragraph(f"Школа{restart}")
    document.add_paragraph("{%p for дело in дела %}")
    document.add_paragraph("{{ дело }}", style="List Number")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    path = folder / "список.docx"
    document.save(str(path))
    return path


def printed(pdf: Path) -> list[str]:
    [page] = pages_of(pdf)
    lines = [" ".join(line.split()) for line in page.splitlines()]
    return [line for line in lines if line and "Школа" not in line]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1. а", "2. б", "3. в", "4. г", "5. д"]),
        ("{% заново %}", ["1. а", "2. б", "1. в", "2. г", "3. д"]),
    ],
)
def test_the_list_goes_on_or_begins_anew(
    tmp_path: Path, to_pdf: Callable[[Path], Path], restart: str, expected: list[str]
) -> None:
    finished = tmp_path / f"готово{len(restart)}.docx"
    finished.write_bytes(compile_template(listed(tmp_path, restart)).render({**VALUE, **VALUES}))
    assert printed(to_pdf(finished)) == expected


def test_a_restart_in_a_paragraph_of_its_own_leaves_no_paragraph(tmp_path: Path) -> None:
    document = compiled(tmp_path, p("а") + p("{%p заново %}") + p("б")).render(VALUES)
    assert paragraphs(document) == ["а", "б"]


def test_a_restart_inside_a_list_is_a_fault(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("а")
    document.add_paragraph("{% заново %}б", style="List Number")
    document.save(str(tmp_path / "список.docx"))
    with pytest.raises(InputError) as caught:
        compile_template(tmp_path / "список.docx")
    assert caught.value.code == "template-restart-inside"
    assert caught.value.place is not None and caught.value.place.paragraph == 2


def test_a_paragraph_numbered_by_its_style_keeps_its_level_and_the_order_of_its_properties(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.add_paragraph("{%p заново %}")
    style = document.styles["List Number 2"]
    number = style.element.pPr.numPr
    number.get_or_add_ilvl().val = 1
    paragraph = document.add_paragraph("а", style=style)
    paragraph.paragraph_format.keep_with_next = True
    document.save(str(tmp_path / "список.docx"))
    finished = tmp_path / "готово.docx"
    finished.write_bytes(compile_template(tmp_path / "список.docx").render(VALUES))
    properties = docx.Document(str(finished)).paragraphs[0]._p.pPr
    assert [child.tag.rpartition("}")[2] for child in properties] == ["pStyle", "keepNext", "numPr"]
    assert properties.numPr.ilvl.val == 1


def test_a_style_based_on_a_numbered_one_begins_anew_too(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    document = docx.Document()
    style = document.styles.add_style("Own list", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["List Number"]
    document.add_paragraph("а", style="Own list")
    document.add_paragraph("{%p заново %}")
    document.add_paragraph("б", style="Own list")
    document.save(str(tmp_path / "список.docx"))
    finished = tmp_path / "готово.docx"
    finished.write_bytes(compile_template(tmp_path / "список.docx").render(VALUES))
    assert printed(to_pdf(finished)) == ["1. а", "1. б"]


def test_a_paragraph_taken_out_of_its_list_stays_out(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    document = docx.Document()
    document.add_paragraph("{%p заново %}")
    document.add_paragraph("а", style="List Number")
    free = document.add_paragraph("без номера", style="List Number")
    free._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    document.add_paragraph("б", style="List Number")
    document.save(str(tmp_path / "список.docx"))
    finished = tmp_path / "готово.docx"
    finished.write_bytes(compile_template(tmp_path / "список.docx").render(VALUES))
    assert printed(to_pdf(finished)) == ["1. а", "без номера", "2. б"]


def test_a_paragraph_that_says_its_own_level_keeps_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{%p заново %}")
    paragraph = document.add_paragraph("а", style="List Number")
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_ilvl().val = 2
    document.save(str(tmp_path / "список.docx"))
    finished = compile_template(tmp_path / "список.docx").render(VALUES)
    [properties] = [one._p.pPr for one in opened(finished).paragraphs]
    assert [child.tag.rpartition("}")[2] for child in properties] == ["pStyle", "numPr"]
    assert properties.numPr.ilvl.val == 2


def test_a_restart_where_nothing_is_numbered_changes_nothing(tmp_path: Path) -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    document = compiled(tmp_path, p("{%p заново %}") + p("а", properties=listed)).render(VALUES)
    assert paragraphs(document) == ["а"]
