"""The short form of the bulk torture."""

from __future__ import annotations

from collections.abc import Callable


def test_a_batch_on_two_processes_killed_again_and_again_is_finished_whole(
    survived: Callable[..., None],
) -> None:
    survived("bulk_kills.py", "--notices", "1200", "--kills", "4")
