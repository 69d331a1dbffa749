"""The short form of killing a run that mails."""

from __future__ import annotations

from collections.abc import Callable


def test_each_recipient_gets_one_message_wherever_a_run_is_killed(
    survived: Callable[..., None],
) -> None:
    survived("mail_kills.py", "--mails", "24", "--kills", "3")
