"""What a command has recorded of a document that is signed or sent, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from letters_gen.model.entry import Entry
from letters_gen.russian.dates import numeric
from letters_gen.wording.language import gettext as _


def sent_line(entry: Entry, before: int, way: str, day: date) -> str:
    """Whom a document has reached by `way` on `day`.

    Args:
        before: how many deliveries were recorded of it earlier: what those tell isn't told of now.
    """
    new, every = len(entry.deliveries) - before, len(entry.recipients)
    reached = every - len(entry.awaiting)
    if before and not new:
        return _already_sent(entry)
    if not before:
        told = _("{number}: sent to {sent} of {all} ({way}, {day}).")
    else:
        told = _("{number}: sent to {new} more ({way}, {day}); sent to {sent} of {all} in all.")
    number, on = entry.number, numeric(day)
    return told.format(number=number, new=new, sent=reached, all=every, way=way, day=on)


def _already_sent(entry: Entry) -> str:
    told = _(
        "{number}: was sent to all before ({how}); nothing was recorded. If that is wrong, take it "
        "back first: letters-gen register sent {number} --undo --reason REASON."
    )
    hows = dict.fromkeys(f"{one.way}, {numeric(one.on)}" for one in entry.deliveries)
    return told.format(number=entry.number, how="; ".join(hows))


def signed_line(entry: Entry, before: date | None) -> str:
    """On which day a document was signed; of an earlier signing that it stays, or gave way.

    Args:
        before: the day that was recorded earlier, None for none.
    """
    if before is None:
        told = _("{number}: signed on {day}.")
    elif before == entry.signed_on:
        told = _("{number}: was signed on {day} already; --on names another day.")
    else:
        told = _("{number}: signed on {day}; recorded before was {former}.")
    day = numeric(entry.signed_on) if entry.signed_on else ""
    former = numeric(before) if before else ""
    return told.format(number=entry.number, day=day, former=former)


def redated_line(entry: Entry, *, is_new: bool) -> str:
    """The date that a document has now, or had before too."""
    told = _("{number}: the date is now {day}.") if is_new else _("{number}: is of {day} already.")
    return told.format(number=entry.number, day=numeric(entry.date))


def typed_day_lines(moved: Sequence[Entry]) -> Iterator[str]:
    """That the date stands in the files of typed letters too, which nobody but a person changes."""
    blanks = [one.number for one in moved if one.shared.typed and one.document]
    if blanks:
        told = _("The former date still stands in the file of {numbers}: change it there in Word.")
        yield told.format(numbers=", ".join(blanks))
    attached = [one.number for one in moved if one.by_hand and one.document]
    if attached:
        told = _(
            "The former date still stands in the file of {numbers}: change it in Word, and take "
            "the changed file in (register attach)."
        )
        yield told.format(numbers=", ".join(attached))
