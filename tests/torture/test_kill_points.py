"""The short form of the torture: a few kill points, chosen by a seed that is printed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_run_killed_anywhere_is_finished_by_the_next_under_the_same_number() -> None:
    script = Path(__file__).with_name("kill_points.py")
    answer = subprocess.run(
        [sys.executable, script, "--sample", "40"], capture_output=True, text=True, check=False, timeout=300
    )
    print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
