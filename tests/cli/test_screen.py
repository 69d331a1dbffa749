"""The program on terminals as they are: narrow ones, and such that lack the letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from clerk import SHEET
from hypothesis import given
from hypothesis import strategies as st
from processes import PROGRAM, finished
from terminal import typed

from letters_gen.cli.screen import broken


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


def test_long_lines_are_broken_between_words_and_go_on_under_the_first(workspace: Path) -> None:
    _, shown = typed(workspace, [], "check", SHEET, columns=80)
    lines = shown.replace("\r", "").splitlines()
    assert [line for line in lines if len(line) > 80 and " " in line.strip()[:80]] == []
    at = next(n for n, line in enumerate(lines) if line.startswith("! 2023-04-14.xlsx"))
    assert lines[at + 1].startswith("  ")
    whole = finished([*PROGRAM, "check", SHEET], cwd=workspace, encoding="utf-8").stdout
    assert max(map(len, whole.splitlines())) > 80, "a file gets its lines whole"


def test_a_path_longer_than_the_line_stays_whole() -> None:
    path = "/" + "a" * 90
    assert broken(f"→ Откройте {path} в Word", 80) == f"→ Откройте\n  {path}\n  в Word"


@given(st.text("аб \N{NO-BREAK SPACE}-", max_size=300), st.integers(20, 80))
def test_breaking_loses_no_word(text: str, width: int) -> None:
    lines = broken(text, width).split("\n")
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or " " not in line.strip(" ") for line in lines)
