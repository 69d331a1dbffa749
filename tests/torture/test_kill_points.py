"""The short form of the torture: kill points and moments chosen by a seed that is printed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished

SCRIPT = Path(__file__).with_name("kill_points.py")


@pytest.mark.parametrize(
    "sample",
    [
        ("--letter", "20", "--named", "15", "--moments", "0", "--batch", "60"),
        ("--letter", "0", "--named", "0", "--moments", "60"),
    ],
)
def test_a_run_killed_anywhere_is_finished_by_the_next_under_the_same_numbers(
    sample: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    answer = finished([sys.executable, SCRIPT, *sample])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
