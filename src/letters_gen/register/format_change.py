"""A series whose format was changed in mid-year: refused where its numbers could meet."""

from __future__ import annotations

from letters_gen.errors import InputError, Place
from letters_gen.model.registration_number import is_same_number, parsed_number
from letters_gen.model.settings import Series
from letters_gen.register.book import Register


def refuse_changed_format(register: Register, series: Series, year: int) -> None:
    """Raises InputError `number-format-changed`: the last number that the program has given in
    `year` reads otherwise by today's format, and a new one could read as it does.
    """
    last = register.next_seq(series, year) - 1
    for entry in register.numbered(series, last):
        if entry.year != year or entry.is_imported:
            continue
        now = series.number(entry.seq, entry.date, entry.case)
        could_meet = parsed_number(entry.number, [series]) is not None
        if could_meet and not is_same_number(now, entry.number):
            place = Place(file="letters.toml", text=f"series.{series.key}.format")
            raise InputError(
                "number-format-changed", place, number=entry.number, now=now, year=year
            )
