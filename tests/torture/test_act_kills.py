"""The short form of killing what a clerk enters by hand: points chosen by a printed seed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished

SCRIPT = Path(__file__).with_name("act_kills.py")


def test_an_act_killed_anywhere_is_done_once_by_the_next(capfd: pytest.CaptureFixture[str]) -> None:
    answer = finished([sys.executable, SCRIPT, "--each", "4"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
