"""The incoming letter that a document relies on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# Inside the classes `date` is the field of that name.
Day = date
_SIGN = re.compile(r"(?:№|N(?=\s|\d))\s*")


@dataclass(frozen=True)
class Basis:
    """The covering letter: who sent it (nominative), under which number, on which day, and by when
    it wants an answer; None where it sets no deadline.
    """

    author: str
    number: str
    date: date
    due: Day | None = None


@dataclass(frozen=True)
class BasisAnswers:
    """The covering letter as far as the clerk gave it: on the command line, or when asked."""

    author: str | None = None
    number: str | None = None
    date: date | None = None
    due: Day | None = None

    @property
    def whole(self) -> Basis | None:
        """The covering letter where nothing of it is missing."""
        if self.author and self.number and self.date:
            return Basis(self.author, self.number, self.date, self.due)
        return None

    @property
    def is_due_early(self) -> bool:
        """Whether its deadline lies before its own day."""
        return bool(self.due and self.date and self.due < self.date)

    def or_else(self, other: BasisAnswers) -> BasisAnswers:
        """What is known here, and where nothing is what `other` knows; of another letter its
        deadline isn't taken.
        """
        number, date = self.number or other.number, self.date or other.date
        is_of_other = other.number in (None, number) and other.date in (None, date)
        return BasisAnswers(
            author=self.author or other.author,
            number=number,
            date=date,
            due=self.due or (other.due if is_of_other else None),
        )

    @property
    def missing(self) -> list[str]:
        """What is missing: author, number, date."""
        return [name for name in ("author", "number", "date") if not getattr(self, name)]


NO_ANSWERS = BasisAnswers()


def bare_number(text: str) -> str:
    """The number of a letter without the sign that documents put before it themselves."""
    plain = text.strip()
    sign = _SIGN.match(plain)
    return plain[sign.end() :] if sign else plain


def told_basis(
    author: str | None, number: str | None, day: date | None, due: date | None = None
) -> BasisAnswers:
    """The covering letter as it was typed: blank text tells nothing."""
    typed = bare_number(number or "") or None
    return BasisAnswers((author or "").strip() or None, typed, day, due)
