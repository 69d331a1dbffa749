"""What is required may change by date; words that texts share are written once."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import SHEET, Clerk
from edits import change_settings, extend_settings

DATED = "at_least = [{ from = 2023-04-14, value = 80 }, { from = 2023-09-01, value = 100 }]"


def requirements(clerk: Clerk) -> set[str]:
    """What is required of the share that is registered, as findings tell it."""
    report = clerk("check", SHEET, "--json").json
    found = [one for one in report["findings"] if one["indicator"] == "registered_share"]
    return {one["requirement"] for one in found}


def test_the_requirement_of_the_last_date_before_the_period_s_end_counts(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, "at_least = 100", DATED)
    assert requirements(clerk) == {"не менее 80%"}


def test_before_the_first_date_nothing_is_required(clerk: Clerk, workspace: Path) -> None:
    change_settings(workspace, "at_least = 100", "at_least = [{ from = 2023-04-15, value = 80 }]")
    assert requirements(clerk) == set()


@pytest.mark.parametrize(
    "written", ["at_least = []", "at_least = [{ value = 80 }]", 'at_least = "много"']
)
def test_a_requirement_that_cannot_be_one_is_told_with_its_key(
    clerk: Clerk, workspace: Path, written: str
) -> None:
    change_settings(workspace, "at_least = 100", written)
    answer = clerk("check", SHEET)
    assert (answer.status, "indicators.registered_share.at_least" in answer.err) == (1, True)


def test_a_word_stands_where_it_is_named(clerk: Clerk, workspace: Path) -> None:
    extend_settings(workspace, '[words]\n"платформа" = "ИКОП «Сферум»"')
    change_settings(workspace, "обеспечить активацию профиля", "войти в {{ слова.платформа }}")
    assert clerk("notices", SHEET, "--date", "18.04.2023", "--yes").status == 0
    change_settings(workspace, "слова.платформа", "слова.платфома")
    answer = clerk("check", SHEET)
    assert (answer.status, "Ближе всего: платформа" in answer.err) == (1, True)
