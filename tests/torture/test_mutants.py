"""A spreadsheet with anything done to it is read rightly, asked about or refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished


def test_no_mutant_ends_the_program_or_comes_to_other_facts(
    capfd: pytest.CaptureFixture[str],
) -> None:
    script = Path(__file__).with_name("mutants.py")
    answer = finished([sys.executable, script, "--mutants", "150"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
