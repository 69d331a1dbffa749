"""The week before: for how many weeks a school falls short, and what has changed."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk


def test_the_second_week_tells_for_how_many_weeks_and_what_changed(
    clerk: Clerk, letter: Path
) -> None:
    report = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json").json
    found = {(finding["school"], finding["indicator"]): finding for finding in report["findings"]}
    lasting = found["МКОУ «Хибиятлинская ООШ»", "registered_share"]
    assert (lasting["weeks"], lasting["change"]) == (2, "0")
    new = found["МКОУ «Махалатлинская СОШ»", "wrote_share"]
    assert (new["weeks"], new["change"]) == (1, "−64,7 п.п.")
