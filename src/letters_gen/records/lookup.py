"""Which entry the clerk means by a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.period import Period
from letters_gen.model.registration_number import is_same_number, parsed_number, running_number
from letters_gen.model.settings import Series, Settings
from letters_gen.register.book import Register
from letters_gen.register.wanted import Wanted

# More than so many digits are a number with its index.
_RANGE = re.compile(r"([0-9]{1,6})[-–—]([0-9]{1,6})")
# More numbers running that nobody bears aren't a gap: the range is mistyped.
_WIDEST_GAP = 100


@dataclass(frozen=True)
class Meant:
    """The entries that the clerk means.

    Attributes:
        absent: numbers inside a range that the register hasn't, each gap as its first and last.
    """

    entries: tuple[Entry, ...]
    absent: tuple[tuple[int, int], ...] = ()


def meant_entry(
    register: Register, settings: Settings, text: str, year: int | None, today: date
) -> Entry:
    """The entry whose number `text` writes: in full (`01-16/219`), or the running number alone
    (`219`); of a number that a paper journal gave twice which of them (`215#2`).

    Args:
        year: of the number; without it this year's counts, or the only one there is.

    Raises:
        InputError: `unknown-number`, `unknown-number-range`, `number-ambiguous`.
    """
    entry = _known(register, settings, text, year, today)
    if entry is None:
        if _RANGE.fullmatch("".join(text.split())):
            raise InputError("unknown-number-range", found=text)
        raise InputError("unknown-number", found=text)
    return entry


def _known(
    register: Register, settings: Settings, text: str, year: int | None, today: date
) -> Entry | None:
    """The same, None where there is none; raises InputError `number-ambiguous`."""
    bare, _, which = text.partition("#")
    found = _of_year(entries_numbered(register, settings, bare), year, today)
    if which:
        found = [entry for entry in found if str(entry.twin + 1) == which.strip()]
    if len(found) > 1:
        told = [_told(entry, found) for entry in found]
        raise InputError("number-ambiguous", found=text, numbers=told)
    return found[0] if found else None


def meant_entries(
    register: Register, settings: Settings, texts: Sequence[str], year: int | None, today: date
) -> Meant:
    """The entries whose numbers `texts` write, each once: single ones, and ranges (`219-224`),
    which may have gaps.

    Raises:
        InputError: as `meant_entry`; also of a range that has nothing, or so wide a gap that it is
            a slip.
    """
    found: dict[EntryKey, Entry] = {}
    absent: list[tuple[int, int]] = []
    for text in texts:
        span = _RANGE.fullmatch("".join(text.split()))
        if span is None or entries_numbered(register, settings, text):
            entry = meant_entry(register, settings, text, year, today)
            found[entry.key] = entry
            continue
        inside: dict[EntryKey, Entry] = {}
        lacking = _Gaps(text)
        for seq in range(int(span[1]), int(span[2]) + 1):
            known = _known(register, settings, str(seq), year, today)
            if known is None:
                lacking.add(seq)
            else:
                inside[known.key] = known
        if not inside:
            raise InputError("unknown-number", found=text)
        found |= inside
        absent += lacking.gaps
    return Meant(tuple(found.values()), tuple(absent))


class _Gaps:
    """The numbers of a range that there aren't, as they pass by in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.gaps: list[tuple[int, int]] = []

    def add(self, seq: int) -> None:
        """Take one; raises InputError `unknown-numbers` where the gap is too wide to be meant."""
        first, last = self.gaps.pop() if self.gaps else (seq, seq - 1)
        if last < seq - 1:
            self.gaps.append((first, last))
            first = seq
        self.gaps.append((first, seq))
        if seq - first >= _WIDEST_GAP:
            raise InputError("unknown-numbers", found=self._text, first=first, last=seq)


def entries_of_days(register: Register, period: Period) -> list[Entry]:
    """The documents that stand of these days."""
    wanted = Wanted(since=period.start, until=period.end)
    return [entry for entry in register.entries(wanted) if entry.is_issued]


def _told(entry: Entry, found: Sequence[Entry]) -> str:
    """One of several entries as it can be named."""
    alike = [other for other in found if (other.number, other.year) == (entry.number, entry.year)]
    which = f"#{entry.twin + 1}" if len(alike) > 1 else ""
    return f"{entry.number}{which} ({entry.date:%d.%m.%Y})"


def _of_year(entries: Sequence[Entry], year: int | None, today: date) -> Sequence[Entry]:
    """Those of `year`; without one those of this year, if there are any of several years."""
    if year is not None:
        return [entry for entry in entries if entry.year == year]
    return [entry for entry in entries if entry.year == today.year] or entries


def entries_numbered(register: Register, settings: Settings, text: str) -> list[Entry]:
    """The entries of any year whose number `text` writes, as `meant_entry` reads it."""
    series = list(settings.series.values())
    number = parsed_number(text, series)
    found: list[Entry] = []
    if number is not None:
        found = register.numbered(number.series, number.seq, number.suffix)
    as_given = _bearing(found, text) or _bearing(_saying(register, text), text)
    if as_given or number is not None:
        return as_given or found
    return _running(register, series, text)


def _running(register: Register, series: Sequence[Series], text: str) -> list[Entry]:
    """The entries of any series that have a running number: documents of ours, where there are
    some.
    """
    running = running_number(text)
    if running is None:
        return []
    found = [entry for one in series for entry in register.numbered(one, *running)]
    return [entry for entry in found if not entry.own.incoming] or found


def _saying(register: Register, text: str) -> list[Entry]:
    """The entries that name `text`: a number of a format that is no more."""
    return list(register.entries(Wanted(text=text))) if running_number(text) is None else []


def _bearing(entries: Sequence[Entry], text: str) -> list[Entry]:
    return [entry for entry in entries if is_same_number(entry.number, text)]
