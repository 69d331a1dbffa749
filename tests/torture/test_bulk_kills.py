"""The short form of the bulk torture."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_a_batch_on_two_processes_killed_again_and_again_is_finished_whole(
    capfd: pytest.CaptureFixture[str],
) -> None:
    command = [
        sys.executable,
        Path(__file__).with_name("bulk_kills.py"),
        "--notices",
        "1200",
        "--kills",
        "4",
    ]
    answer = finished(command)
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
