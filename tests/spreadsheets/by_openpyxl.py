"""Files of the corpus that openpyxl writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.datavalidation import DataValidation
from spreadsheets import week
from spreadsheets.cases import case

OURS = week.first_of_ours()


def filled(rows: list[list[week.Cell]] | None = None) -> tuple[Workbook, Any]:
    made = Workbook()
    sheet = made.active
    sheet.title = "Мониторинг"
    for row in rows or week.rows():
        sheet.append(row)
    return made, sheet


@case("o-plain.xlsx", "как есть")
def plain(path: Path) -> None:
    filled()[0].save(path)


@case("o-write-only.xlsx", "записан потоком")
def write_only(path: Path) -> None:
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Мониторинг")
    for row in week.rows():
        sheet.append(row)
    made.save(path)


@case("o-template.xltx", "шаблон Excel")
def template(path: Path) -> None:
    made, _ = filled()
    made.template = True
    made.save(path)


@case(
    "o-values-under-merge.xlsx", "строка закрыта объединением с верхней, значения под ним остались"
)
def values_under_merge(path: Path) -> None:
    rows = week.rows()
    rows.insert(
        OURS + 1, [None, week.DISTRICT, "МКОУ «Иная СОШ»", "0538099991", "Активен", 5, 4, 3, 2, 1]
    )
    made, sheet = filled(rows)
    for column in range(1, len(week.HEADINGS) + 1):
        at = {"start_column": column, "end_column": column}
        covered = sheet.cell(OURS + 2, column).value
        sheet.merge_cells(start_row=OURS + 1, end_row=OURS + 2, **at)
        # openpyxl takes out what a merge covers; another program leaves it.
        if covered is not None:
            sheet._cells[OURS + 2, column] = type(sheet.cell(OURS + 1, column))(
                sheet, row=OURS + 2, column=column, value=covered
            )
    made.save(path)


@case("o-formulas.xlsx", "формулы без значений", "формул")
def formulas(path: Path) -> None:
    made, sheet = filled()
    data = made.create_sheet("Данные")
    for row in range(OURS + 1, OURS + 1 + len(week.SCHOOLS)):
        data.cell(row, 1).value = sheet.cell(row, week.REGISTERED + 1).value
        sheet.cell(row, week.REGISTERED + 1).value = f"=Данные!A{row}"
    made.save(path)


@case("o-formulas-elsewhere.xlsx", "формулы без значений только в доле, по которой не судят")
def formulas_elsewhere(path: Path) -> None:
    made, sheet = filled()
    for row in range(OURS + 1, OURS + 1 + len(week.SCHOOLS)):
        sheet.cell(row, week.SHARE + 1).value = f'=IF(G{row}=0,"",H{row}/G{row}*100)'
    made.save(path)


@case("o-hidden-column.xlsx", "скрыт столбец доли")
def hidden_column(path: Path) -> None:
    made, sheet = filled()
    sheet.column_dimensions["I"].hidden = True
    made.save(path)


@case("o-very-hidden.xlsx", "глубоко скрытый лист с той же шапкой и другими числами впереди")
def very_hidden(path: Path) -> None:
    made, sheet = filled()
    for row in range(OURS + 1, OURS + 1 + len(week.SCHOOLS)):
        sheet.cell(row, week.WROTE + 1).value = 1
    sheet.title = "Черновик"
    sheet.sheet_state = "veryHidden"
    shown = made.create_sheet("Мониторинг")
    for row_of in week.rows():
        shown.append(row_of)
    made.active = 1
    made.save(path)


@case("o-chartsheet.xlsx", "лист с диаграммой позади")
def chartsheet(path: Path) -> None:
    made, _ = filled()
    made.create_chartsheet("Диаграмма").add_chart(BarChart())
    made.save(path)


@case("o-choices.xlsx", "выпадающие списки в статусе")
def choices(path: Path) -> None:
    made, sheet = filled()
    listed = DataValidation(type="list", formula1='"Активен,Не активен"')
    sheet.add_data_validation(listed)
    listed.add("E5:E29")
    made.save(path)


@case("o-grouped-rows.xlsx", "строки сгруппированы и свёрнуты")
def grouped_rows(path: Path) -> None:
    made, sheet = filled()
    sheet.row_dimensions.group(week.ABOVE + 1, OURS, hidden=True)
    made.save(path)


@case("o-formatted.xlsx", "числа в своих форматах: «10 чел.», 1 000")
def formatted(path: Path) -> None:
    made, sheet = filled()
    for row in range(OURS + 1, OURS + 1 + len(week.SCHOOLS)):
        sheet.cell(row, week.STAFF + 1).number_format = '0" чел."'
        sheet.cell(row, week.REGISTERED + 1).number_format = "# ##0"
    made.save(path)


@case("o-empty-first-sheet.xlsx", "первый лист пуст")
def empty_first_sheet(path: Path) -> None:
    made, _ = filled()
    made.create_sheet("Лист1", 0)
    made.save(path)


@case("o-merged-header.xlsx", "шапка в две строки, объединена")
def merged_header(path: Path) -> None:
    rows = week.rows()
    group: list[week.Cell] = [
        *week.HEADINGS[:5],
        "Учителя",
        None,
        None,
        None,
        "Чаты",
        None,
        week.HEADINGS[11],
    ]
    below: list[week.Cell] = [None] * 5 + list(week.HEADINGS[5:11]) + [None]
    rows[3:4] = [group, below]
    made, sheet = filled(rows)
    for cells in ("F4:I4", "J4:K4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "L4:L5"):
        sheet.merge_cells(cells)
    made.save(path)
