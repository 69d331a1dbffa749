"""The short form of the page's torture."""

from __future__ import annotations

from collections.abc import Callable


def test_the_page_killed_in_a_batch_goes_on_where_it_was(survived: Callable[..., None]) -> None:
    survived("page_kills.py", "--kills", "3", "--notices", "60")
