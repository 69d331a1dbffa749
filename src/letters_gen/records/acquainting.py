"""Who has been acquainted with an order, and who hasn't yet."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from letters_gen.errors import CommandLineError, InputError, Place
from letters_gen.model.entry import Acquaintance, Entry
from letters_gen.model.folding import folded
from letters_gen.model.oddity import Oddity
from letters_gen.records.acts import Desk, issued_entry
from letters_gen.register.happenings import Acquainted

BY_MAIL = "почтой"
"""The way of those who haven't signed: the document was mailed to them."""


@dataclass(frozen=True)
class Reading:
    """Who has read a document, when and how.

    Attributes:
        names: as the clerk wrote them; none where all who haven't yet are meant, but for
            `leaving_out`.
        way: how, '' for a signature; `refused`: the act of a refusal to sign, '' for none.
    """

    names: tuple[str, ...]
    on: date
    everybody: bool = False
    leaving_out: tuple[str, ...] = ()
    way: str = ""
    refused: str = ""


def unacquainted(entry: Entry) -> tuple[str, ...]:
    """Those who are to be acquainted with it and haven't been yet."""
    known = {folded(one.name) for one in entry.acquainted}
    return tuple(name for name in entry.own.acquaint if folded(name) not in known)


def mark_acquainted(desk: Desk, entry: Entry, reading: Reading) -> Entry:
    """Record who has been acquainted with the document; who was before isn't entered again.

    Raises:
        InputError: `entry-not-issued`, `entry-annulled`; `nobody-to-acquaint`: all are meant, and
            the document names nobody; `unknown-person`: one is left out whom it doesn't name.
        CommandLineError: `names-or-all`: neither names nor all, or both.
    """
    if bool(reading.names) == reading.everybody:
        raise CommandLineError("names-or-all")
    with desk.alone():
        standing = issued_entry(desk, entry)
        people = [
            Acquaintance(name, reading.on, reading.way, reading.refused)
            for name in _meant(standing, reading)
        ]
        new = [one for one in people if one not in standing.acquainted]
        if not new and not standing.is_annulled:
            return standing
        with desk.register.writing(desk.stamp) as writer:
            return writer.happen(entry.key, Acquainted(tuple(new)))


def strangers(entry: Entry, reading: Reading) -> Iterator[Oddity]:
    """An oddity for each of the names that the document doesn't list, where it lists any."""
    listed = {folded(name): name for name in entry.own.acquaint}
    for name in reading.names if listed else ():
        if folded(name) not in listed:
            nearest = difflib.get_close_matches(name, entry.own.acquaint, n=1, cutoff=0.3)
            told = {"number": entry.number, "found": name, "nearest": nearest}
            yield Oddity("acquainted-stranger", Place(), told)


def _meant(entry: Entry, reading: Reading) -> Sequence[str]:
    """Whom the clerk means, as the document lists them."""
    listed = {folded(name): name for name in entry.own.acquaint}
    if not reading.everybody:
        names = (listed.get(folded(name), name) for name in reading.names)
        return list(dict.fromkeys(names))
    if not listed:
        raise InputError("nobody-to-acquaint", number=entry.number)
    left_out = {folded(name) for name in reading.leaving_out}
    for name in reading.leaving_out:
        if folded(name) not in listed:
            nearest = difflib.get_close_matches(name, entry.own.acquaint, n=1, cutoff=0.3)
            raise InputError("unknown-person", number=entry.number, found=name, nearest=nearest)
    return [name for name in unacquainted(entry) if folded(name) not in left_out]
