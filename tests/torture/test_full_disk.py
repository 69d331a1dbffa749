"""A disk that fills up in the middle of a batch loses nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def test_a_full_disk_stops_the_run_and_the_next_one_finishes_it(
    capfd: pytest.CaptureFixture[str],
) -> None:
    script = Path(__file__).with_name("full_disk.py")
    answer = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, timeout=300
    )
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
