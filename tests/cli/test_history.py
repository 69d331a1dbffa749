"""history: weeks side by side, on the screen and in a workbook with charts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from clerk import BASIS, Clerk

SECOND = "data/monitoring/2023-04-21.xlsx"
BOOK = "letters/journals/История показателей.xlsx"
SCHOOL = "МКОУ «Хибиятлинская ООШ»"


@pytest.fixture
def weeks(clerk: Clerk, letter: Path, workspace: Path) -> Path:
    """An office that has issued the letters of two weeks."""
    assert clerk("weekly", SECOND, "--date", "25.04.2023", "--yes", *BASIS).status == 0
    return workspace


def test_schools_and_district_are_told_week_by_week(clerk: Clerk, weeks: Path) -> None:
    report = clerk("history", "--json").json
    assert report["weeks"] == [["2023-04-08", "2023-04-14"], ["2023-04-15", "2023-04-21"]]
    assert report["district"]["registered_share"] == ["75,4%", "88%"]
    assert report["requirements"]["wrote_share"] == "не менее 80%"
    [school] = [one for one in report["schools"] if one["school"] == SCHOOL]
    assert (school["findings"], school["running"], school["place"]) == ([3, 3], 2, "21–22")
    assert school["values"]["registered_share"] == ["0%", "0%"]
    assert school["values"]["wrote_share"] == [None, None], "nobody is registered: no data"


def test_the_workbook_has_a_line_a_school_the_districts_and_what_is_required(
    clerk: Clerk, weeks: Path
) -> None:
    assert clerk("history").status == 0
    book = openpyxl.load_workbook(weeks / BOOK)
    sheet = book["3. Доля зарегистрированных"]
    lines = {line[0]: line[1:] for line in sheet.iter_rows(min_row=3, values_only=True)}
    assert lines["Организация"] == ("14.04.2023", "21.04.2023")
    assert lines[SCHOOL] == (0, 0)
    assert lines["По району"] == pytest.approx((325 / 431, 441 / 501))
    assert lines["Требуется: не менее 100%"] == (1, 1)
    status = {line[0]: line[1:] for line in book["2. Статус профиля"].iter_rows(values_only=True)}
    assert status[SCHOOL] == ("Не активен", "Не активен")
    assert status["МКОУ «Генухская СОШ»"] == (None, None), "what is as required stays empty"
    assert status["По району"] == ("17 из 22", "20 из 22")


def test_its_charts_are_excels_own(clerk: Clerk, weeks: Path) -> None:
    clerk("history")
    with zipfile.ZipFile(weeks / BOOK) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawn = archive.read("xl/charts/chart2.xml").decode()
    assert len(charts) == 4
    assert drawn.count("<c:ser>") == 22 + 2


def test_one_school_is_told_with_each_of_its_values(clerk: Clerk, weeks: Path) -> None:
    out = clerk("history", "история.xlsx", "--school", "хибиятл", "--weeks", "1").out
    assert "Не активен" in out
    assert "14.04.23" not in out
    assert SCHOOL in [
        cell.value
        for cell in openpyxl.load_workbook("история.xlsx")["1. Не выполнено показателей"]["A"]
    ]


def test_a_share_just_below_its_requirement_isnt_rounded_onto_it(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    from letters_gen.outputs.trend_book import write_trend
    from letters_gen.outputs.trend_tables import TrendTable

    table = TrendTable("Доля", ("14.04.2023",), ("А",), [[0.7996]], [0.5], "share", 0.8, "80%")
    write_trend(workspace / "t.xlsx", "Доля", [table])
    cell = openpyxl.load_workbook(workspace / "t.xlsx")["1. Доля"]["B4"]
    assert (cell.value, cell.number_format) == (0.7996, "0.00%")


@pytest.mark.parametrize(
    ("options", "words"),
    [(("--school", "Нет такой"), "Нет такой"), (("история.csv",), ".xlsx")],
)
def test_what_cant_be_shown_is_told(
    clerk: Clerk, weeks: Path, options: tuple[str, ...], words: str
) -> None:
    answer = clerk("history", *options)
    assert (answer.status, words in answer.err) == (1, True)


def test_without_a_week_there_is_no_history(clerk: Clerk) -> None:
    answer = clerk("history")
    assert (answer.status, "еженедельное письмо" in answer.err) == (1, True)
