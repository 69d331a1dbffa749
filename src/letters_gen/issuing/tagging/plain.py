"""Text as a letter and a value are compared: word for word, however it is set."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SIGNS = str.maketrans("‐‑‒–—―−«»„“”‟", '-------""""""')
# Whether a space follows these is a matter of taste: «№ 219», «01-16/ 219», «Г.К. Абакаров».
_SPACELESS = "№/."


@dataclass(frozen=True)
class Plain:
    """A text without what typesetting changes, and where its signs stand in the text itself."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a passage of it stands in the text itself."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """`text` with plain quotation marks and hyphens and no more than single spaces."""
    signs: list[str] = []
    places: list[int] = []
    awaits_space = False
    for place, sign in enumerate(text):
        if sign.isspace():
            awaits_space = bool(signs) and signs[-1] not in _SPACELESS
            continue
        if unicodedata.category(sign) == "Cf":
            continue
        if awaits_space:
            signs.append(" ")
            places.append(place - 1)
            awaits_space = False
        signs.append(sign.translate(_SIGNS))
        places.append(place)
    return Plain("".join(signs), tuple(places))


@lru_cache(10_000)
def plain_text(text: str) -> str:
    """The text of `plain` alone."""
    return plain(text).text
