"""Files of every kind and writer, each with one oddity of real life: the week's facts, or words
that say what is the matter. `tests/spreadsheets/make.py` made them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from clerk import Clerk

CORPUS = Path(__file__).parents[2] / "spreadsheets"
EXPECTED: dict[str, dict[str, Any]] = json.loads((CORPUS / "expected.json").read_text("utf-8"))
TRUTH: dict[str, Any] = json.loads((CORPUS / "truth.json").read_text("utf-8"))
READ = [file for file, told in EXPECTED.items() if "refused" not in told]
REFUSED = [file for file, told in EXPECTED.items() if "refused" in told]


def test_the_corpus_is_what_its_writers_write() -> None:
    assert {path.name for path in (CORPUS / "files").iterdir()} == EXPECTED.keys()
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("file", READ)
def test_the_facts_of_a_file_are_the_week_s(clerk: Clerk, file: str) -> None:
    answer = clerk("check", str(CORPUS / "files" / file), "--json")
    assert answer.status == 0, answer.out + answer.err
    found: dict[str, list[str]] = {}
    for finding in answer.json["findings"]:
        found.setdefault(finding["school"], []).append(finding["indicator"])
    assert found == TRUTH["findings"]
    assert answer.json["schools"] == TRUTH["schools"]
    for column in ("staff", "registered", "wrote"):
        assert answer.json["totals"][column] == TRUTH[column]


@pytest.mark.parametrize("file", REFUSED)
def test_a_file_that_can_t_be_read_rightly_is_asked_about_or_refused(
    clerk: Clerk, file: str
) -> None:
    answer = clerk("check", str(CORPUS / "files" / file), "--json")
    assert answer.status == 1
    told = answer.out + answer.err
    assert any(word in told for word in EXPECTED[file]["refused"]), told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("o-values-under-merge.xlsx", "values-covered"),
        ("h-binary.xlsb", "marks-unseen"),
        ("h-html-named.xls", "hidden-unseen"),
    ],
)
def test_what_isn_t_shown_or_seen_is_told(clerk: Clerk, file: str, code: str) -> None:
    answer = clerk("check", str(CORPUS / "files" / file), "--json")
    assert code in [warning["code"] for warning in answer.json["warnings"]]
