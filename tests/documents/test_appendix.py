"""The appendix of the printed week: the table of schools, the list of those that fall short."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from read_back import W, inherited, pages_of


@pytest.fixture
def appendix(letter: Path) -> Any:
    """The appendix as python-docx reads it."""
    return docx.Document(letter.with_name("01-16_219 Письмо приложение 1.docx"))


def texts(row: Any) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row.cells]


def test_the_mark_names_the_letter(appendix: Any) -> None:
    assert (
        " ".join(appendix.paragraphs[0].text.split())
        == "Приложение к письму МКУ «УОМПСиТ» от 18.04.2023 № 01-16/219"
    )
    assert appendix.sections[0].page_width > appendix.sections[0].page_height


def test_each_school_has_its_row_and_the_totals_come_last(appendix: Any) -> None:
    rows = [texts(row) for row in appendix.tables[0].rows]
    assert len(rows) == 2 + 22 + 1
    assert rows[2] == [
        "1",
        "МКОУ «Асахская СОШ»",
        "Активен",
        "14",
        "14",
        "100%",
        "14",
        "100%",
        "11",
        "3",
        "1",
        "",
    ]
    remedy = (
        "Обеспечить активацию профиля; зарегистрировать в ИКОП «Сферум» всех учителей; "
        "перевести служебную переписку в чаты ИКОП «Сферум»"
    )
    assert rows[3] == [
        "2",
        "МКОУ «Берихинская ООШ»",
        "Не активен",
        "33",
        "0",
        "0%",
        "0",
        "–",
        "0",
        "0",
        "0",
        remedy,
    ]
    assert rows[-1][3:11] == ["431", "325", "75,4%", "325", "100%", "141", "35", "46"]
    assert rows[-1][0] == "Итого по району"


def test_schools_with_findings_are_shaded_and_no_others(appendix: Any) -> None:
    for row in appendix.tables[0].rows[2:-1]:
        shaded = [cell._tc.find(f"{W}tcPr/{W}shd") is not None for cell in row.cells]
        assert all(shaded) if row.cells[-1].text else not any(shaded)


def test_the_header_repeats_and_rows_dont_split(appendix: Any) -> None:
    for table, header in zip(appendix.tables, (2, 1), strict=True):
        for position, row in enumerate(table.rows):
            properties = row._tr.find(f"{W}trPr")
            assert (properties.find(f"{W}tblHeader") is not None) == (position < header)
            assert properties.find(f"{W}cantSplit") is not None


def stays_with_next(paragraph: Any) -> bool:
    """Whether a paragraph stands on the page of the one behind it, by itself or by its style."""
    own = paragraph.paragraph_format.keep_with_next
    if own is not None:
        return bool(own)
    return bool(inherited(paragraph, lambda style: style.paragraph_format.keep_with_next))


def test_headings_stay_with_their_tables(appendix: Any) -> None:
    for table in appendix.tables:
        above = table._tbl.getprevious()
        heads = []
        while above is not None and above.tag == f"{W}p":
            heads.append(docx.text.paragraph.Paragraph(above, appendix))
            above = above.getprevious()
        notes = [one for one in heads if one.style.name == "Примечание к таблице"]
        titles = heads[: heads.index(notes[0])] if notes else heads
        assert titles and all(map(stays_with_next, titles))


def test_no_row_of_a_table_stands_alone_at_the_foot_or_the_head_of_a_page(appendix: Any) -> None:
    for table, header in zip(appendix.tables, (2, 1), strict=True):
        kept = [
            all(stays_with_next(one) for cell in row.cells for one in cell.paragraphs)
            for row in table.rows
        ]
        # The header with its first school, the last ones with the totals and the note below them.
        assert all(kept[: header + 1])
        assert all(kept[-3:])
        assert not all(kept[header + 1 : -3])


def test_the_list_names_school_indicator_value_and_requirement(appendix: Any) -> None:
    rows = [texts(row) for row in appendix.tables[1].rows]
    assert len(rows) == 1 + 15 + 1
    assert rows[2] == [
        "2",
        "МКОУ «Берихинская ООШ»",
        "Доля зарегистрированных",
        "0%",
        "не менее 100%",
        "Зарегистрировать в ИКОП «Сферум» всех учителей",
    ]


def test_the_header_row_stands_on_every_page(letter: Path, to_pdf: Callable[[Path], Path]) -> None:
    pdf = to_pdf(letter.with_name("01-16_219 Письмо приложение 1.docx"))
    pages = pages_of(pdf)
    assert len(pages) == 2
    assert all("Образовательная организация" in page for page in pages)
