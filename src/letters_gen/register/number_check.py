"""Numbers and states, looked at as entries pass by in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from letters_gen.errors import Place
from letters_gen.model.entry import Entry
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.register.chronology import Days
from letters_gen.register.runs import Account, Run


class NumberCheck:
    """What entries, passing by in their order, show of numbers and states."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._account = Account(series)
        self._journals = {one.key: one.journal for one in series}
        self._unsettled: Counter[str] = Counter()
        self._twice: list[Oddity] = []
        self._year = 0
        self._seen: set[tuple[str, str, int]] = set()
        self._twins: list[Oddity] = []
        self._tailed: list[str] = []
        self._reserved: list[Oddity] = []
        self._without_file: list[str] = []
        self._days = Days(series)
        self._unknown: list[Oddity] = []

    def add(self, entry: Entry) -> None:
        """Look at one more entry."""
        self._account.add(entry)
        self._days.add(entry)
        if entry.series not in self._journals:
            self._unsettled[entry.series] += 1
        self._look_for_double(entry)
        self._look_for_unknown(entry)
        if entry.twin:
            self._twins.append(_told("journal-twin", number=entry.number, year=entry.year))
        if entry.suffix:
            self._tailed.append(entry.number)
        if entry.state == "reserved":
            self._reserved.append(_told("reserved-unfinished", number=entry.number))
        is_typed_here = entry.by_hand and not (entry.is_imported or entry.own.incoming)
        if is_typed_here and entry.is_issued and not entry.files:
            self._without_file.append(entry.number)

    def _look_for_unknown(self, entry: Entry) -> None:
        if entry.mailings:
            names = [one.to for one in entry.mailings]
            self._unknown.append(_told("mail-unknown", number=entry.number, recipients=names))

    def _look_for_double(self, entry: Entry) -> None:
        # Journals may number alike (a letter 5, an order 5); within one, two series that write the
        # same are a mistake. Years pass by one after the other.
        if entry.year != self._year:
            self._year = entry.year
            self._seen.clear()
        borne = (self._journals.get(entry.series, entry.series), entry.number, entry.twin)
        if borne in self._seen:
            self._twice.append(_told("number-twice", number=entry.number, year=entry.year))
        self._seen.add(borne)

    def runs(self) -> list[Run]:
        """The numbers of each series and year, accounted for."""
        return self._account.runs()

    def faults(self) -> Iterator[Oddity]:
        """What is damaged."""
        for key, count in self._unsettled.items():
            yield _told("series-unsettled", series=key, count=count)
        for run in self.runs():
            for first, last in run.missing:
                span = _span(first, last)
                yield _told(
                    "number-gap", number=span, whose=run.settled or run.series, year=run.year
                )
        yield from self._twice

    def notes(self) -> Iterator[Oddity]:
        """What the auditor should know."""
        for run in self.runs():
            for first, last in run.journal_gaps:
                span = _span(first, last)
                yield _told(
                    "journal-gap", number=span, whose=run.settled or run.series, year=run.year
                )
        yield from self._twins
        if self._tailed:
            yield _told("journal-tails", number=self._tailed)
        yield from self._reserved
        yield from self._unknown
        yield from self._days.notes()
        if self._without_file:
            yield _told("typed-without-file", number=self._without_file)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _told(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)
