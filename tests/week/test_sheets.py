"""Which sheet is the week's, and how one from elsewhere is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clerk import BASIS, SHEET, Clerk
from edits import sheet_changed

REMADE = ("--correct", "министерство прислало неделю ещё раз")


def test_an_empty_folder_of_sheets(clerk: Clerk, workspace: Path) -> None:
    for path in (workspace / "data/monitoring").iterdir():
        path.unlink()
    answer = clerk("weekly", "--yes")
    assert (answer.status, "letters-gen weekly ФАЙЛ" in answer.err) == (1, True)


def test_the_latest_sheet_is_taken_where_none_is_named(clerk: Clerk) -> None:
    answer = clerk("weekly", "--date", "25.04.2023", "--yes", "--json", *BASIS)
    assert answer.json["period"] == ["2023-04-15", "2023-04-21"]
    assert "23,1%" in answer.err
    again = clerk("weekly", "--yes")
    assert again.status == 0
    assert "01-16/219" in again.out
    assert "2023-04-14.xlsx" in again.out, "older sheets not yet issued are named"


def test_a_sheet_from_elsewhere_is_kept_in_the_workspace(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "Мониторинг от министерства.xlsx"
    shutil.move(workspace / SHEET, elsewhere)
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    answer = clerk("weekly", str(elsewhere), "--yes", "--date", "2023-04-18", *BASIS)
    assert answer.status == 0, answer.err
    assert (workspace / SHEET).read_bytes() == elsewhere.read_bytes()
    assert 'number = "06-1"' in (workspace / "data/monitoring/2023-04-14.toml").read_text(
        encoding="utf-8"
    )


def test_a_week_sent_again_is_kept_as_its_second_copy_and_the_latest_copy_counts(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    later = workspace / "data/monitoring/2023-04-21.xlsx"
    later.unlink()
    for number, registered in enumerate((5, 6), 2):
        again = tmp_path / f"ещё раз {number}.xlsx"
        shutil.copy(workspace / SHEET, again)
        with sheet_changed(workspace, again) as sheet:
            sheet["H107"] = registered
        answer = clerk("notices", str(again), "--date", "18.04.2023", "--yes", *BASIS, *REMADE)
        assert answer.status == 0, answer.err
        copy = workspace / f"data/monitoring/2023-04-14 ({number}).xlsx"
        assert copy.read_bytes() == again.read_bytes()
        assert clerk("check", "--json").json["totals"]["registered"] == 325 + registered
    kept = sorted(path.name for path in later.parent.glob("*.xlsx"))
    assert clerk("weekly", str(again), "--date", "18.04.2023", "--yes", *BASIS).status == 0
    assert (
        sorted(path.name for path in later.parent.glob("*.xlsx"))
        == kept
        == [
            "2023-04-14 (2).xlsx",
            "2023-04-14 (3).xlsx",
            "2023-04-14.xlsx",
        ]
    )


@pytest.mark.parametrize(
    "name", ["~$2023-04-28.xlsx", "2023-04-28.toml", "Справка.xlsx", "2023-02-31.txt"]
)
def test_what_is_no_sheet_of_a_week_is_passed_by(clerk: Clerk, workspace: Path, name: str) -> None:
    (workspace / "data/monitoring" / name).write_bytes(b"")
    report = clerk("check", "--json").json
    assert report["period"] == ["2023-04-15", "2023-04-21"]


@pytest.mark.parametrize("name", ["от министерства.xlsx", "2023-02-31.XLSX"])
def test_a_sheet_whose_name_is_no_week_is_known_by_what_it_says(
    clerk: Clerk, workspace: Path, name: str
) -> None:
    later = workspace / "data/monitoring/2023-04-21.xlsx"
    later.rename(later.with_name(name))
    report = clerk("check", "--json").json
    assert report["period"] == ["2023-04-15", "2023-04-21"]


def test_a_link_that_leads_nowhere_is_no_sheet(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    (workspace / "data/monitoring/2023-05-05.xlsx").symlink_to(tmp_path / "nowhere.xlsx")
    elsewhere = tmp_path / "от министерства.xlsx"
    shutil.copy(workspace / SHEET, elsewhere)
    assert clerk("check", str(elsewhere)).status == 0
    assert clerk("check").status == 0
