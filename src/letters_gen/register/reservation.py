"""Numbers that are to be taken: of which series, on which day, for whose folder; and never one that
a file bears already (design §6.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters_gen.errors import DamageError, Place
from letters_gen.model.settings import Series


@dataclass(frozen=True)
class Reservation:
    """Whose numbers are taken: the series, the day of signing that decides the year, the clerk's
    folder.

    Attributes:
        borne: the running numbers that files of the year bear, each with a file's name (design
            §6.1).
    """

    series: Series
    day: date
    workspace: str
    borne: Mapping[int, str]


def refuse_borne(series: Series, first: int, borne: Mapping[int, str]) -> None:
    """Raises DamageError `number-borne` where `borne` has `first`, the next number, or one after
    it.
    """
    highest = max(borne, default=0)
    if highest >= first:
        number, file = series.number(highest), borne[highest]
        upcoming = series.number(first)
        raise DamageError("number-borne", Place(file=file), number=number, next=upcoming)
