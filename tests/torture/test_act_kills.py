"""The short form of killing what a clerk enters by hand: points chosen by a seed that is told."""

from __future__ import annotations

from collections.abc import Callable


def test_an_act_killed_anywhere_is_done_once_by_the_next(survived: Callable[..., None]) -> None:
    survived("act_kills.py", "--each", "4")
