"""A disk that fills up in the middle of a batch loses nothing."""

from __future__ import annotations

from collections.abc import Callable


def test_a_full_disk_stops_the_run_and_the_next_one_finishes_it(
    survived: Callable[..., None],
) -> None:
    survived("full_disk.py")
