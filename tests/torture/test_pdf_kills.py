"""The short form of the torture of PDFs."""

from __future__ import annotations

from collections.abc import Callable


def test_the_making_of_pdfs_killed_at_ten_moments_leaves_nothing_running_and_is_finished(
    survived: Callable[..., None],
) -> None:
    survived("pdf_kills.py", "--notices", "24", "--kills", "10", "--longest", "3")
