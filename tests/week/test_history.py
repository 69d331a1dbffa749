"""The week before: for how many weeks a school falls short, and what has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from clerk import BASIS, SHEET, Clerk
from edits import sheet_changed
from terminal import typed

SHARE = "registered_share"


def test_the_second_week_tells_for_how_many_weeks_and_what_changed(
    clerk: Clerk, letter: Path
) -> None:
    report = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json").json
    found = {(finding["school"], finding["indicator"]): finding for finding in report["findings"]}
    lasting = found["МКОУ «Хибиятлинская ООШ»", SHARE]
    assert (lasting["weeks"], lasting["change"]) == (2, "0")
    new = found["МКОУ «Махалатлинская СОШ»", "wrote_share"]
    assert (new["weeks"], new["change"]) == (1, "−64,7 п.п.")


def test_a_week_that_was_well_begins_the_count_anew_and_is_what_is_compared_with(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    second, third = (f"data/monitoring/2023-04-{day}.xlsx" for day in (21, 28))
    assert clerk("weekly", second, "--date", "25.04.2023", "--yes", *BASIS).status == 0
    shutil.copy(workspace / SHEET, workspace / third)
    with sheet_changed(workspace, third) as sheet:
        sheet["A2"] = "Республика Дагестан, за период с 22.04.2023 по 28.04.2023"
    report = clerk("check", third, "--json").json
    [finding] = [
        finding
        for finding in report["findings"]
        if (finding["school"], finding["indicator"]) == ("МКОУ «Берихинская ООШ»", SHARE)
    ]
    assert (finding["value"], finding["weeks"], finding["change"]) == ("0%", 1, "−100 п.п.")


def test_the_district_is_compared_with_the_week_before_and_schools_have_their_places(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    second = "data/monitoring/2023-04-21.xlsx"
    report = clerk("check", second, "--json").json
    assert report["figures"]["доля_не_писавших"]["change"] == "+23,1 п.п."
    assert report["places"]["МКОУ «Хибиятлинская ООШ»"] == "21–22"
    _, out = typed(workspace, [], "check", second)
    assert "; за неделю: +23,1 п.п." in out
    assert "за неделю: 0; место: 21–22" in out


def test_the_first_week_compares_with_nothing(clerk: Clerk) -> None:
    report = clerk("check", SHEET, "--json").json
    assert report["figures"]["доля_не_писавших"]["change"] is None
    assert "за неделю" not in clerk("check", SHEET).out
