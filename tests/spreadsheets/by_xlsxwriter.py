"""Files of the corpus that XlsxWriter writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter
from spreadsheets import week
from spreadsheets.cases import case

NAME = "Мониторинг"
ACROSS = len(week.HEADINGS) - 1
OURS = week.first_of_ours()
LAST = OURS + len(week.SCHOOLS) - 1


@contextmanager
def book(path: Path, **options: Any) -> Iterator[xlsxwriter.Workbook]:
    made = xlsxwriter.Workbook(path, options)
    yield made
    made.close()


def fill(sheet: Any, rows: list[list[week.Cell]]) -> Any:
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    return sheet


@case("w-plain.xlsx", "как есть")
def plain(path: Path) -> None:
    with book(path) as made:
        fill(made.add_worksheet(NAME), week.rows())


@case("w-constant-memory.xlsx", "строки внутри листа (inlineStr)")
def constant_memory(path: Path) -> None:
    with book(path, constant_memory=True) as made:
        fill(made.add_worksheet(NAME), week.rows())


@case("w-chart-first.xlsx", "первый лист — диаграмма")
def chart_first(path: Path) -> None:
    with book(path) as made:
        drawn = made.add_chart({"type": "column"})
        made.add_chartsheet("Диаграмма").set_chart(drawn)
        fill(made.add_worksheet(NAME), week.rows())
        drawn.add_series({"values": f"={NAME}!$F$8:$F$29"})


@case("w-formulas-uncounted.xlsx", "формулы со значением 0, не сосчитаны", "формул")
def formulas_uncounted(path: Path) -> None:
    _with_formulas(path, valued=False)


@case("w-formulas-valued.xlsx", "формулы со своими значениями")
def formulas_valued(path: Path) -> None:
    _with_formulas(path, valued=True)


def _with_formulas(path: Path, *, valued: bool) -> None:
    rows = week.rows()
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), rows)
        data = made.add_worksheet("Данные")
        for number in range(OURS, LAST + 1):
            counted = rows[number][week.WROTE]
            data.write(number, 0, counted)
            # A school that nobody wrote in has a true zero: nothing tells it from a stand-in.
            if counted:
                formula, value = f"=Данные!A{number + 1}", counted if valued else 0
                sheet.write_formula(number, week.WROTE, formula, None, value)


@case("w-hidden-week-first.xlsx", "прошлая неделя — на скрытом первом листе")
def hidden_week_first(path: Path) -> None:
    last_week = week.rows()
    last_week[1][0] = week.PERIOD.replace("08.04", "01.04").replace("14.04", "07.04")
    for row in last_week[OURS:]:
        row[week.WROTE] = 0
    with book(path) as made:
        hidden = fill(made.add_worksheet("01-07"), last_week)
        fill(made.add_worksheet("08-14"), week.rows()).activate()
        made.worksheets()[1].set_first_sheet()
        hidden.hide()


@case("w-hidden-lists.xlsx", "скрытый лист со справочником")
def hidden_lists(path: Path) -> None:
    with book(path) as made:
        fill(made.add_worksheet(NAME), week.rows())
        lists = made.add_worksheet("Списки")
        lists.write_column(0, 0, ["Активен", "Не активен"])
        lists.very_hidden()


@case("w-percent-format.xlsx", "доля хранится как 0,875 в формате 0%")
def percent_format(path: Path) -> None:
    with book(path) as made:
        shown = made.add_format({"num_format": "0.0%"})
        sheet = fill(made.add_worksheet(NAME), week.rows())
        for number, row in enumerate(week.rows()[OURS:], OURS):
            share = row[week.SHARE]
            if isinstance(share, float):
                sheet.write(number, week.SHARE, share / 100, shown)


@case("w-merged-district.xlsx", "район объединён на все школы")
def merged_district(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.merge_range(week.ABOVE, 1, OURS - 1, 1, "Ботлихский район")
        sheet.merge_range(OURS, 1, LAST, 1, week.DISTRICT)


@case("w-others-filtered-out.xlsx", "чужие районы скрыты фильтром")
def others_filtered_out(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.autofilter(week.ABOVE - 1, 0, LAST, ACROSS)
        for row in range(week.ABOVE, OURS):
            sheet.set_row(row, options={"hidden": True})


@case("w-error-in-count.xlsx", "#Н/Д в колонке, по которой судят", "Н/Д")
def error_in_count(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write_formula(OURS, week.REGISTERED, "=VLOOKUP(1,A1:B2,2)", None, "#N/A")


@case("w-error-in-share.xlsx", "#ДЕЛ/0! в колонке, по которой не судят")
def error_in_share(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write_formula(OURS + 1, week.SHARE, "=H9/G9", None, "#DIV/0!")


@case("w-numbers-as-text.xlsx", "числа записаны текстом")
def numbers_as_text(path: Path) -> None:
    with book(path) as made:
        sheet = made.add_worksheet(NAME)
        for number, row in enumerate(week.rows()):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write_string(number, column, str(cell))


@case("w-inn-as-number.xlsx", "ИНН числом: без нуля впереди")
def inn_as_number(path: Path) -> None:
    rows = week.rows()
    for row in rows[week.ABOVE :]:
        row[3] = int(str(row[3]))
    with book(path) as made:
        fill(made.add_worksheet(NAME), rows)


@case("w-comments-links.xlsx", "примечания и ссылки в ячейках")
def comments_links(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write_comment(OURS, week.STAFF, "Всего 3 учителя в отпуске")
        sheet.write_url(OURS, 2, "https://example.org/", string="МКОУ «Асахская СОШ»")


@case("w-table-object.xlsx", "«умная» таблица Excel со строкой фильтра")
def table_object(path: Path) -> None:
    with book(path) as made:
        sheet = fill(made.add_worksheet(NAME), week.rows())
        columns = [{"header": heading} for heading in week.HEADINGS]
        sheet.add_table(week.ABOVE - 1, 0, LAST, ACROSS, {"columns": columns})
        sheet.freeze_panes(week.ABOVE, 3)


@case("w-dates-1904.xlsx", "счёт дат с 1904 года")
def dates_1904(path: Path) -> None:
    with book(path, date_1904=True) as made:
        fill(made.add_worksheet(NAME), week.rows())


@case("w-styled-far.xlsx", "оформлены пустые строки и столбцы далеко за таблицей")
def styled_far(path: Path) -> None:
    with book(path) as made:
        grey = made.add_format({"bg_color": "#EEEEEE"})
        sheet = fill(made.add_worksheet(NAME), week.rows())
        for row in range(LAST + 1, LAST + 300):
            for column in range(ACROSS + 10):
                sheet.write_blank(row, column, None, grey)


@case("w-image-only.xlsx", "вместо таблицы картинка", "картинк")
def image_only(path: Path) -> None:
    with book(path) as made:
        made.add_worksheet(NAME).insert_image(0, 0, str(Path(__file__).with_name("dot.png")))


@case("w-blank.xlsx", "ни одной заполненной ячейки", "ни одной")
def blank(path: Path) -> None:
    with book(path) as made:
        made.add_worksheet(NAME)


@case("w-only-chart.xlsx", "один лист с диаграммой", "ни одной")
def only_chart(path: Path) -> None:
    with book(path) as made:
        drawn = made.add_chart({"type": "pie"})
        made.add_chartsheet("Диаграмма").set_chart(drawn)
        drawn.add_series({"values": "=Лист!$A$1:$A$2"})


@case("w-rich-strings.xlsx", "часть букв в ячейках выделена")
def rich_strings(path: Path) -> None:
    with book(path) as made:
        bold = made.add_format({"bold": True})
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write_rich_string(OURS, 2, "МКОУ ", bold, "«Асахская", " СОШ»")
        sheet.write_rich_string(week.ABOVE - 1, week.REGISTERED, "Зарегистри", bold, "ровано")


# A mark above the line is no part of the number before it, nor of a word.
FOOTNOTES = {
    (week.ABOVE - 1, week.REGISTERED): "1",
    (OURS, 2): "2)",
    (OURS, week.STATUS): "3",
    (OURS, week.STAFF): "2",
    (OURS + 1, week.WROTE): "2",
}


def _with_footnotes(path: Path, **options: Any) -> None:
    with book(path, **options) as made:
        above = made.add_format({"font_script": 1})
        sheet = made.add_worksheet(NAME)
        for number, row in enumerate(week.rows()):
            for column, cell in enumerate(row):
                mark = FOOTNOTES.get((number, column))
                if mark is None:
                    sheet.write(number, column, cell)
                else:
                    sheet.write_rich_string(number, column, str(cell), above, mark)


@case("w-footnotes.xlsx", "знаки сносок над строкой: у чисел, слов и в шапке")
def footnotes(path: Path) -> None:
    _with_footnotes(path)


@case("w-footnotes-inline.xlsx", "то же, строки внутри листа (inlineStr)")
def footnotes_inline(path: Path) -> None:
    _with_footnotes(path, constant_memory=True)


def footnotes_behind_many_texts(path: Path) -> None:
    """So many texts that an .xls needs several records for them."""
    with book(path) as made:
        above = made.add_format({"font_script": 1})
        notes = made.add_worksheet("Пояснения")
        for number in range(400):
            notes.write(number, 0, f"{number}. Пояснение к таблице, каждое на свой лад {number}")
            notes.write_rich_string(number, 1, "Ünique ", above, "1", f" name {number}")
        sheet = fill(made.add_worksheet(NAME), week.rows())
        for (row, column), mark in FOOTNOTES.items():
            sheet.write_rich_string(row, column, str(week.rows()[row][column]), above, mark)


@case("w-struck-out-whole.xlsx", "число зачёркнуто целиком", "9̶")
def struck_out_whole(path: Path) -> None:
    with book(path) as made:
        struck = made.add_format({"font_strikeout": True})
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write(OURS, week.WROTE, 9, struck)


@case("w-struck-out.xlsx", "прежнее число зачёркнуто, рядом новое", "9̶")
def struck_out(path: Path) -> None:
    with book(path) as made:
        struck = made.add_format({"font_strikeout": True})
        sheet = fill(made.add_worksheet(NAME), week.rows())
        sheet.write_rich_string(OURS, week.WROTE, struck, "9", "8")
