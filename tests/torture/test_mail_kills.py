"""The short form of killing a run that mails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from processes import finished

SCRIPT = Path(__file__).with_name("mail_kills.py")


def test_each_recipient_gets_one_message_wherever_a_run_is_killed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    answer = finished([sys.executable, SCRIPT, "--mails", "24", "--kills", "3"])
    with capfd.disabled():
        print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
