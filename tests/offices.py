"""Offices that the tests make: a district of any number of schools that all fall short, and a
notice to each.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import docx
import xlsxwriter
from benchmarks.offices import HEADINGS, inn
from clerk import ROOT, SHEET

WEEK = "Мониторинг использования ИКОП «Сферум» за период с 08.04.2023 по 14.04.2023"
NOTICE = """
[types.urging]
title = "Уведомление"
template = "urging.docx"
series = "outgoing"
scope = "finding"
addressee = "Руководителю"
heading = "О неисполнении показателей"
"""
NOTICES = ("issue", "urging", SHEET, "--date", "18.04.2023", "--yes")


def school(number: int) -> str:
    """The short name of the school with this number."""
    return f"МКОУ «Школа № {number}»"


def write_week(path: Path, rows: Sequence[tuple[int, int, int]], title: str = WEEK) -> None:
    """A week's sheet: of each school its number, its staff, and how many of them are registered."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Мониторинг")
    sheet.write(0, 0, title)
    sheet.write_row(2, 0, HEADINGS)
    for line, (number, staff, registered) in enumerate(rows, 3):
        row = (
            "Цунтинский район",
            school(number),
            inn(number),
            "Активен",
            staff,
            registered,
            registered,
            3,
            1,
            2,
        )
        sheet.write_row(line, 0, row)
    book.close()


def notice_office(folder: Path, schools: int) -> Path:
    """A workspace in `folder` whose district has that many schools, all with unregistered
    teachers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    settings = (ROOT / "letters.toml").read_text(encoding="utf-8")
    (folder / "letters.toml").write_text(settings + NOTICE, encoding="utf-8")
    monitoring = folder / "data/monitoring"
    monitoring.mkdir(parents=True)
    shutil.copy(ROOT / "data/monitoring/2023-04-14.toml", monitoring)
    write_week(
        monitoring / "2023-04-14.xlsx", [(number, 10, 5) for number in range(1, schools + 1)]
    )
    lines = [f"{inn(number)};{school(number)}" for number in range(1, schools + 1)]
    text = "\n".join(["ИНН;Краткое наименование", *lines])
    (folder / "data/schools.csv").write_text(text, encoding="utf-8-sig")
    _write_template(folder / "templates/urging.docx")
    return folder


def _write_template(path: Path) -> None:
    document = docx.Document()
    for text in (
        "{{ письмо.дата }} № {{ письмо.номер }}",
        "{{ письмо.адресат }}",
        "{{ школа.название }}: зарегистрировано {{ школа.доля_зарегистрированных }}",
        "{%p for н in нарушения %}",
        "{{ н.показатель }}: {{ н.значение }}, требуется {{ н.требование }}. {{ н.что_сделать }}.",
        "{%p endfor %}",
        "{{ подписант.должность }} {{ подписант.подпись }}",
    ):
        document.add_paragraph(text)
    document.save(str(path))
