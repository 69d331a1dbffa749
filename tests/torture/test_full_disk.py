"""A disk that fills up in the middle of a batch loses nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_a_full_disk_stops_the_run_and_the_next_one_finishes_it(
    capfd: pytest.CaptureFixture[str],
) -> None:
    script = Path(__file__).with_name("full_disk.py")
    answer = finished([sys.executable, script])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
