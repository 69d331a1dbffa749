"""The runs of numbers of each series: put in order, and every number of a year accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from letters_gen.model.entry import Entry
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
        registered: entries, those with a tail and doubles included.
        missing: the gaps, each as its first and last number; `journal_gaps` those below the last
            imported number, or between it and the number that the series goes on from.
    """

    series: str
    year: int
    first: int
    last: int
    registered: int
    issued: int
    annulled: Sequence[Entry]
    reserved: int
    missing: Sequence[tuple[int, int]]
    journal_gaps: Sequence[tuple[int, int]]


def runs(entries: Sequence[Entry], series: Iterable[Series]) -> list[Run]:
    """Each series' numbers year by year, oldest first."""
    grouped: dict[tuple[int, str], list[Entry]] = {}
    for entry in sorted(entries, key=in_order):
        grouped.setdefault((entry.year, entry.series), []).append(entry)
    firsts = {one.key: one.first for one in series}
    return [
        _run(own, firsts[key].get(year, 1) if key in firsts else None)
        for (year, key), own in grouped.items()
    ]


def _run(own: list[Entry], first: int | None) -> Run:
    """One series' year; `first` is None for a series that the settings no longer have."""
    taken = {entry.seq for entry in own}
    imported = max((entry.seq for entry in own if entry.is_imported), default=0)
    begin = min(taken) if imported or first is None else min(first, *taken)
    paper = max(imported, (first or 1) - 1) if imported else 0
    gaps = _gaps(taken, begin)
    return Run(
        series=own[0].series,
        year=own[0].year,
        first=begin,
        last=max(taken),
        registered=len(own),
        issued=sum(entry.is_issued for entry in own),
        annulled=[entry for entry in own if entry.is_annulled],
        reserved=sum(entry.state == "reserved" for entry in own),
        missing=[(max(one, paper + 1), last) for one, last in gaps if last > paper],
        journal_gaps=[(one, min(last, paper)) for one, last in gaps if one <= paper],
    )


def _gaps(taken: set[int], first: int) -> list[tuple[int, int]]:
    ordered = sorted({*taken, first - 1})
    return [(before + 1, after - 1) for before, after in pairwise(ordered) if after > before + 1]


def twins(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a paper journal whose number another entry bears already."""
    return [entry for entry in entries if entry.twin]
