"""Documents that the clerk names by their numbers for a new one: that it ends, or changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letters_gen.model.entry import EntryKey
from letters_gen.model.settings import Settings
from letters_gen.records.lookup import meant_entry
from letters_gen.register.book import Register


def named_documents(
    register: Register, settings: Settings, numbers: Iterable[str], today: date
) -> tuple[EntryKey, ...]:
    """The documents of these numbers; raises InputError as `lookup.meant_entry`."""
    return tuple(meant_entry(register, settings, one, None, today).key for one in numbers)


def changed_documents(
    register: Register, settings: Settings, told: Iterable[str], today: date
) -> dict[EntryKey, tuple[str, ...]]:
    """The documents that the clerk changes, each with what is changed in it: «45-ОД: пункт 4
    исключить»; raises as `named_documents`.
    """
    found: dict[EntryKey, tuple[str, ...]] = {}
    for one in told:
        number, _colon, text = one.partition(":")
        [key] = named_documents(register, settings, [number.strip()], today)
        said = " ".join(text.split()).rstrip(".;")
        found[key] = (*found.get(key, ()), *([said] if said else []))
    return found
