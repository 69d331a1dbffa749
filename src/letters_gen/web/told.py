"""Failures, oddities and questions as the page shows them: the sentences of the commands, without
what only a command line can do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from letters_gen.errors import LettersError
from letters_gen.model.oddity import Oddity
from letters_gen.wording.page_mends import page_mend
from letters_gen.wording.sentences import Told, told_failure, told_oddity

_MOST = 50


@dataclass(frozen=True)
class Failures:
    """Faults that were found together: the first of them, and how many there are."""

    shown: tuple[Told, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many aren't shown."""
        return self.total - len(self.shown)


def page_failures(error: LettersError) -> Failures:
    """A failure with all that were found with it."""
    whole = (error, *error.also)
    return Failures(tuple(for_page(told_failure(one)) for one in whole[:_MOST]), len(whole))


def page_oddities(oddities: Iterable[Oddity]) -> list[Told]:
    """What is odd, each in its sentence."""
    return [for_page(told_oddity(one)) for one in oddities]


def for_page(told: Told) -> Told:
    """The same with what to do on the page."""
    return replace(told, mend=page_mend(told.code, told.mend))
