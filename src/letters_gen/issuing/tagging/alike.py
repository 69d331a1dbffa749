"""Texts that are alike but for the values of a list's items, read side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.issuing.tagging.values import Column

Places = tuple[int, ...]


@dataclass(frozen=True)
class Spot:
    """A value in texts that are alike.

    Attributes:
        fits: the columns that have these values.
        starts, ends: where it stands in each text.
    """

    fits: tuple[Column, ...]
    starts: Places
    ends: Places

    @property
    def varies(self) -> bool:
        """Whether it isn't the same in all texts, and so tells them apart."""
        return len(set(self.fits[0].texts)) > 1


def read_alike(texts: Sequence[str], columns: Sequence[Column]) -> list[Spot] | None:
    """Where the values of `columns` stand in plain `texts`, one for each item of the list; None
    where the texts differ in anything else.
    """
    return _Reading(texts, columns).from_places((0,) * len(texts))


class _Reading:
    def __init__(self, texts: Sequence[str], columns: Sequence[Column]) -> None:
        self._texts = texts
        self._ends = tuple(map(len, texts))
        longest_first = sorted(columns, key=lambda one: -sum(map(len, one.texts)))
        self._columns = longest_first
        self._failed: set[Places] = set()

    def from_places(self, places: Places) -> list[Spot] | None:
        """The spots from these places on to the ends of the texts."""
        while places not in self._failed:
            begun = places
            for spot in self._spots(places):
                rest = self.from_places(spot.ends)
                if rest is not None:
                    return [spot, *rest]
            if places == self._ends:
                return []
            if not self._is_common_sign(places):
                self._failed.add(begun)
                return None
            places = tuple(place + 1 for place in places)
        return None

    def _is_common_sign(self, places: Places) -> bool:
        signs = {text[at : at + 1] for text, at in zip(self._texts, places, strict=True)}
        return len(signs) == 1 and "" not in signs

    def _spots(self, places: Places) -> list[Spot]:
        """What values may stand here: columns that end in the same places are one spot."""
        by_ends: dict[Places, list[Column]] = {}
        for column in self._columns:
            ends = self._ends_of(column, places)
            if ends is not None and ends != places:
                by_ends.setdefault(ends, []).append(column)
        return [Spot(tuple(fits), places, ends) for ends, fits in by_ends.items()]

    def _ends_of(self, column: Column, places: Places) -> Places | None:
        """Where the values of a column that begin here end; None where one doesn't stand here."""
        ends = []
        for text, at, value in zip(self._texts, places, column.texts, strict=True):
            if not is_word_in(text, at, value):
                return None
            ends.append(at + len(value))
        return tuple(ends)


def is_word_in(text: str, at: int, value: str) -> bool:
    """Whether `value` stands in `text` at a place, and isn't a part of a longer word or number."""
    if not text.startswith(value, at):
        return False
    if not value:
        return True
    before, after = text[max(at - 2, 0) : at], text[at + len(value) : at + len(value) + 2]
    return not (_goes_on(before[::-1], value[0]) or _goes_on(after, value[-1]))


def _goes_on(beside: str, edge: str) -> bool:
    """Whether the signs beside a value, the nearest first, are a part of the same word."""
    if not (beside and edge.isalnum()):
        return False
    if edge.isdigit():
        is_of_number = beside[0] in ".,/-:" and beside[1:].isdigit()
        return beside[0].isdigit() or beside[0] in "%_" or is_of_number
    return beside[0].isalnum() or beside[0] == "_"
