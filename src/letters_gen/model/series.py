"""A run of registration numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters_gen.model.number_format import SEQ, signed, written


@dataclass(frozen=True)
class Series:
    """One run of numbers, restarting each year.

    Attributes:
        format: how a number reads: `{index}/{seq}`.
        first: year -> the first number of that year, where it takes over from the paper journal;
            else 1.
        journal: the journal that the series is entered in: `outgoing`, `orders`, `staff_orders` or
            `incoming`.
        cases: the indices of files that document types give its numbers instead of its own.
    """

    key: str
    index: str
    format: str
    first: Mapping[int, int]
    journal: str
    cases: tuple[str, ...] = ()

    def number(self, seq: int, day: date | None = None, index: str = "") -> str:
        """The registration number that `seq` gives: `01-16/219`.

        Args:
            day: of signing, which a format may name; None where it isn't known.
            index: of the document's file, '' for the series' own.
        """
        return written(self.format, index or self.index, seq, day)

    @property
    def number_parts(self) -> tuple[str, str]:
        """What stands before and after the running number, with a sign for each field of the
        format.
        """
        before, _, after = signed(self.format).partition(SEQ)
        return before, after

    @property
    def all_indices(self) -> tuple[str, ...]:
        """Every index that its numbers may bear."""
        return tuple(dict.fromkeys((self.index, *self.cases)))
