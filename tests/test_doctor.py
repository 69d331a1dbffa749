"""doctor: what the program needs, each with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk

NAMES = [
    *("python", "libreoffice", "fonts"),
    *("settings", "templates", "faces", "directory", "register"),
]


def test_a_healthy_workspace_is_well(clerk: Clerk) -> None:
    answer = clerk("doctor", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["ok"]
    assert [check["name"] for check in answer.json["checks"]] == NAMES
    assert all(
        check["ok"] and check["found"] and check["mend"] is None for check in answer.json["checks"]
    )


def test_a_missing_program_ends_with_its_own_status_and_mend(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = clerk("doctor", "--json")
    assert answer.status == 4
    found = {check["name"]: check for check in answer.json["checks"]}
    assert not found["libreoffice"]["ok"]
    assert "LibreOffice" in found["libreoffice"]["mend"]


@pytest.mark.parametrize(
    ("part", "check"),
    [
        ("letters.toml", "settings"),
        ("templates/appendix.docx", "templates"),
        ("templates/print-cover.docx", "templates"),
        ("data/schools.csv", "directory"),
    ],
)
def test_a_part_that_is_broken_is_named_with_its_mend(
    clerk: Clerk, workspace: Path, part: str, check: str
) -> None:
    (workspace / part).write_bytes(b"\x00broken")
    answer = clerk("doctor", "--json")
    assert answer.status == 1
    [wrong] = [one for one in answer.json["checks"] if not one["ok"]]
    assert wrong["name"] == check
    assert wrong["mend"]
