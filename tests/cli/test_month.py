"""A month of a clerk's work, typed on a terminal: from an empty folder to the exported journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from clerk import Clerk, entries
from edits import write_typed
from offices import school, write_week
from read_back import text_of
from terminal import typed

OFFICE = "МКУ «Управление образования»"
DISTRICT = "Цунтинский район"
HEADS = {
    1: "Исаев Магомед Гаджиевич;директор;",
    2: "Топчий Ибрагим Мусаевич;директор;",
    3: "Абдулаева Патимат Магомедовна;и.о. директора;",
    4: "вакансия;директор;",
}
Row = tuple[int, int, int]
YES = ("выпустить", "да\r")


def basis(number: str, day: str, author: str = "\r") -> list[tuple[str, str]]:
    """The covering letter told; the author of last week is offered."""
    return [("От кого", author), ("Его номер", f"{number}\r"), ("Его дата", f"{day}\r")]


@dataclass
class Desk:
    """A clerk at her terminal; `shown` is all that she has seen."""

    folder: Path
    shown: list[str] = field(default_factory=list)

    def type(
        self,
        *command: str,
        answers: Sequence[tuple[str, str | Callable[[], str]]] = (),
        status: int = 0,
    ) -> str:
        """Type a command, and each answer to its question; what was shown, in one line."""
        ended, shown = typed(self.folder, list(answers), *command)
        self.shown.append(f"$ {command}\n{shown}")
        assert ended == status, shown
        return " ".join(shown.split())

    def sheet(self, name: str, period: str, rows: Sequence[Row]) -> str:
        """A sheet that came from the ministry: each school's number, its staff, its registered."""
        path = self.folder.parent / name
        write_week(path, rows, title=f"Мониторинг использования ИКОП «Сферум» за период {period}")
        return str(path)

    def change(self, file: str, was: str, now: str, encoding: str = "utf-8") -> None:
        """Change a text file of the workspace, as in Notepad."""
        path = self.folder / file
        text = path.read_text(encoding=encoding)
        assert was in text
        path.write_text(text.replace(was, now), encoding=encoding)


def test_a_month_of_a_clerks_work(tmp_path: Path) -> None:
    pass
