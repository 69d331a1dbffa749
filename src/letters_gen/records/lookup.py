"""Which entry the clerk means by a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.registration_number import parsed_number, running_number
from letters_gen.model.settings import Settings
from letters_gen.register.book import Register


def meant_entry(
    register: Register, settings: Settings, text: str, year: int | None, today: date
) -> Entry:
    """The entry whose number `text` writes: in full (`01-16/219`), or the running number alone
    (`219`).

    Args:
        year: of the number; without it this year's counts, or the only one there is.

    Raises:
        InputError: `unknown-number`, `number-ambiguous`.
    """
    found = _numbered(register, settings, text)
    if year is None and len(found) > 1:
        found = _of_year(found, today.year) or found
    elif year is not None:
        found = _of_year(found, year)
    if not found:
        raise InputError("unknown-number", found=text)
    if len(found) > 1:
        told = [f"{entry.number} ({entry.date:%d.%m.%Y})" for entry in found]
        raise InputError("number-ambiguous", found=text, numbers=told)
    return found[0]


def _of_year(entries: Sequence[Entry], year: int) -> list[Entry]:
    return [entry for entry in entries if entry.year == year]


def _numbered(register: Register, settings: Settings, text: str) -> list[Entry]:
    series = list(settings.series.values())
    number = parsed_number(text, series)
    if number is not None:
        return register.numbered(number.series, number.seq, number.suffix)
    running = running_number(text)
    if running is None:
        return []
    found: list[Entry] = []
    for one in series:
        found += register.numbered(one, *running)
    # A bare number means a document of ours, where there is one.
    return [entry for entry in found if not entry.own.incoming] or found
