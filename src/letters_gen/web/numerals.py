"""Numbers as addresses write them."""

from __future__ import annotations

_DIGITS = 9


def whole(text: str) -> int | None:
    """The number that `text` writes, None where it writes none."""
    if text.isascii() and text.isdecimal() and len(text) <= _DIGITS:
        return int(text)
    return None
