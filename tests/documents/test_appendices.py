"""The appendices of the printed week: the table of schools, the list of those that fall short, the
workbook.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def appendix(letter: Path) -> Any:
    """The appendix as python-docx reads it."""
    return docx.Document(letter.with_name("01-16_219 Письмо приложение 1.docx"))


@pytest.fixture
def workbook(letter: Path) -> Any:
    """The appendix as openpyxl reads it."""
    return openpyxl.load_workbook(letter.with_name("01-16_219 Письмо приложение 2.xlsx"))


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
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = text.rstrip("\f").split("\f")
    assert len(pages) == 2
    assert all("Образовательная организация" in page for page in pages)


def test_the_workbook_has_the_same_figures_as_real_numbers(workbook: Any) -> None:
    sheet = workbook["Мониторинг"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert rows[0][:5] == (
        "№ п/п",
        "Образовательная организация",
        "Статус профиля",
        "Всего по штату",
        "Зарегистрировано",
    )
    assert len(rows) == 1 + 22 + 1
    assert rows[1] == (1, "МКОУ «Асахская СОШ»", "Активен", 14, 14, 14, 11, 3, 1, 1, 1, None)
    assert rows[2][8:11] == (0, 0, "–")
    assert rows[-1][:11] == (None, "Итого", None, 431, 325, 325, 141, 35, 46, 325 / 431, 1)
    assert (sheet.cell(27, 10).number_format, sheet.cell(5, 10).number_format) == ("0.0%", "0%")


def test_the_workbook_is_ready_to_filter_and_to_print(workbook: Any) -> None:
    for sheet in workbook:
        assert sheet.freeze_panes == "C5"
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$4:$4"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert workbook["Замечания"].max_row == 4 + 15


def test_no_heading_of_the_workbook_breaks_inside_a_word(workbook: Any) -> None:
    for sheet in workbook:
        for cell in next(row for row in sheet if row[0].value == "№ п/п"):
            longest = max(map(len, str(cell.value).split()))
            assert sheet.column_dimensions[cell.column_letter].width >= longest * 1.1, cell.value


def test_a_name_that_looks_like_a_formula_stays_text(clerk: Any, workspace: Path) -> None:
    from conftest import PRINTED_WEEK

    directory = workspace / "data/schools.csv"
    text = directory.read_text(encoding="utf-8-sig").replace(
        "МКОУ «Асахская СОШ»", "=1+1 {{ 7*7 }} <b>&</b>"
    )
    directory.write_text(text, encoding="utf-8-sig")
    assert clerk(*PRINTED_WEEK).status == 0
    folder = workspace / "letters/2023"
    cell = openpyxl.load_workbook(folder / "01-16_219 Письмо приложение 2.xlsx")["Мониторинг"]["B5"]
    assert (cell.value, cell.data_type) == ("=1+1 {{ 7*7 }} <b>&</b>", "s")
    table = docx.Document(folder / "01-16_219 Письмо приложение 1.docx").tables[0]
    assert table.rows[2].cells[1].text == "=1+1 {{ 7*7 }} <b>&</b>"
