"""The short form of the page's torture."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_the_page_killed_in_a_batch_goes_on_where_it_was(
    capfd: pytest.CaptureFixture[str],
) -> None:
    program = Path(__file__).with_name("page_kills.py")
    answer = finished([sys.executable, program, "--kills", "3", "--notices", "60"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
