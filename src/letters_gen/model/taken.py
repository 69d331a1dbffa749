"""What the office has done about a week already: letters to schools, their answers, an order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Sent:
    """The letters to schools on one week that await an answer.

    Attributes:
        numbers: from the first to the last: `№ 01-16/225 – 01-16/237`.
        day: when they were signed, None where that differs.
        deadline: by when answers are awaited, None where that differs or isn't set.
        answered: how many schools have answered.
        unmarked: the numbers of those that aren't marked as sent.
    """

    count: int
    numbers: str
    day: date | None
    deadline: date | None
    answered: int
    unmarked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ordered:
    """The order on the week."""

    number: str
    day: date


@dataclass(frozen=True)
class Taken:
    """All of it; None for what isn't there."""

    sent: Sent | None = None
    order: Ordered | None = None


NOTHING_TAKEN = Taken()
