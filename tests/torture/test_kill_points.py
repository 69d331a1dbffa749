"""The short form of the torture: kill points and moments chosen by a seed that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "sample",
    [
        ("--letter", "20", "--named", "15", "--moments", "0", "--batch", "60"),
        ("--letter", "0", "--named", "0", "--moments", "60"),
    ],
)
def test_a_run_killed_anywhere_is_finished_by_the_next_under_the_same_numbers(
    sample: tuple[str, ...], survived: Callable[..., None]
) -> None:
    survived("kill_points.py", *sample)
