"""What may be entered of a document as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import is_withdrawn
from letters_gen.records.acquainting import unacquainted

ATTACH, SIGNED, SENT = "attach", "signed", "sent"
ANSWERED, ACQUAINTED, ANNUL = "answered", "acquainted", "annul"
UNSENT, UNSIGNED, REDATED = "unsent", "unsigned", "redated"


def possible_acts(entry: Entry) -> list[str]:
    """The acts of the clerk's that an entry allows, in the order in which they usually come."""
    if entry.is_annulled:
        return [ATTACH]
    if entry.state == "replaced":
        return []
    voiding = [] if entry.has_left else [ANNUL]
    if entry.state == "reserved":
        return voiding
    return [ATTACH, *([] if entry.own.incoming else _of_ours(entry)), *voiding]


def _of_ours(entry: Entry) -> Iterator[str]:
    """What may happen to a document of ours that is issued."""
    if not entry.is_signed:
        yield SIGNED
    if entry.awaiting and not (entry.is_number_alone or is_withdrawn(entry)):
        yield SENT
    if unanswered(entry):
        yield ANSWERED
    if unacquainted(entry):
        yield ACQUAINTED
    yield from _to_mend(entry)


def _to_mend(entry: Entry) -> Iterator[str]:
    """What mends a mistake about a document of ours."""
    if entry.deliveries or entry.mailings:
        yield UNSENT
    if entry.signed_on and not entry.has_signed_copy:
        yield UNSIGNED
    if not (entry.is_signed or entry.has_left):
        yield REDATED
