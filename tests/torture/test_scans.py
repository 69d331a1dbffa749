"""The short form of the torture of scans."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_papers_scanned_badly_are_filed_and_none_under_anothers_number(
    capfd: pytest.CaptureFixture[str],
) -> None:
    command = [sys.executable, Path(__file__).with_name("scans.py"), "--notices", "12"]
    answer = finished([*command, "--seed", "27"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
