"""Which entries the clerk means: by number, or by what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
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
    chosen = [entry for entry in found if year in (None, entry.year)]
    if not chosen:
        raise InputError("unknown-number", found=text)
    if len(chosen) > 1 and year is None:
        chosen = [entry for entry in chosen if entry.year == today.year] or chosen
    if len(chosen) > 1:
        told = [f"{entry.number} ({entry.date:%d.%m.%Y})" for entry in chosen]
        raise InputError("number-ambiguous", found=text, numbers=told)
    return chosen[0]


def _numbered(register: Register, settings: Settings, text: str) -> list[Entry]:
    series = list(settings.series.values())
    number = parsed_number(text, series)
    if number is not None:
        return register.numbered(number.series, number.seq, number.suffix)
    running = running_number(text)
    return (
        [entry for one in series for entry in register.numbered(one, *running)] if running else []
    )


@dataclass(frozen=True)
class Wanted:
    """What is known of the entries that are looked for; None: anything."""

    year: int | None = None
    series: str | None = None
    state: str | None = None
    type: str | None = None
    school: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None


def found_entries(register: Register, wanted: Wanted) -> Sequence[Entry]:
    """The entries that fit all of `wanted`, in the order of their numbers; text however it is
    spelled.
    """
    return [entry for entry in register.entries() if _fits(entry, wanted)]


def _fits(entry: Entry, wanted: Wanted) -> bool:
    exact = (
        (wanted.year, entry.year),
        (wanted.series, entry.series),
        (wanted.state, entry.state),
        (wanted.type, entry.key.type),
    )
    return (
        all(asked in (None, value) for asked, value in exact)
        and (wanted.since is None or wanted.since <= entry.date)
        and (wanted.until is None or entry.date <= wanted.until)
        and (wanted.school is None or _names(entry, wanted.school))
        and (wanted.text is None or folded(wanted.text) in folded(_said(entry)))
    )


def _names(entry: Entry, school: str) -> bool:
    return school == entry.key.school or folded(school) in folded(entry.school)


def _said(entry: Entry) -> str:
    """All that an entry says in words."""
    parts = (
        entry.number,
        entry.addressee,
        entry.school,
        entry.heading,
        entry.basis.number if entry.basis else "",
        entry.executor,
        entry.signatory,
        entry.annulled_because,
        entry.paper.remark,
    )
    return " ".join(filter(None, parts))
