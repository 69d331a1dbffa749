"""Characters that no document can hold are told where they come in, and left out there."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter
from clerk import PRINTED_WEEK, Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"


def dropped(clerk: Clerk) -> list[tuple[str, str]]:
    """Where characters were left out of the printed week, and what is told."""
    warnings = clerk("check", SHEET, "--json").json["warnings"]
    return [(one["where"], one["text"]) for one in warnings if one["code"] == "characters-dropped"]


def test_of_a_sheet_its_cell_is_told(clerk: Clerk, workspace: Path) -> None:
    cells = list(openpyxl.load_workbook(workspace / SHEET).active.iter_rows(values_only=True))
    book = xlsxwriter.Workbook(workspace / SHEET)
    sheet = book.add_worksheet("Мониторинг")
    for number, row in enumerate(cells):
        sheet.write_row(number, 0, row)
    sheet.write("F106", "Акти\x02вен")
    book.close()
    [(where, text)] = dropped(clerk)
    assert (where, "Активен" in text) == ("2023-04-14.xlsx, Мониторинг!F106", True)
    assert clerk(*PRINTED_WEEK).status == 0


def test_of_the_directory_its_line_is_told(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "data/schools.csv"
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace("МКОУ «Берихинская ООШ»", "МКОУ «Берихин\x07ская ООШ»", 1))
    [(where, text)] = dropped(clerk)
    assert (where, "МКОУ «Берихинская ООШ»" in text) == ("schools.csv, строка 3", True)


def test_of_the_settings_their_key_is_told(clerk: Clerk, workspace: Path) -> None:
    path = workspace / "letters.toml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("phone =")].count("\n") + 1
    path.write_text(text.replace('phone = "', 'phone = "\\u0001', 1), encoding="utf-8")
    [(where, _)] = dropped(clerk)
    assert where == f"letters.toml, строка {line}"


@pytest.mark.parametrize("key", ["author", "number"])
def test_of_the_covering_letter_its_key_is_told_and_the_letter_goes(
    clerk: Clerk, workspace: Path, key: str
) -> None:
    path = (workspace / SHEET).with_suffix(".toml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'{key} = "', f'{key} = "\\u0002'), encoding="utf-8")
    [(where, _)] = dropped(clerk)
    assert where.startswith("2023-04-14.toml, строка ")
    issued = clerk(*PRINTED_WEEK, "--json").json
    [warning] = [one for one in issued["warnings"] if one["code"] == "characters-dropped"]
    assert warning["where"] == where
    document = docx.Document(str(workspace / issued["documents"][0]["path"]))
    assert any("06-5649/06-18/23" in paragraph.text for paragraph in document.paragraphs)
