"""The six cases and the two sexes of Russian."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Sex = Literal["m", "f"]


class Case(StrEnum):
    """A case, by its English name."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


OBLIQUE = tuple(case for case in Case if case is not Case.NOMINATIVE)
