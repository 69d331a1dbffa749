"""Paper journals, as offices keep them in Excel."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

HEADINGS = ["№", "Дата", "Исх. №", "Кому", "Краткое содержание", "Исп.", "Отправлено", "Примечание"]


def paper(folder: Path, rows: list[list[Any]], headings: list[str] = HEADINGS) -> str:
    """A journal as an office keeps it in Excel; its path."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Журнал исходящих документов"])
    sheet.append([])
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    path = folder / "журнал.xlsx"
    book.save(path)
    return str(path)


def row(
    number: Any, day: Any = datetime(2023, 3, 1), heading: str = "О чём", **other: str
) -> list[Any]:
    """A line of a journal, in the order of HEADINGS."""
    return [
        None,
        day,
        number,
        other.get("to", "Кому"),
        heading,
        "Алиева",
        other.get("sent"),
        other.get("remark"),
    ]


def notes(report: Any) -> list[tuple[str, Any]]:
    """The notes of a report: their codes, and the numbers that they are about."""
    return [(note["code"], note["number"]) for note in report["notes"]]
