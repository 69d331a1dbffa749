"""Phrases put together into sentences."""

from __future__ import annotations

from collections.abc import Iterable


def sentence(phrases: Iterable[str]) -> str:
    """Phrases as one sentence without its full stop: `Обеспечить …; зарегистрировать …`; '' for
    none.
    """
    joined = "; ".join(phrases)
    return joined[:1].upper() + joined[1:]
