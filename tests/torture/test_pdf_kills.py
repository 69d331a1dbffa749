"""The short form of the torture of PDFs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_the_making_of_pdfs_killed_at_ten_moments_leaves_nothing_running_and_is_finished(
    capfd: pytest.CaptureFixture[str],
) -> None:
    command = [sys.executable, Path(__file__).with_name("pdf_kills.py")]
    answer = finished([*command, "--notices", "24", "--kills", "10", "--longest", "3"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
