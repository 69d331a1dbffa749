"""What is told before a number is taken, and stops nobody."""

from __future__ import annotations

import pytest
from clerk import PRINTED_NOTICES, SHEET, Clerk


def test_notices_before_the_weeks_letter_are_warned_of(clerk: Clerk) -> None:
    codes = [one["code"] for one in clerk(*PRINTED_NOTICES, "--dry-run", "--json").json["warnings"]]
    assert "weekly-not-issued" in codes
    clerk("weekly", SHEET, "--date", "18.04.2023", "--yes")
    codes = [one["code"] for one in clerk(*PRINTED_NOTICES, "--dry-run", "--json").json["warnings"]]
    assert "weekly-not-issued" not in codes


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("13.04.2023", ["date-before-period-ends", "date-before-basis"]),
        ("16.04.2023", ["date-before-basis"]),
        ("17.04.2023", []),
    ],
)
def test_a_day_of_signing_that_cant_be_is_warned_of(
    clerk: Clerk, day: str, codes: list[str]
) -> None:
    answer = clerk("weekly", SHEET, "--date", day, "--dry-run", "--json")
    assert [warning["code"] for warning in answer.json["warnings"]] == codes
