"""The incoming letter that a document relies on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Basis:
    """The covering letter: who sent it (nominative), under which number, on which day."""

    author: str
    number: str
    date: date
