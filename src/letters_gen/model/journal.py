"""A journal as it is printed: a year of one journal's entries, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class JournalColumn:
    """A column of a journal: its key, its heading as the form has it, its width in signs."""

    key: str
    title: str
    width: int


@dataclass(frozen=True)
class Journal:
    """One journal of one year.

    Attributes:
        key: `outgoing`, `orders`, `staff_orders` or `incoming`.
        title: what stands above it.
        rows: of each line a text for each column; read anew each time, so that a year of any size
            takes the same memory.
        closing: the lines that close the year: how many were registered, gaps, annulled numbers.
    """

    key: str
    year: int
    title: str
    columns: tuple[JournalColumn, ...]
    rows: Iterable[tuple[str, ...]]
    closing: tuple[str, ...]
