"""What was answered about a sheet is kept where it belongs, and never asked again: a school's other
name in the directory, a value's spelling in letters.toml, the rest beside the sheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clerk import SHEET, Clerk
from edits import sheet_changed

from letters_gen.office.settings import load_settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.questions import keep_answer
from letters_gen.week.survey import survey

SIDECAR = "data/monitoring/2023-04-14.toml"


def answer_all(workspace: Path, answers: dict[str, str]) -> list[str]:
    """Answer the questions about the printed week by their codes; the codes of those there were."""
    office = Workspace(workspace)
    settings = load_settings(office.settings)
    register = Register.at(workspace / "register.sqlite", "", "uompsit")
    found = survey(office, settings, register, workspace / SHEET, None)
    register.close()
    for question in found.questions:
        assert keep_answer(office, found, question, answers[question.code]) == {}
    return [question.code for question in found.questions]


def checked(clerk: Clerk) -> dict[str, Any]:
    """The report of the printed week, of which nothing is open."""
    answer = clerk("check", SHEET, "--json")
    assert (answer.status, answer.json["doubts"]) == (0, [])
    report: dict[str, Any] = answer.json
    return report


def test_a_school_under_another_name_is_asked_about_once(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["D106"], sheet["E106"] = "Асахская школа им. Г. Магомедова", None
    assert answer_all(workspace, {"school-unmatched": "МКОУ «Асахская СОШ»"}) == [
        "school-unmatched"
    ]
    directory = (workspace / "data/schools.csv").read_text(encoding="utf-8-sig")
    assert "Другие названия" in directory.splitlines()[0]
    assert "Асахская школа им. Г. Магомедова" in directory.splitlines()[1]
    assert checked(clerk)["schools"] == 22


def test_two_other_names_of_one_school_are_kept_side_by_side(clerk: Clerk, workspace: Path) -> None:
    for name in ("Асахская школа им. Г. Магомедова", "Школа Асаха"):
        with sheet_changed(workspace) as sheet:
            sheet["D106"], sheet["E106"] = name, None
        answer_all(workspace, {"school-unmatched": "МКОУ «Асахская СОШ»"})
        assert checked(clerk)["schools"] == 22


def test_a_row_may_be_answered_to_be_no_school(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet.insert_rows(128)
        sheet["C128"], sheet["D128"], sheet["F128"] = "Цунтинский район", "Ревком", "Активен"
        sheet["G128"], sheet["H128"], sheet["I128"], sheet["L128"] = 1, 1, 1, 1
    assert answer_all(workspace, {"school-unmatched": "не школа"}) == ["school-unmatched"]
    assert checked(clerk)["schools"] == 22
    assert "не школа" in (workspace / SIDECAR).read_text(encoding="utf-8")


def test_an_unknown_value_is_asked_about_once(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["F106"], sheet["F108"] = "В работе", "В работе"
    assert answer_all(workspace, {"unknown-value": "Активен"}) == ["unknown-value"]
    assert "В работе" in (workspace / "letters.toml").read_text(encoding="utf-8")
    statuses = [one for one in checked(clerk)["findings"] if one["indicator"] == "profile_status"]
    assert len(statuses) == 5


def test_values_without_a_list_of_their_own_are_asked_about_and_listed(
    clerk: Clerk, workspace: Path
) -> None:
    path = workspace / "letters.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("values = ")]
    path.write_text("\n".join(kept), encoding="utf-8")
    assert answer_all(workspace, {"unknown-value": "нет данных"}) == ["unknown-value"]
    checked(clerk)


def test_a_dash_is_zero_or_no_data_as_was_answered(clerk: Clerk, workspace: Path) -> None:
    for line, cell in ((106, "-"), (108, "не сдали отчёт")):
        with sheet_changed(workspace) as sheet:
            sheet[f"L{line}"] = cell
    assert answer_all(workspace, {"zero-or-no-data": "0"}) == ["zero-or-no-data"]
    failing = {one["school"] for one in checked(clerk)["findings"]}
    assert {"МКОУ «Асахская СОШ»", "МКОУ «Генухская СОШ»"} <= failing


def test_two_rows_of_a_school_are_added_up_where_that_is_answered(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet.insert_rows(107)
        for column in range(1, 14):
            sheet.cell(107, column).value = sheet.cell(106, column).value
        sheet["D107"], sheet["G107"] = "Филиал МКОУ «Асахская СОШ»", 20
    assert answer_all(workspace, {"school-rows": "сложить"}) == ["school-rows"]
    [finding] = [one for one in checked(clerk)["findings"] if "Асахская" in one["school"]]
    assert finding["value"] == "82,4%"


def test_a_part_greater_than_its_whole_goes_as_it_stands_or_counts_for_nothing(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        sheet["H106"] = 28
    assert answer_all(workspace, {"part-exceeds-whole": "нет данных"}) == ["part-exceeds-whole"]
    assert checked(clerk)["totals"]["registered"] == 311
