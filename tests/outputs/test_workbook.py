"""The workbook of the printed week."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from clerk import PRINTED_WEEK


@pytest.fixture
def workbook(letter: Path) -> Any:
    """The appendix as openpyxl reads it."""
    return openpyxl.load_workbook(letter.with_name("01-16_219 Письмо приложение 2.xlsx"))


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


def test_the_title_names_the_platform_and_the_district_and_percent_stands_once(
    workbook: Any,
) -> None:
    sheet = workbook["Мониторинг"]
    assert sheet["A2"].value == (
        "Результаты мониторинга использования ИКОП «Сферум» за период с 08.04.2023 по 14.04.2023."
        " Цунтинский район"
    )
    assert not any("%" in str(cell.value) for cell in sheet[4])


def test_no_heading_of_the_workbook_breaks_inside_a_word(workbook: Any) -> None:
    for sheet in workbook:
        for cell in next(row for row in sheet if row[0].value == "№ п/п"):
            longest = max(map(len, str(cell.value).split()))
            assert sheet.column_dimensions[cell.column_letter].width >= longest * 1.1, cell.value


def test_a_name_that_looks_like_a_formula_stays_text(clerk: Any, workspace: Path) -> None:
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
