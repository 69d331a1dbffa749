"""The week that the cases tell, as rows that a test may change before they are written."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from letters_gen.compliance import figures, findings
from letters_gen.errors import LettersError
from letters_gen.facts.monitoring import read_monitoring
from letters_gen.facts.schools import Directory
from letters_gen.model.settings import Settings

FOLDER = Path(__file__).parent / "facts/cases"
TRUTH: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["truth"]
HEADINGS = (
    "№ п/п",
    "Муниципальное образование",
    "Наименование образовательной организации",
    "ИНН",
    "Статус профиля",
    "Всего по штату",
    "Зарегистрировано",
    "Написали более 3 сообщений в чатах",
    "Чатов создано",
    "из них служебных",
    "Видеозвонков",
)
NUMBER, DISTRICT, SCHOOL, INN, STATUS, STAFF, REGISTERED, WROTE, CHATS, SERVICE, CALLS = range(11)
RIGHT, ASKED, WRONG = "right", "asked", "wrong"
Row = list[Any]


@dataclass
class Table:
    """A sheet before it is written: lines above the header, the header's rows, a row a school."""

    above: list[Row]
    header: list[Row]
    rows: list[Row]
    sheet: str = "Мониторинг"
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)

    @property
    def ours(self) -> list[Row]:
        """The district's own rows."""
        return [row for row in self.rows if "Цунтинский" in str(row[DISTRICT])]

    def lines(self) -> list[Row]:
        """All rows of the sheet."""
        return [*self.above, *self.header, *self.rows]

    def top(self) -> int:
        """The sheet's row of the first school, from 0."""
        return len(self.above) + len(self.header)


def true_week() -> Table:
    """The week as it is."""
    cells = openpyxl.load_workbook(FOLDER / "00-plain.xlsx").active.iter_rows(values_only=True)
    rows = [[*row[:1], *row[2:9], *row[10:]] for row in cells if isinstance(row[0], int)]
    above: list[Row] = [
        ["Мониторинг использования ИКОП «Сферум» общеобразовательными организациями"],
        ["Республика Дагестан, за период с 08.04.2023 по 14.04.2023"],
        [],
    ]
    return Table(above, [list(HEADINGS)], copy.deepcopy(rows))


def write(table: Table | Sequence[Table], path: Path) -> Path:
    """Write sheets as a workbook."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"})
    for one in [table] if isinstance(table, Table) else table:
        sheet = book.add_worksheet(one.sheet)
        formats = {
            column: book.add_format({"num_format": text}) for column, text in one.formats.items()
        }
        for number, row in enumerate(one.lines()):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write(number, column, cell, formats.get(column))
        for first_row, first, last_row, last in one.merged:
            cell = one.lines()[first_row][first]
            sheet.merge_range(first_row, first, last_row, last, cell)
    book.close()
    return path


def outcome(path: Path, settings: Settings, directory: Directory) -> str:
    """What reading a sheet comes to: the facts as they are, a question or a refusal, or others."""
    try:
        reading = read_monitoring(path, settings, directory)
    except LettersError as error:
        return f"{ASKED}: {error}"
    still = [question for question in reading.questions if question.is_open]
    if still or reading.monitoring is None:
        return f"{ASKED}: " + "; ".join(f"{one.id} {dict(one.arguments)}" for one in still)
    found: dict[str, list[str]] = defaultdict(list)
    for finding in findings(reading.monitoring, settings.indicators.values()):
        found[finding.school.short_name].append(finding.indicator.key)
    figure = figures(reading.monitoring, settings.figures.values())["доля_не_писавших"]
    week = f"{reading.monitoring.period.subject}"
    same = (
        dict(found) == TRUTH["findings"]
        and len(reading.monitoring.rows) == len(TRUTH["schools"])
        and (figure.part, figure.whole) == (TRUTH["wrote"], TRUTH["registered"])
        and week == "2023-04-08/2023-04-14"
    )
    return RIGHT if same else f"{WRONG}: {dict(found)} {figure} {week}"
