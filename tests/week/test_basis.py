"""The covering letter that a week relies on."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk, assert_refused, codes_of


def test_a_basis_that_nobody_can_be_asked_for(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    assert_refused(clerk, workspace, "автор, номер, дата", "--basis-number")


def test_a_missing_basis_is_only_a_warning(clerk: Clerk) -> None:
    answer = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json")
    assert answer.status == 0
    assert codes_of(answer.json) == ["basis-unknown"]
