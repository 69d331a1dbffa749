"""The program on a terminal that lacks the letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from clerk import SHEET
from processes import PROGRAM, finished


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "latin-1"])
def test_any_code_page_is_survived_and_json_stays_utf_8(workspace: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for command in (
        ["check", SHEET],
        ["weekly", SHEET, "--dry-run"],
        ["register", "list"],
        ["doctor"],
        ["nothing"],
    ):
        answer = finished([*PROGRAM, *command], cwd=workspace, env=environment, encoding=encoding)
        assert "Traceback" not in answer.stderr
        assert answer.stdout or answer.stderr
    check = [*PROGRAM, "check", SHEET, "--json"]
    answer = finished(check, cwd=workspace, env=environment, encoding="utf-8")
    assert (answer.returncode, "МКОУ «Берихинская ООШ»" in answer.stdout) == (0, True)
