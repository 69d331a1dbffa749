"""The week that every file of the corpus tells: the sample office's 22 schools and some others."""

from __future__ import annotations

Cell = str | int | float | None

TITLE = "Мониторинг использования ИКОП «Сферум» общеобразовательными организациями"
PERIOD = "Республика Дагестан, за период с 08.04.2023 по 14.04.2023"
DISTRICT = "Цунтинский район"
HEADINGS: tuple[str, ...] = (
    "№ п/п",
    "Муниципальное образование",
    "Наименование образовательной организации",
    "ИНН",
    "Статус профиля",
    "Всего по штату",
    "Зарегистрировано",
    "Написали более 3 сообщений в чатах",
    "Доля написавших более 3 сообщений, %",
    "Чатов создано",
    "из них служебных",
    "Видеозвонков",
)
# Where the columns stand that the tests change.
STATUS, STAFF, REGISTERED, WROTE, SHARE = 4, 5, 6, 7, 8
# The rows above the schools.
ABOVE = 4

# Name, ИНН, status; staff, registered, wrote; chats, service chats, video calls.
SCHOOLS: tuple[tuple[str, str, str, int, int, int, int, int, int], ...] = (
    ("Асахская СОШ", "0538031006", "Активен", 10, 9, 9, 6, 2, 3),
    ("Берихинская ООШ", "0538031077", "Не активен", 12, 0, 0, 0, 0, 0),
    ("Генухская СОШ", "0538031140", "Активен", 31, 31, 30, 12, 3, 2),
    ("Гутатлинская СОШ", "0538031214", "Активен", 27, 24, 0, 5, 0, 1),
    ("Кидеринская СОШ", "0538031285", "Активен", 40, 40, 38, 15, 4, 6),
    ("Махалатлинская СОШ", "0538031359", "Активен", 32, 32, 31, 14, 2, 1),
    ("Междуреченская СОШ", "0538031422", "Не активен", 17, 0, 0, 0, 0, 0),
    ("Мококская СОШ", "0538031493", "Активен", 24, 24, 21, 14, 3, 0),
    ("Ретлобская СОШ", "0538031567", "Активен", 19, 19, 19, 10, 1, 0),
    ("Сагадинская СОШ", "0538031630", "Активен", 27, 25, 23, 3, 0, 1),
    ("Терутлинская СОШ", "0538031704", "Активен", 22, 22, 22, 8, 2, 4),
    ("Тляцудинская СОШ", "0538031775", "Активен", 15, 15, 15, 7, 1, 1),
    ("Хибиятлинская ООШ", "0538031849", "Не активен", 11, 0, 0, 0, 0, 0),
    ("Хупринская ООШ", "0538031912", "Активен", 18, 18, 17, 9, 2, 1),
    ("Хутрахская СОШ", "0538031983", "Активен", 26, 26, 12, 11, 2, 3),
    ("Цебаринская СОШ", "0538032056", "Активен", 21, 20, 10, 6, 1, 2),
    ("Цехокская НОШ", "0538032120", "Не активен", 5, 0, 0, 0, 0, 0),
    ("Цунтинская СОШ", "0538032190", "Активен", 35, 35, 34, 16, 4, 7),
    ("Шаитлинская СОШ", "0538032264", "Активен", 20, 18, 18, 9, 2, 0),
    ("Шапихская СОШ", "0538032338", "Активен", 14, 14, 7, 5, 1, 1),
    ("Шауринская СОШ", "0538032401", "Активен", 16, 16, 16, 8, 3, 2),
    ("Эльбокская СОШ", "0538032472", "Активен", 13, 12, 12, 6, 1, 0),
)
OTHERS: tuple[tuple[str, str, str, int, int, int, int, int, int], ...] = (
    ("Ботлихская СОШ № 1", "0538412700", "Активен", 14, 8, 4, 14, 3, 6),
    ("Ботлихская СОШ № 2", "0538412717", "Активен", 56, 34, 6, 12, 3, 9),
    ("Ботлихская СОШ № 3", "0538412724", "Активен", 54, 51, 0, 7, 4, 1),
)


def rows() -> list[list[Cell]]:
    """The whole sheet: title, period, an empty row, the header in row 4, other schools, ours."""
    empty: list[Cell] = [None] * len(HEADINGS)
    table = [[TITLE, *empty[1:]], [PERIOD, *empty[1:]], [*empty], [*HEADINGS]]
    everybody = [
        *(("Ботлихский район", one) for one in OTHERS),
        *((DISTRICT, one) for one in SCHOOLS),
    ]
    for number, (district, school) in enumerate(everybody, 1):
        name, inn, status, staff, registered, wrote, chats, service, calls = school
        share = round(wrote / registered * 100, 1) if registered else None
        told = (status, staff, registered, wrote, share, chats, service, calls)
        table.append([number, district, f"МКОУ «{name}»", inn, *told])
    return table


def first_of_ours() -> int:
    """The row, from 0, of the office's first school."""
    return ABOVE + len(OTHERS)


def sums() -> tuple[int, int]:
    """How many teachers of the office's schools are registered, and how many of them wrote."""
    return sum(school[4] for school in SCHOOLS), sum(school[5] for school in SCHOOLS)
