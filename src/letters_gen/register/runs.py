"""The runs of numbers of each series: put in order, and every number of a year accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ended_by, is_being_typed
from letters_gen.model.settings import Series


def in_order(entry: Entry) -> tuple[int, str, int, tuple[tuple[int, str], ...], int]:
    """Sorts entries by year, series, number; a number with a tail after its base number, `-2`
    before `-10`.
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", entry.suffix)
    tail = tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
    return entry.year, entry.series, entry.seq, tail, entry.twin


@dataclass(frozen=True)
class Run:
    """All numbers of one series in one year, accounted for.

    Attributes:
        settled: the series as the settings have it, None where they no longer do.
        registered: entries, those with a tail and doubles included.
        ended: documents that later ones have ended: letters withdrawn, orders without force.
        issued: documents that stand; `reserved` those not finished, `bare` numbers that were taken
            for a typed letter and have no document.
        annulled: the numbers that are void, each with the reason.
        missing: the gaps, each as its first and last number; `journal_gaps` those below the last
            imported number, or between it and the number that the series goes on from.
    """

    series: str
    year: int
    settled: Series | None
    first: int
    last: int
    registered: int
    issued: int
    annulled: Sequence[tuple[str, str]]
    reserved: int
    bare: int
    ended: int
    missing: Sequence[tuple[int, int]]
    journal_gaps: Sequence[tuple[int, int]]


class Account:
    """Every number of each series' years accounted for, as entries pass by in their order."""

    def __init__(self, series: Iterable[Series]) -> None:
        self._series = {one.key: one for one in series}
        self._tallies: dict[tuple[int, str], _Tally] = {}

    def add(self, entry: Entry) -> None:
        """Count `entry`: of its series and year the next by number."""
        whose = entry.year, entry.series
        if whose not in self._tallies:
            self._tallies[whose] = _Tally(entry.seq)
        self._tallies[whose].add(entry)

    def runs(self) -> list[Run]:
        """Each series' numbers year by year, oldest first."""
        found = []
        for (year, key), tally in sorted(self._tallies.items()):
            # A series that the settings no longer have began where its first entry stands.
            settled = self._series.get(key)
            found.append(tally.run(key, year, settled))
        return found


class _Tally:
    """One series' year."""

    def __init__(self, begin: int) -> None:
        self._begin = self._last = begin
        self._imported = self._registered = self._issued = self._reserved = 0
        self._bare = self._ended = 0
        self._annulled: list[tuple[str, str]] = []
        self._gaps: list[tuple[int, int]] = []

    def add(self, entry: Entry) -> None:
        if entry.seq > self._last + 1:
            self._gaps.append((self._last + 1, entry.seq - 1))
        self._last = entry.seq
        self._registered += 1
        is_unfinished = entry.state == "reserved" or is_being_typed(entry)
        self._reserved += is_unfinished
        self._bare += entry.is_number_alone
        is_ended = ended_by(entry) is not None
        self._ended += is_ended
        is_none = is_unfinished or is_ended or entry.is_number_alone
        self._issued += entry.is_issued and not is_none
        if entry.is_annulled:
            self._annulled.append((entry.number, entry.annulled_because))
        if entry.is_imported:
            self._imported = entry.seq

    def run(self, series: str, year: int, settled: Series | None) -> Run:
        first = settled.first.get(year, 1) if settled else None
        begin, gaps, paper = self._begin, self._gaps, 0
        if self._imported:
            paper = max(self._imported, (first or 1) - 1)
        elif first is not None and first < begin:
            gaps = [(first, begin - 1), *gaps]
            begin = first
        return Run(
            series=series,
            year=year,
            settled=settled,
            first=begin,
            last=self._last,
            registered=self._registered,
            issued=self._issued,
            annulled=self._annulled,
            reserved=self._reserved,
            bare=self._bare,
            ended=self._ended,
            missing=[(max(one, paper + 1), last) for one, last in gaps if last > paper],
            journal_gaps=[(one, min(last, paper)) for one, last in gaps if one <= paper],
        )
