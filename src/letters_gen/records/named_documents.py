"""Documents that the clerk names by their numbers for a new one: that it ends, or changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from letters_gen.errors import InputError
from letters_gen.facts.period_text import typed_date
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.settings import Settings
from letters_gen.records.lookup import meant_entry
from letters_gen.register.book import Register

_DATED = re.compile(r"(?P<number>.+?)\s+от\s+(?P<day>\S+?)(?:\s*г\.?)?")
_OF_PRIORS = {"unknown-number": "prior-unknown", "number-ambiguous": "prior-ambiguous"}


def named_documents(
    register: Register, settings: Settings, numbers: Iterable[str], today: date
) -> tuple[EntryKey, ...]:
    """The documents of these numbers, each with its date where the clerk gives it: «45-ОД от
    20.04.2022».

    Raises:
        InputError: `prior-unknown`, `prior-ambiguous`; `prior-blank` where a number is empty.
    """
    return tuple(_named(register, settings, one.strip(), today).key for one in numbers)


def _named(register: Register, settings: Settings, text: str, today: date) -> Entry:
    if not text:
        raise InputError("prior-blank")
    dated = _DATED.fullmatch(text)
    day = typed_date(dated["day"]) if dated else None
    number, year = (dated["number"], day.year) if dated and day else (text, None)
    try:
        entry = meant_entry(register, settings, number, year, today)
    except InputError as error:
        raise error.named(_OF_PRIORS.get(error.code, error.code)) from error
    if day and entry.date != day:
        raise InputError("prior-unknown", found=text)
    return entry


def changed_documents(
    register: Register, settings: Settings, told: Iterable[str], today: date
) -> dict[EntryKey, tuple[str, ...]]:
    """The documents that the clerk changes, each with what is changed in it: «45-ОД: пункт 4
    исключить»; raises as `named_documents`.
    """
    found: dict[EntryKey, tuple[str, ...]] = {}
    for one in told:
        number, _colon, text = one.partition(":")
        [key] = named_documents(register, settings, [number], today)
        said = " ".join(text.split()).rstrip(".;")
        found[key] = (*found.get(key, ()), *([said] if said else []))
    return found
