"""Whether a number taken on a day stands in the order of the days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from letters_gen.errors import Place
from letters_gen.model.entry import Entry
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import Series
from letters_gen.register.book import Register
from letters_gen.register.sqlite import SqliteFile, is_network_share


def is_far_year(
    register: Register, series: Iterable[Series], year: int, speaking: Collection[int]
) -> bool:
    """Whether nothing speaks for numbers of `year`: it lies before or more than a year after all of
    `speaking`, the years that the register has numbers of, and those that the settings name.
    """
    known = {*speaking, *register.years()}.union(*(one.first for one in series))
    return not min(known) <= year <= max(known) + 1


def odd_day(register: Register, series: Series, day: date) -> Iterator[Oddity]:
    """Of a number that is to be taken on `day`: later numbers that exist already, and a register on
    a share.
    """
    last, year = register.latest(series, day.year)
    if year is not None and year > day.year:
        yield Oddity("year-is-over", Place(), {"year": day.year, "later": year})
    if last is not None and last > day:
        yield Oddity("date-before-last", Place(), {"day": day, "last": last})
    database = register.database
    if isinstance(database, SqliteFile) and is_network_share(database.path.parent):
        yield Oddity("register-on-share", Place(file=database.name))


class Days:
    """The days of numbers that pass by in their order: which bear an earlier day than one before
    them.
    """

    def __init__(self, series: Iterable[Series]) -> None:
        self._series = {one.key: one for one in series}
        self._latest: dict[tuple[str, int], date] = {}
        self._early: dict[tuple[str, int], list[str]] = {}

    def add(self, entry: Entry) -> None:
        """Look at the next number of its series and year; one that is annulled tells nothing."""
        if entry.is_annulled:
            return
        whose = (entry.series, entry.year)
        latest = self._latest.get(whose, entry.date)
        if entry.date < latest:
            self._early.setdefault(whose, []).append(entry.number)
        self._latest[whose] = max(latest, entry.date)

    def notes(self) -> Iterator[Oddity]:
        """A note for each series and year in which days don't follow each other."""
        for (series, year), numbers in self._early.items():
            whose = self._series.get(series, series)
            told = {"number": numbers, "whose": whose, "year": year}
            yield Oddity("days-out-of-order", Place(), told)
