"""The files of the corpus: who writes each, and what it should come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Write = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """A file of the corpus.

    Attributes:
        refused: it is asked about or refused, with one of these words; empty: its facts are read.
    """

    file: str
    note: str
    write: Write
    refused: tuple[str, ...] = ()


CASES: list[Case] = []


def case(file: str, note: str, *refused: str) -> Callable[[Write], Write]:
    """Enters a function that writes `file` among the cases."""

    def enter(write: Write) -> Write:
        CASES.append(Case(file, note, write, refused))
        return write

    return enter
