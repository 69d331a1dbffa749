"""Earlier documents that another one speaks of, and the link that the register keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ENDS, CHANGES, REMINDS, FIRST, INSTEAD = "ends", "changes", "reminds", "first", "instead"
"""What a document does to an earlier one: ends it (an order loses its force, a letter is
withdrawn), changes it, reminds of it; and what it names besides: the first reminder, the one that
stands instead of a withdrawn one.
"""
BINDING = (ENDS, CHANGES, REMINDS)
"""What the register keeps with the earlier document too."""


@dataclass(frozen=True, slots=True)
class Prior:
    """An earlier document as another one names it.

    Attributes:
        relation: one of the above.
        key: what the register knows it by: type, subject, school, edition.
        deadline: the day by which it wanted an answer, None where it set none.
        said: what is changed in it, as the clerk has put it; nothing where nobody has.
    """

    relation: str
    number: str
    day: date
    key: tuple[str, str, str, int]
    title: str = ""
    heading: str = ""
    deadline: date | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What a later document does to an entry: its number and its day."""

    relation: str
    number: str
    on: date
