"""What isn't certain about a school's head: told with its line, or asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, SHEET, Clerk, codes_of
from edits import change_directory, drop_school

HEAD = "Черных Ольга Викторовна;директор;"


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (";директор;", "school-without-head"),
        ("Черных Ольга Викторовна;;", "head-without-post"),
    ],
)
def test_a_head_or_a_post_that_the_directory_lacks_is_told_with_its_line(
    clerk: Clerk, workspace: Path, now: str, code: str
) -> None:
    change_directory(workspace, HEAD, now)
    [warning] = [
        one for one in clerk("check", SHEET, "--json").json["warnings"] if one["code"] != "part-odd"
    ]
    assert (warning["code"], "schools.csv, строка 15" in warning["where"]) == (code, True)


def test_a_school_that_the_directory_lacks_is_told_once(clerk: Clerk, workspace: Path) -> None:
    drop_school(workspace, "Хупринская")
    codes = codes_of(clerk("check", SHEET, "--json").json)
    assert codes == ["school-not-in-directory"]


def test_all_heads_that_nothing_can_be_assumed_of_are_told_at_once(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, HEAD, "Ким Женя;директор;")
    change_directory(workspace, "Муса Ибрагим Мусаевич", "Муса (и.о.)")
    answer = clerk(*PRINTED_NOTICES, "--yes")
    assert (answer.status, "Ким Женя" in answer.err, "Муса (и.о.)" in answer.err) == (1, True, True)
    assert not (workspace / "letters").exists()
