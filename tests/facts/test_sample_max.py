"""The sheet of the second sample office, MAX: groups of roles, ready percentages, yes and no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from clerk import Answer, Clerk

SHEET = "data/monitoring/2025-11-28.xlsx"
FIRST, LAST = 6, 44
STAFF, ACTIVE, CHANNEL = 5, 7, 14
PUPILS = (8, 9, 10)
OURS, LAST_SCHOOL = 16, 37  # the rows of our schools; two nursery schools follow
Checked = Callable[[Callable[[Any], None]], Answer]


@pytest.fixture
def checked(clerk: Clerk, tmp_path: Path) -> Checked:
    """What `check` answers once somebody has changed the sheet."""
    office = str(tmp_path / "MAX")
    clerk("init", office, "--sample", "max")
    path = Path(office, SHEET)

    def check(change: Callable[[Any], None]) -> Answer:
        book = openpyxl.load_workbook(path)
        change(book.active)
        book.save(path)
        return clerk("-w", office, "check", str(path), "--json")

    return check


def without_channel(answer: Answer) -> int:
    """How many schools are found to have no channel."""
    return sum(one["indicator"] == "channel" for one in answer.json["findings"])


def open_doubts(answer: Answer) -> list[str]:
    """The codes of what must be answered."""
    return [one["code"] for one in answer.json["doubts"] if one["assumed"] is None]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("есть", "нет"),
        ("создан", "не создан"),
        ("+", "-"),
        ("1", "0"),
        ("✓", "нет"),
        (True, False),
    ],
)
def test_yes_and_no_are_known_in_other_words(checked: Checked, yes: object, no: object) -> None:
    def written(sheet: Any) -> None:
        for row in range(FIRST, LAST + 1):
            cell = sheet.cell(row, CHANNEL)
            cell.value = yes if cell.value == "да" else no

    answer = checked(written)
    assert (answer.status, without_channel(answer)) == (0, 8)


@pytest.mark.parametrize("word", ["да?", "–", "в процессе"])
def test_what_says_neither_yes_nor_no_is_asked_about(checked: Checked, word: str) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(OURS, CHANNEL).value = word

    answer = checked(written)
    assert (answer.status, open_doubts(answer)) == (1, ["unknown-value"])


def test_a_part_of_one_among_percentages_is_asked_about(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(OURS, ACTIVE).value = 0.764

    answer = checked(written)
    assert (answer.status, open_doubts(answer)) == (1, ["percents-mixed"])
    assert "0,764" in answer.json["doubts"][-1]["text"]


def test_a_heading_that_says_the_opposite_is_asked_about(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(5, STAFF + 1).value = "Не подключено"

    answer = checked(written)
    assert (answer.status, open_doubts(answer)) == (1, ["column-missing"])


def test_percentages_are_known_by_their_cells_where_the_heading_does_not_say(
    checked: Checked,
) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(5, ACTIVE).value = "Активность"

    answer = checked(written)
    assert (answer.status, len(answer.json["findings"])) == (0, 21)


def test_a_column_of_counts_is_not_one_of_percentages(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(5, ACTIVE).value = "Активность, чел."

    assert checked(written).status == 1


def test_a_truth_value_for_a_count_is_told_as_excel_shows_it(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(OURS, STAFF).value = True

    assert "ИСТИНА" in checked(written).json["doubts"][0]["text"]


def test_a_percentage_of_nobody_is_no_figure(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        for row in (LAST_SCHOOL + 1, LAST_SCHOOL + 2):
            for column in PUPILS:
                sheet.cell(row, column).value = 0

    answer = checked(written)
    judged = {one["school"] for one in answer.json["findings"] if "pupils" in one["indicator"]}
    assert (answer.status, [name for name in judged if "Детский сад" in name]) == (0, [])


def test_groups_of_pupils_are_known_by_their_other_names(checked: Checked) -> None:
    def written(sheet: Any) -> None:
        sheet.cell(4, PUPILS[0]).value = "Обучающиеся (воспитанники)"
        sheet.cell(4, STAFF).value = "Педагогические работники"

    assert checked(written).status == 0


def test_a_table_of_kindergartens_without_pupils_is_read_and_told(checked: Checked) -> None:
    """They have no pupils: their table has two groups where that of the schools has three."""

    def apart(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=5)]
        gardens = [row for row in range(FIRST, LAST + 1) if "Детский" in sheet.cell(row, 3).value]
        rows += [[sheet.cell(row, column).value for column in range(1, 15)] for row in gardens]
        for row in reversed(gardens):
            sheet.delete_rows(row)
        below = sheet.max_row + 3
        for number, row in enumerate(rows):
            for column, value in enumerate([*row[:7], *row[10:]], 1):
                sheet.cell(below + number, column, value)

    answer = checked(apart)
    assert answer.json["schools"] == 24
    assert not open_doubts(answer)
    told = [one["text"] for one in answer.json["warnings"] if one["code"] == "column-absent"]
    assert any("Обучающиеся: всего" in text for text in told)
