"""An office of any size, as a ministry may have it: schools with heads of many names, all of which
fall short.
"""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

ROOT = Path(__file__).parent.parent
DISTRICT = "Цунтинский район"
HEADINGS = (
    "Муниципальное образование",
    "Наименование ОО",
    "ИНН",
    "Статус профиля",
    "Всего по штату",
    "Зарегистрировано",
    "Написали более 3 сообщений",
    "Чатов создано",
    "Служебных чатов",
    "Видеозвонков",
)
_TITLE = "Мониторинг использования ИКОП «Сферум» за период с {start:%d.%m.%Y} по {end:%d.%m.%Y}"
_END = date(2023, 4, 14)
_POSTS = (
    "директор",
    "директор",
    "директор",
    "и.о. директора",
    "исполняющий обязанности директора",
    "заведующий",
)
_MEN = (
    "Магомед Шамиль Гаджи Али Расул Ибрагим Иван Пётр "
    "Сергей Абдулла Омар Муса Ахмед Тимур Заур Руслан Алексей"
).split()
_WOMEN = (
    "Патимат Аминат Хадижат Зухра Мадина Ольга Мария "
    "Анна Сапият Елена Наталья Умужат Фатима Зарема Ирина"
).split()
_FATHERS = (
    "Магомедов Шамилев Гаджиев Курбанов Расулов Ибрагимов "
    "Иванов Петров Сергеев Омаров Мусаев Ахмедов Саидов"
).split()
_SYLLABLES = "ка ма ра до ги ту ва ло ши бе ха но са ди му га зе ру фа ли".split()


def make_office(folder: Path, schools: int, seed: int = 1) -> Path:
    """A workspace in `folder` with so many schools, two to four findings each; the sheet is its
    week of 14.04.2023.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "letters.toml", folder)
    (folder / "data/monitoring").mkdir(parents=True)
    chance = random.Random(seed)
    _write_week(folder, _END, schools, chance)
    _write_directory(folder / "data/schools.csv", schools, chance)
    return folder


def add_week(folder: Path, end: date, schools: int) -> None:
    """The sheet of the week that ends on `end`, and its covering letter, for an office of so many
    schools.
    """
    _write_week(folder, end, schools, random.Random(end.toordinal()))


def _write_week(folder: Path, end: date, schools: int, chance: random.Random) -> None:
    letter = folder / "data/monitoring" / f"{end.isoformat()}.toml"
    shutil.copy(ROOT / "data/monitoring/2023-04-14.toml", letter)
    _write_sheet(letter.with_suffix(".xlsx"), end, schools, chance)


def inn(number: int) -> str:
    """The ИНН of the school with this number; its check digit fits."""
    digits = f"05{number:07d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return digits + str(
        sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 % 10
    )


def _write_sheet(path: Path, end: date, schools: int, chance: random.Random) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Мониторинг")
    sheet.write(0, 0, _TITLE.format(start=end - timedelta(days=6), end=end))
    sheet.write_row(2, 0, HEADINGS)
    for number in range(1, schools + 1):
        staff = chance.randint(8, 60)
        registered = chance.randint(1, staff - 1)
        status = chance.choice(("Активен", "Не активен"))
        counts = (
            staff,
            registered,
            registered // 2,
            chance.randint(0, 9),
            chance.randint(0, 1),
            chance.randint(0, 9),
        )
        sheet.write_row(
            number + 2, 0, (DISTRICT, f"МКОУ «Школа № {number}»", inn(number), status, *counts)
        )
    book.close()


def _write_directory(path: Path, schools: int, chance: random.Random) -> None:
    lines = ["ИНН;Краткое наименование;Полное наименование;Руководитель;Должность;Пол;E-mail"]
    for number in range(1, schools + 1):
        full = (
            "Муниципальное казённое общеобразовательное учреждение "
            f"«Средняя общеобразовательная школа № {number}»"
        )
        cells = (
            inn(number),
            f"МКОУ «Школа № {number}»",
            full,
            _head(chance),
            chance.choice(_POSTS),
            "",
            f"s{number}@example.org",
        )
        lines.append(";".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


def _head(chance: random.Random) -> str:
    """A head's full name; of surnames there are some ten thousand, most of them in no
    dictionary.
    """
    stem = "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize() + chance.choice("нмлр")
    father = chance.choice(_FATHERS)
    if chance.random() < 0.5:
        return f"{stem}ов {chance.choice(_MEN)} {father}ич"
    return f"{stem}ова {chance.choice(_WOMEN)} {father}на"
