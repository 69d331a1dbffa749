"""Whether a number taken on a day stands in the order of the days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from letters_gen.errors import Place
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
