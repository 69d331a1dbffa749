"""What is told before a number is taken, and stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, SHEET, Clerk, codes_of, reserve
from edits import change_settings, sheet_changed

OTHER_EXECUTOR = '[executors.default]\nname = "Алиева З.М."'


def test_notices_before_the_weeks_letter_are_warned_of(clerk: Clerk) -> None:
    codes = codes_of(clerk(*PRINTED_NOTICES, "--dry-run", "--json").json)
    assert "weekly-not-issued" in codes
    clerk("weekly", SHEET, "--date", "18.04.2023", "--yes")
    codes = codes_of(clerk(*PRINTED_NOTICES, "--dry-run", "--json").json)
    assert "weekly-not-issued" not in codes
    clerk("register", "annul", "219", "--reason", "отозвано")
    codes = codes_of(clerk(*PRINTED_NOTICES, "--dry-run", "--json").json)
    assert "weekly-not-issued" in codes, "a void letter is none"


def test_a_corrected_sheet_leaves_no_letter_of_the_week_with_old_figures_unsaid(
    clerk: Clerk, workspace: Path
) -> None:
    assert clerk("weekly", SHEET, "--date", "18.04.2023", "--yes").status == 0
    assert "weekly-figures-stand" not in codes_of(clerk(*PRINTED_NOTICES, "--yes", "--json").json)
    with sheet_changed(workspace, SHEET) as sheet:
        [mine] = [row for row in sheet.iter_rows() if "Генухская" in str(row[3].value)]
        mine[8].value -= 1
    corrected = clerk(*PRINTED_NOTICES, "--correct", "уточнённые сведения", "--yes")
    assert corrected.status == 0, corrected.err
    assert "В письме 01-16/219 за эту неделю не те цифры" in " ".join(corrected.out.split())
    assert clerk("weekly", SHEET, "--correct", "уточнённые сведения", "--yes").status == 0
    again = clerk(*PRINTED_NOTICES, "--new-edition", "уточнённые сведения", "--dry-run", "--json")
    assert "weekly-figures-stand" not in codes_of(again.json)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("13.04.2023", ["date-before-period-ends", "date-before-basis"]),
        ("16.04.2023", ["date-before-basis"]),
        ("17.04.2023", []),
        ("01.03.2023", ["date-far-from-period", "date-before-period-ends", "date-before-basis"]),
        ("16.05.2023", ["date-far-from-period"]),
    ],
)
def test_a_day_of_signing_that_cant_be_is_warned_of(
    clerk: Clerk, day: str, codes: list[str]
) -> None:
    answer = clerk("weekly", SHEET, "--date", day, "--dry-run", "--json")
    assert codes_of(answer.json) == codes


def test_a_deadline_in_a_year_whose_days_off_arent_known_yet_is_told(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, "{ 2023 = 219 }", "{ 2023 = 219, 2099 = 1 }")
    command = ("notices", SHEET, "--date", "18.04.2099", "--dry-run", "--json")
    codes = codes_of(clerk(*command).json)
    assert "calendar-unknown" in codes


def test_a_date_before_that_of_the_last_number_is_told(clerk: Clerk) -> None:
    reserve(clerk, day="20.04.2023")
    warning = clerk(*PRINTED_WEEK, "--dry-run", "--json").json["warnings"][-1]
    assert "раньше даты уже выданного номера, 20.04.2023" in warning["text"]


def test_another_executor_for_an_issued_letter_only_warns(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    change_settings(workspace, '[executors.default]\nname = "Магомедова П.П."', OTHER_EXECUTOR)
    answer = clerk(*PRINTED_WEEK, "--json")
    assert (answer.status, answer.json["issued"]) == (0, 0)
    assert codes_of(answer.json) == ["executor-stands"]
