"""Sheets of the sample office's schools, each with one oddity of real life: read rightly, or asked
about; never wrong facts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from clerk import Answer, Clerk

FOLDER = Path(__file__).parent / "cases"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
TRUTH: dict[str, Any] = EXPECTED["truth"]


def told_findings(report: dict[str, Any]) -> dict[str, list[str]]:
    """The indicators that each school doesn't meet."""
    found: dict[str, list[str]] = defaultdict(list)
    for finding in report["findings"]:
        found[finding["school"]].append(finding["indicator"])
    return dict(found)


def says_the_truth(report: dict[str, Any]) -> bool:
    """Whether a report has the schools, their findings and the district's figure as they are."""
    figure = report["figures"]["доля_не_писавших"]["value"]
    return (
        report["schools"] == len(TRUTH["schools"])
        and told_findings(report) == TRUTH["findings"]
        and figure == f"{TRUTH['silent_percent']:.1f}".replace(".", ",") + "%"
    )


def is_right(answer: Answer, case: dict[str, Any]) -> bool:
    """Whether `check` answered as it should."""
    if answer.status == 0:
        return bool(case.get("facts")) and says_the_truth(answer.json)
    refused = case.get("refused") or (["Лист", "лист"] if "also_accepted" in case else [])
    return answer.status == 1 and any(word in answer.out + answer.err for word in refused)


@pytest.mark.parametrize("name", sorted(EXPECTED["cases"]))
def test_a_sheet_is_read_rightly_or_asked_about(clerk: Clerk, name: str) -> None:
    answer = clerk("check", str(FOLDER / name), "--json")
    assert "Traceback" not in answer.err
    assert is_right(answer, EXPECTED["cases"][name]), answer.out[:3000] + answer.err
