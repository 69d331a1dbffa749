"""The short form of the torture of scans."""

from __future__ import annotations

from collections.abc import Callable


def test_papers_scanned_badly_are_filed_and_none_under_anothers_number(
    survived: Callable[..., None],
) -> None:
    survived("scans.py", "--notices", "12", "--seed", "27")
