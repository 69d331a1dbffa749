"""The true week, changed in one way: as files of real life are. What stands under `READ` is read
rightly, what stands under `ASKED` may be asked about or refused, and none gives other facts.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

from true_week import HEADINGS, Row, Table

DISTRICT_NAME = "Цунтинский район"
FULL_NAMES: dict[str, str] = {}
Change = Callable[[Table], None]
READ: dict[str, Change] = {}
ASKED: dict[str, Change] = {}


def read(change: Change) -> Change:
    """Mark a change that must be read rightly."""
    READ[change.__name__] = change
    return change


def asked(change: Change) -> Change:
    """Mark a change that may be asked about, and is never misread."""
    ASKED[change.__name__] = change
    return change


@read
def plain(t: Table) -> None:
    pass


@read
def total_in_the_middle(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    o = t.ours
    s = [None, "Цунтинский район", "Итого по району:", None, None] + [
        sum(r[c] for r in o) for c in range(5, 11)
    ]
    t.rows.insert(i, s)


@read
def total_word_svod(t: Table) -> None:
    t.rows.append(
        [None, None, "Свод по республике", None, None]
        + [sum(r[c] for r in t.rows) for c in range(5, 11)]
    )


@read
def total_mean(t: Table) -> None:
    o = t.ours
    t.rows.insert(
        t.rows.index(o[-1]) + 1,
        [None, "Цунтинский район", "В среднем по району", None, None]
        + [round(sum(r[c] for r in o) / 22, 1) for c in range(5, 11)],
    )


@read
def total_unnamed_sum(t: Table) -> None:
    o = t.ours
    t.rows.insert(
        t.rows.index(o[-1]) + 1,
        [None, "Цунтинский район", None, None, None] + [sum(r[c] for r in o) for c in range(5, 11)],
    )


@read
def total_of_all_schools(t: Table) -> None:
    o = t.ours
    s = [sum(r[c] for r in o) for c in range(5, 11)]
    t.rows.insert(t.rows.index(o[-1]) + 1, [None, DISTRICT_NAME, "Все школы", None, None, *s])


@read
def total_unnamed_above_the_rows(t: Table) -> None:
    o = t.ours
    s = [sum(r[c] for r in o) for c in range(5, 11)]
    t.rows.insert(t.rows.index(o[0]), [None, DISTRICT_NAME, None, None, None, *s])


def _by_sections(t: Table, number: int, after: str) -> None:
    """A row above each district's rows names it; `after` the office's stands another."""
    rows: list[Row] = []
    for one in t.rows:
        if not rows or one[1] != rows[-1][1]:
            title = f"{number}. {one[1]}" if number else one[1]
            number += 1 if number else 0
            if after and rows and rows[-1][1] == DISTRICT_NAME:
                rows.append([after, *[None] * 10])
                rows.append([1, "x", "ГБОУ РД «Лицей № 1»", "0541010006", "Активен", *[5] * 6])
            rows.append([title, one[1], *[None] * 9])
        rows.append(one)
    t.rows = [[None if at == 1 else cell for at, cell in enumerate(row)] for row in rows]
    t.header = [[None if cell == HEADINGS[1] else cell for cell in row] for row in t.header]


@read
def numbered_sections(t: Table) -> None:
    _by_sections(t, 1, "")


@read
def section_of_the_republic_s_schools(t: Table) -> None:
    _by_sections(t, 0, "Республиканские учреждения")


@read
def district_stuck_together(t: Table) -> None:
    for row in t.ours:
        row[1] = "Цунтинскийрайон"


@read
def footnote_figures_behind_names(t: Table) -> None:
    for row in t.rows:
        row[2], row[3] = f"{row[2]} ¹", None


@read
def headings_over_two_rows(t: Table) -> None:
    upper = "№|Муниципальное|Наименование|ИНН|Статус|Всего|Зарегистри-|Написали более 3|Чатов"
    lower = "п/п|образование|образовательной организации||профиля|по штату|ровано"
    t.header = [
        [*upper.split("|"), "из них", "Видео-"],
        [*lower.split("|"), "сообщений в чатах", "создано", "служебных", "звонков"],
    ]


@read
def headings_over_three_rows(t: Table) -> None:
    upper = "№|Муниципальное|Наименование|ИНН|Статус|Всего|Зарегистрировано|Написали более|Чатов"
    middle = "п/п|образование|образовательной||профиля|по||3 сообщений|создано|служебных"
    t.header = [
        [*upper.split("|"), "из них", "Видеозвонков"],
        [*middle.split("|"), None],
        [None, None, "организации", None, None, "штату", None, "в чатах", None, None, None],
    ]


@read
def period_in_a_note_below(t: Table) -> None:
    t.above[1][0] = "Республика Дагестан"
    t.rows += [[None] * 11, ["Период: 08.04.2023 – 14.04.2023", *[None] * 10]]


@asked
def title_of_parents(t: Table) -> None:
    t.above[0][0] = "Мониторинг регистрации родителей (законных представителей)"


@asked
def title_of_pupils(t: Table) -> None:
    t.above[0][0] = "Активность обучающихся в ИКОП «Сферум»"


@read
def title_of_parents_over_headings_of_teachers(t: Table) -> None:
    t.above[0][0] = "Родители"
    t.header[0][5] = "Всего учителей"


@asked
def second_table_with_fewer_columns(t: Table) -> None:
    rest = t.ours[11:]
    t.rows = [row for row in t.rows if row not in rest]
    t.rows += [[None] * 11, [*HEADINGS[:2], *HEADINGS[3:1:-1], *HEADINGS[4:6], *[None] * 5]]
    t.rows += [[*row[:2], row[3], row[2], *row[4:6], *[None] * 5] for row in rest]


@asked
def two_numbers_in_a_cell(t: Table) -> None:
    t.ours[0][5] = "10 12"


@asked
def a_letter_for_a_nought(t: Table) -> None:
    for row in t.ours:
        row[5] = str(row[5]).replace("0", "О")


@read
def total_odd_name_sum(t: Table) -> None:
    o = t.ours
    t.rows.insert(
        t.rows.index(o[-1]) + 1,
        [None, "Цунтинский район", "Цунта", None, None]
        + [sum(r[c] for r in o) for c in range(5, 11)],
    )


@read
def total_in_first_col(t: Table) -> None:
    t.rows.append(
        ["Итого", None, None, None, None] + [sum(r[c] for r in t.rows) for c in range(5, 11)]
    )


@read
def district_section(t: Table) -> None:
    rows = []
    last = None
    for r in t.rows:
        if r[1] != last:
            rows.append([r[1]] + [None] * 10)
            last = r[1]
        rows.append([r[0], *r[2:]])
    for h in t.header:
        del h[1]
    t.rows = rows


@read
def district_section_in_name_col(t: Table) -> None:
    rows = []
    last = None
    for r in t.rows:
        if r[1] != last:
            rows.append([None, r[1]] + [None] * 9)
            last = r[1]
        rows.append([r[0], *r[2:]])
    for h in t.header:
        del h[1]
    t.rows = rows


@read
def district_section_with_sums(t: Table) -> None:
    rows = []
    last = None
    for r in t.rows:
        if r[1] != last:
            o = [x for x in t.rows if x[1] == r[1]]
            rows.append([None, r[1], None, None] + [sum(x[c] for x in o) for c in range(5, 11)])
            last = r[1]
        rows.append([r[0], *r[2:]])
    for h in t.header:
        del h[1]
    t.rows = rows


@read
def district_by_sheet(t: Table) -> None:
    t.rows = t.ours
    for h in t.header:
        del h[1]
    for r in t.rows:
        del r[1]
    t.sheet = "Цунтинский"


@read
def district_r_on(t: Table) -> None:
    for r in t.ours:
        r[1] = "МР «Цунтинский р-он»"


@read
def district_latin(t: Table) -> None:
    for r in t.ours:
        r[1] = r[1].replace("у", "y").replace("о", "o")


@asked
def district_typo_half(t: Table) -> None:
    for r in t.ours[:11]:
        r[1] = "Цунтиский район"


@asked
def district_other_for_one(t: Table) -> None:
    t.ours[3][1] = "Шамильский район"


@read
def group_count_first(t: Table) -> None:
    t.header = [list(HEADINGS), [None] * 11]
    t.header[0].insert(7, None)
    t.header[1][6] = "чел."
    t.header[1].insert(7, "%")
    for r in t.rows:
        r.insert(7, round(100 * r[6] / r[5]))


@read
def group_kolvo_dolya(t: Table) -> None:
    t.header = [list(HEADINGS), [None] * 11]
    t.header[0].insert(7, None)
    t.header[1][6] = "кол-во"
    t.header[1].insert(7, "доля")
    for r in t.rows:
        r.insert(7, round(100 * r[6] / r[5]))


@asked
def group_total_of_them(t: Table) -> None:
    t.header = [list(HEADINGS), [None] * 11]
    t.header[0].insert(7, None)
    t.header[1][6] = "всего"
    t.header[1].insert(7, "из них молодых специалистов")
    for r in t.rows:
        r.insert(7, r[6] // 2)


@asked
def group_last_this_week(t: Table) -> None:
    t.header = [list(HEADINGS), [None] * 11]
    t.header[0].insert(6, "Зарегистрировано")
    t.header[0][7] = None
    t.header[1][6] = "прошлая неделя"
    t.header[1].insert(7, "текущая неделя")
    for r in t.rows:
        r.insert(6, max(0, r[6] - 2))


@asked
def two_same_headings(t: Table) -> None:
    t.header[0].insert(7, "Зарегистрировано")
    for r in t.rows:
        r.insert(7, max(0, r[6] - 2))


@read
def percent_beside(t: Table) -> None:
    t.header[0].insert(7, "Зарегистрировано, %")
    for r in t.rows:
        r.insert(7, round(100 * r[6] / r[5]))


@read
def percent_before(t: Table) -> None:
    t.header[0].insert(6, "% зарегистрированных")
    for r in t.rows:
        r.insert(6, round(100 * r[6] / r[5]))


@asked
def only_percent(t: Table) -> None:
    t.header[0][6] = "Зарегистрировано, %"
    for r in t.rows:
        r[6] = round(100 * r[6] / r[5])


@asked
def only_percent_under(t: Table) -> None:
    t.header.append([None] * 11)
    t.header[1][6] = "%"
    for r in t.rows:
        r[6] = round(100 * r[6] / r[5])


@asked
def count_col_fraction(t: Table) -> None:
    for r in t.rows:
        r[6] = r[6] / r[5]


@read
def units_only(t: Table) -> None:
    t.header.append([None] * 5 + ["чел."] * 3 + ["шт."] * 3)


@read
def unit_in_heading(t: Table) -> None:
    for c in (5, 6, 7):
        t.header[0][c] += ", чел."
    t.header[0][8] += " (ед.)"


@read
def letters_row(t: Table) -> None:
    t.header.append(["А", "Б", "В", "Г", "Д", "1", "2", "3", "4", "5", "6"])


@read
def header_repeated(t: Table) -> None:
    t.rows[20:20] = [list(HEADINGS)]


@read
def header_repeated_page(t: Table) -> None:
    t.rows[20:20] = [[None] * 11, ["Страница 2"], list(HEADINGS)]


@read
def columns_reversed(t: Table) -> None:
    t.header = [h[::-1] for h in t.header]
    t.rows = [r[::-1] for r in t.rows]


@read
def name_unheaded(t: Table) -> None:
    t.header[0][2] = None


@read
def inn_unheaded(t: Table) -> None:
    t.header[0][3] = None


@read
def inn_float(t: Table) -> None:
    for r in t.rows:
        r[3] = float(r[3])


@read
def inn_text_float(t: Table) -> None:
    for r in t.rows:
        r[3] = r[3].lstrip("0") + ".0"


@read
def inn_spaces(t: Table) -> None:
    for r in t.rows:
        r[3] = r[3][:4] + " " + r[3][4:]


@read
def inn_kpp(t: Table) -> None:
    for r in t.rows:
        r[3] = r[3] + "/053801001"


@read
def inn_none(t: Table) -> None:
    for r in t.rows:
        r[3] = None


@asked
def inn_shift_down(t: Table) -> None:
    o = t.ours
    k = [r[3] for r in o]
    for r, x in zip(o, k[-1:] + k[:-1], strict=False):
        r[3] = x


@asked
def inn_two_swapped(t: Table) -> None:
    o = t.ours
    o[0][3], o[1][3] = (o[1][3], o[0][3])


@asked
def names_shift(t: Table) -> None:
    o = t.ours
    k = [r[2] for r in o]
    for r, x in zip(o, k[1:] + k[:1], strict=False):
        r[2] = x


@asked
def registered_shift(t: Table) -> None:
    o = t.ours
    k = [r[6] for r in o]
    for r, x in zip(o, k[1:] + k[:1], strict=False):
        r[6] = x


@read
def status_case(t: Table) -> None:
    for r in t.rows:
        r[4] = r[4].upper()


@read
def status_dots(t: Table) -> None:
    for i, r in enumerate(t.rows):
        r[4] = r[4] + ("." if i % 2 else "*")


@read
def status_latin_all(t: Table) -> None:
    for r in t.rows:
        r[4] = (
            r[4]
            .replace("е", "e")
            .replace("о", "o")
            .replace("а", "a")
            .replace("А", "A")
            .replace("Н", "H")
        )


@read
def status_neaktiven(t: Table) -> None:
    for r in t.rows:
        r[4] = r[4].replace("Не активен", "Неактивен")


@asked
def status_blank(t: Table) -> None:
    for r in t.ours[:2]:
        r[4] = None


@asked
def status_unknown(t: Table) -> None:
    for r in t.ours[:2]:
        r[4] = "На модерации"


@asked
def status_yes_no(t: Table) -> None:
    for r in t.rows:
        r[4] = "да" if r[4] == "Активен" else "нет"


@asked
def status_plus(t: Table) -> None:
    for r in t.rows:
        r[4] = "+" if r[4] == "Активен" else "-"


@read
def counts_text(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = str(r[c])


@read
def counts_nbsp(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = f"\xa0{r[c]}\xa0"


@read
def counts_apostrophe(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = f"'{r[c]}"


@read
def counts_decimal_text(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = f"{r[c]},0"


@asked
def dash_zero(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = r[c] or "-"


@asked
def blank_zero(t: Table) -> None:
    for r in t.rows:
        for c in range(5, 11):
            r[c] = r[c] or None


@asked
def blank_school(t: Table) -> None:
    for c in range(4, 11):
        t.ours[0][c] = None


@asked
def no_report_merged(t: Table) -> None:
    r = t.ours[0]
    r[4] = "отчёт не представлен"
    for c in range(5, 11):
        r[c] = None
    i = t.top() + t.rows.index(r)
    t.merged.append((i, 4, i, 10))


@asked
def error_na(t: Table) -> None:
    t.ours[0][6] = "#Н/Д"


@asked
def date_in_count(t: Table) -> None:
    t.ours[0][6] = datetime.date(2023, 4, 10)


@asked
def negative(t: Table) -> None:
    t.ours[0][6] = -9


@asked
def text_unit_one(t: Table) -> None:
    t.ours[0][6] = "9 чел."


@asked
def thousand_dot(t: Table) -> None:
    t.ours[0][5] = "10.000"


@asked
def part_over(t: Table) -> None:
    t.ours[0][6] = 19


@asked
def part_over_all(t: Table) -> None:
    for r in t.rows:
        r[5], r[6] = (r[6], r[5])


@asked
def headings_swapped(t: Table) -> None:
    h = t.header[0]
    h[5], h[6] = (h[6], h[5])


@asked
def two_periods(t: Table) -> None:
    t.above[0] = ["Мониторинг за период с 01.04.2023 по 07.04.2023"]


@read
def period_in_words(t: Table) -> None:
    t.above[1] = ["за неделю с 8 по 14 апреля 2023 года"]


@read
def period_two_cells(t: Table) -> None:
    t.above[1] = ["Период", datetime.date(2023, 4, 8), None, datetime.date(2023, 4, 14)]


@read
def period_s_po_cells(t: Table) -> None:
    t.above[1] = ["с", "08.04.2023", "по", "14.04.2023"]


@read
def period_sheet_name(t: Table) -> None:
    t.above[1] = []
    t.sheet = "08.04-14.04.2023"


@asked
def period_none(t: Table) -> None:
    t.above[1] = []


@asked
def period_sheet_contradicts(t: Table) -> None:
    t.sheet = "01.04-07.04.2023"


@asked
def asof(t: Table) -> None:
    t.above[1] = ["по состоянию на 14 апреля 2023 г."]


@read
def period_quotes(t: Table) -> None:
    t.above[1] = ["с «08» апреля 2023 г. по «14» апреля 2023 г."]


@read
def second_table_same_order(t: Table) -> None:
    t.rows[18:18] = [[None] * 11, ["Таблица 2"], list(HEADINGS)]


@asked
def second_table_other_period(t: Table) -> None:
    o = [list(r) for r in t.ours]
    for r in o:
        r[6] = 0
        r[7] = 0
    t.rows += [[None] * 11, ["за период с 01.04.2023 по 07.04.2023"], list(HEADINGS), *o]


@asked
def roles_rows(t: Table) -> None:
    t.header[0].insert(4, "Роль")
    rows = []
    for r in t.rows:
        for role, k in (("Учитель", 1), ("Родитель", 3), ("Обучающийся", 5)):
            n = list(r)
            n.insert(4, role)
            for c in range(6, 12):
                n[c] *= k
            rows.append(n)
    t.rows = rows


@asked
def branch_no_inn(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    r = list(t.ours[0])
    r[2] = "филиал в с. Цибари"
    r[3] = None
    r[5:] = [3, 1, 1, 0, 0, 0]
    t.rows.insert(i + 1, r)


@asked
def branch_named(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    r = list(t.ours[0])
    r[2] = "Филиал МКОУ «Асахская СОШ»"
    r[3] = None
    r[5:] = [3, 1, 1, 0, 0, 0]
    t.rows.insert(i + 1, r)


@asked
def branch_blank_name(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    r = list(t.ours[0])
    r[2] = None
    r[3] = None
    r[5:] = [3, 1, 1, 0, 0, 0]
    t.rows.insert(i + 1, r)


@asked
def school_twice_diff(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    r = list(t.ours[0])
    r[6] = 3
    t.rows.insert(i + 1, r)


@read
def school_twice_same(t: Table) -> None:
    i = t.rows.index(t.ours[0])
    t.rows.insert(i + 1, list(t.ours[0]))


@asked
def missing_with_stranger(t: Table) -> None:
    t.ours[0][2] = "МКОУ «Новая школа»"
    t.ours[0][3] = None


@asked
def missing_with_stranger_inn(t: Table) -> None:
    t.ours[0][2] = "МКОУ «Новая школа»"
    t.ours[0][3] = "7712345678"


@read
def names_full(t: Table) -> None:
    m = FULL_NAMES
    for r in t.rows:
        r[2] = m.get(r[2], r[2])
        r[3] = None


@read
def names_mbou(t: Table) -> None:
    for r in t.rows:
        r[2] = r[2].replace("МКОУ", "МБОУ")
        r[3] = None


@read
def names_latin(t: Table) -> None:
    for r in t.rows:
        r[2] = r[2].replace("а", "a").replace("о", "o").replace("С", "C")
        r[3] = None


@read
def names_quotes(t: Table) -> None:
    for r in t.rows:
        r[2] = r[2].replace("«", '"').replace("»", '"').upper()
        r[3] = None


@read
def names_numbered(t: Table) -> None:
    for i, r in enumerate(t.rows, 1):
        r[2] = f"{i}. {r[2]}"
        r[3] = None


@read
def names_village(t: Table) -> None:
    for _i, r in enumerate(t.rows, 1):
        r[2] = f"{r[2]} (с. Асах)"
        r[3] = None


@read
def names_order(t: Table) -> None:
    for _i, r in enumerate(t.rows, 1):
        r[2] = r[2].replace("МКОУ «", "").replace("»", "")
        a, b = r[2].split(" ", 1)
        r[2] = b + " " + a if " " not in b else r[2]
        r[3] = None


@read
def names_no_quotes_short(t: Table) -> None:
    for _i, r in enumerate(t.rows, 1):
        r[2] = r[2].replace("«", "").replace("»", "")
        r[3] = None


@read
def names_comma_village(t: Table) -> None:
    for _i, r in enumerate(t.rows, 1):
        r[2] = f"{r[2]}, с. Асах"
        r[3] = None


@read
def names_mr(t: Table) -> None:
    for _i, r in enumerate(t.rows, 1):
        r[2] = f"{r[2]} Цунтинского района"
        r[3] = None


@read
def heading_synonym_hyph(t: Table) -> None:
    t.header[0][7] = "Написали более 3 со-\nобщений в чатах¹"


@read
def heading_slip(t: Table) -> None:
    t.header[0][6] = "Зарегестрировано"


@asked
def heading_other(t: Table) -> None:
    t.header[0][6] = "Подключено к платформе"


@asked
def heading_5(t: Table) -> None:
    t.header[0][7] = "Написали более 5 сообщений в чатах"


@read
def heading_upper(t: Table) -> None:
    t.header[0] = [h.upper() for h in t.header[0]]


@read
def heading_latin(t: Table) -> None:
    t.header[0] = [h.replace("о", "o").replace("е", "e").replace("а", "a") for h in t.header[0]]


@read
def note_rows(t: Table) -> None:
    t.rows += [[None] * 11, ["Примечание: данные на 17:00"], ["Исп. Иванов И.И., тел. 12-34-56"]]


@read
def note_rows_in_name(t: Table) -> None:
    t.rows += [
        [None] * 11,
        [None, None, "Примечание: данные на 17:00"],
        [None, None, "* без учёта филиалов"],
    ]


@read
def remark_itogo(t: Table) -> None:
    t.header[0].append("Примечание")
    for i, r in enumerate(t.rows):
        r.append("Итого 3" if i % 3 == 0 else None)


@read
def header_gap(t: Table) -> None:
    t.header = [
        [*list(HEADINGS[:5]), "Пользователи", None, None, "Чаты", None, "Видеозвонков"],
        [None] * 11,
        [None] * 5 + list(HEADINGS[5:10]) + [None],
    ]


@read
def header_of_them(t: Table) -> None:
    t.header = [
        [*list(HEADINGS[:5]), "Пользователи", None, None, "Чаты", None, "Видеозвонков"],
        [None] * 6 + ["из них"] + [None] * 4,
        [None] * 5 + list(HEADINGS[5:10]) + [None],
    ]


@read
def header_five(t: Table) -> None:
    t.header = [
        list(HEADINGS[:5]) + ["Показатели"] + [None] * 5,
        [None] * 5 + ["Пользователи", None, None, "Чаты", None, "Видеозвонков"],
        [None] * 5 + ["с ролью «Учитель»"] + [None] * 5,
        [None] * 5 + ["за неделю"] + [None] * 5,
        [None] * 5 + list(HEADINGS[5:10]) + [None],
    ]


@read
def right_shift(t: Table) -> None:
    for k in ("above", "header", "rows"):
        setattr(t, k, [[None] * 4 + r for r in getattr(t, k)])


@read
def merged_district(t: Table) -> None:
    i = 0
    while i < len(t.rows):
        j = i
        while j + 1 < len(t.rows) and t.rows[j + 1][1] == t.rows[i][1]:
            j += 1
        if j > i:
            t.merged.append((t.top() + i, 1, t.top() + j, 1))
        i = j + 1


@read
def merged_status(t: Table) -> None:
    t.rows.sort(key=lambda r: r[4])
    i = 0
    while i < len(t.rows):
        j = i
        while j + 1 < len(t.rows) and t.rows[j + 1][4] == t.rows[i][4]:
            j += 1
        if j > i:
            t.merged.append((t.top() + i, 4, t.top() + j, 4))
        i = j + 1


@asked
def transposed(t: Table) -> None:
    rows = t.header + t.rows
    t.header = []
    t.rows = [list(x) for x in zip(*rows, strict=False)]


@read
def shuffled(t: Table) -> None:
    random.Random(1).shuffle(t.rows)


@read
def district_once_shuffled(t: Table) -> None:
    last = None
    for r in t.rows:
        if r[1] == last:
            r[1] = None
        else:
            last = r[1]
    t.rows[2:2] = []


@asked
def staff_group_only(t: Table) -> None:
    t.header = [
        [
            *list(HEADINGS[:5]),
            "Педагоги",
            None,
            "Ученики",
            None,
            "из них служебных",
            "Видеозвонков",
        ],
        [None] * 5
        + ["Всего по штату", "Зарегистрировано", "Всего по штату", "Зарегистрировано", None, None],
    ]
    for r in t.rows:
        r[7], r[8] = (r[5] * 9, r[6] * 9)


def _district(told: str) -> Change:
    def change(t: Table) -> None:
        for r in t.ours:
            r[1] = told

    return change


for number, told in enumerate(
    (
        "41. Цунтинский район",
        "05 Цунтинский район",
        "Цунтин-\nский район",
        "Администрация МР «Цунтинский район»",
        "Муниципальный район «Цунтинский район» Республики Дагестан",
        "РД, Цунтинский район",
    )
):
    READ[f"district_written_{number}"] = _district(told)


@asked
def district_of_another_name(t: Table) -> None:
    for r in t.ours:
        r[1] = "Цунта"


@read
def district_ditto(t: Table) -> None:
    last = None
    for r in t.rows:
        if r[1] == last:
            r[1] = "— // —"
        else:
            last = r[1]


def _heading(column: int, text: str) -> Change:
    def change(t: Table) -> None:
        t.header[0][column] = text

    return change


for number, (column, text) in enumerate(
    (
        (6, "7. Зарегистрировано"),
        (6, "Зарегистрировано [1]"),
        (7, "Написали более трёх сообщений в чатах"),
        (7, "Написали более 3-х сообщений в чатах"),
        (7, "Написали более 3 собщений в чатах"),
    )
):
    READ[f"heading_written_{number}"] = _heading(column, text)

# A word more, or another beginning, says the opposite, or something else: no slip of the pen.
for number, (column, text) in enumerate(
    (
        (6, "Не зарегистрировано"),
        (6, "Незарегистрировано"),
        (6, "Перерегистрировано"),
        (7, "Не написали более 3 сообщений в чатах"),
        (7, "Написали от 3 сообщений в чатах"),
        (9, "из них неслужебных"),
    )
):
    ASKED[f"heading_of_something_else_{number}"] = _heading(column, text)


@asked
def status_doubted(t: Table) -> None:
    t.ours[0][4] = "Активен?"


def _period(text: str) -> Change:
    def change(t: Table) -> None:
        t.above[1] = [text]

    return change


for number, text in enumerate(
    (
        "с 8 по 14.04.23",
        "неделя: 8 – 14.04.2023",
        "с 8 апр. по 14 апр. 2023 г.",
        "с 8 по 14 апр 2023",
    )
):
    READ[f"period_written_{number}"] = _period(text)

for number, text in enumerate(
    ("с 08.04.2023 по 14.04.2024", "с 08.04.2022 по 14.04.2023", "с 01.09.2022 по 14.04.2023")
):
    ASKED[f"period_too_long_{number}"] = _period(text)


@asked
def period_below(t: Table) -> None:
    t.above[1] = []
    t.rows += [[], ["срок сдачи с 08.04.2023 по 14.04.2023"]]


@read
def names_glued(t: Table) -> None:
    for r in t.rows:
        r[2] = r[2].replace(" «", "«")
        r[3] = None


@read
def names_mr_behind(t: Table) -> None:
    for r in t.rows:
        r[2] = f"{r[2]} МР Цунтинский район"
        r[3] = None


def _valid_inn(number: int) -> str:
    digits = f"0538{number:05d}"
    weighed = (int(digit) * weight for digit, weight in zip(digits, INN_WEIGHTS, strict=True))
    return f"{digits}{sum(weighed) % 11 % 10}"


INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def _section_of(told: str) -> Change:
    """Districts have rows of their own, one of which doesn't call itself a district; the schools
    of others have a sound ИНН.
    """

    def change(t: Table) -> None:
        rows: list[Row] = []
        last = None
        for number, r in enumerate(t.rows):
            if r[1] != last:
                last = r[1]
                rows.append([None, told if "Шамильский" in last else last] + [None] * 8)
            if "Цунтинский" not in r[1]:
                r[3] = _valid_inn(50_000 + number)
            rows.append([r[0], *r[2:]])
        for h in t.header:
            del h[1]
        t.rows = rows

    return change


for number, told in enumerate(
    ("Бежтинский участок", "Кизляр", "ЗАТО Комаровский", "пгт Дубки", "Городской округ Дербент")
):
    READ[f"section_of_{number}"] = _section_of(told)


def _grouped(first: int, last: int, group: str) -> Change:
    """Some columns stand under a group."""

    def change(t: Table) -> None:
        above: Row = [None] * len(HEADINGS)
        above[first] = group
        t.header = [above, list(HEADINGS)]
        t.merged = [(len(t.above), first, len(t.above), last)]

    return change


READ["group_of_teachers"] = _grouped(5, 7, "Пользователи с ролью «Учитель»")
READ["group_of_staff"] = _grouped(6, 7, "Сотрудники")
READ["group_of_this_week"] = _grouped(6, 7, "За отчётную неделю")
for number, (first, last, group) in enumerate(
    (
        (5, 10, "Родители"),
        (6, 7, "Обучающиеся"),
        (6, 7, "Прошлая неделя"),
        (6, 7, "План"),
        (6, 7, "за месяц"),
        (6, 7, "Учителя и родители"),
        (6, 7, "в % к штату"),
        (6, 7, "Прирост за неделю"),
    )
):
    ASKED[f"group_of_others_{number}"] = _grouped(first, last, group)


def _stranger(name: str, inn: str) -> Change:
    """A row with a sound ИНН that the directory doesn't know, all of our schools having theirs."""

    def change(t: Table) -> None:
        r = list(t.ours[0])
        r[2:4] = [name, inn]
        r[5:] = [3, 1, 1, 0, 0, 0]
        t.rows.insert(t.rows.index(t.ours[-1]) + 1, r)

    return change


ASKED["branch_with_inn"] = _stranger("Филиал МКОУ «Асахская СОШ» в с. Китури", _valid_inn(51234))
ASKED["office_with_inn"] = _stranger("МКУ «УОМПСиТ»", "0538003986")
ASKED["total_with_inn"] = _stranger("Итого по району", "0538003986")
ASKED["period_of_a_term"] = _period("Срок представления: с 17.04.2023 по 21.04.2023")
ASKED["period_before"] = _period("(предыдущий период: с 01.04.2023 по 07.04.2023)")
READ["period_and_the_one_before"] = _period(
    "за период с 08.04.2023 по 14.04.2023 (предыдущий: с 01.04.2023 по 07.04.2023)"
)


@read
def names_with_inn(t: Table) -> None:
    for r in t.rows:
        r[2:4] = [f"{r[2]}, ИНН {r[3]}", None]


ASKED["period_of_papers"] = _period("приказ от 01.02.2023 № 5, письмо от 28.02.2023 № 7")
ASKED["period_when_made"] = _period("Сформировано 07.04.2023, обновлено 14.04.2023")


@asked
def counts_shown_in_thousands(t: Table) -> None:
    t.formats = {5: "#,##0,"}
    for r in t.rows:
        r[5] *= 1000


@asked
def counts_shown_in_percent(t: Table) -> None:
    t.formats = {6: "0%"}


@read
def counts_shown_with_zeros(t: Table) -> None:
    t.formats = dict.fromkeys(range(5, 11), "#,##0;-0;;@")
