"""What state an entry is in, beyond the one that its row names."""

from __future__ import annotations

from letters_gen.model.entry import Entry
from letters_gen.model.prior import ENDS, Link
from letters_gen.model.settings import Settings

SHOWN = (
    *("reserved", "number", "issued", "signed", "sent"),
    *("received", "replaced", "withdrawn", "ended", "annulled"),
)
"""The states of entries as people are told them: a blank that is typed isn't finished, a number
without a document is no more than that; what is signed and not sent yet is signed, a letter that
came in received; what a later document has ended is withdrawn (a letter) or ended (an order).
"""
NUMBER, SIGNED, RECEIVED = "number", "signed", "received"
REPLACED, WITHDRAWN, ENDED = "replaced", "withdrawn", "ended"
_ORDERS = ("orders", "staff_orders")


def is_being_typed(entry: Entry) -> bool:
    """Whether it is a blank, given its number, whose text a person types in Word: unfinished until
    it is signed, or has left.
    """
    is_typed = entry.shared.typed and entry.state == "issued"
    return is_typed and not (entry.is_signed or entry.has_left)


def ended_by(entry: Entry) -> Link | None:
    """The later document that has ended it: a letter that withdraws it, of an order another order;
    None where it stands, or is void.
    """
    if not entry.links or not entry.is_issued:
        return None
    return next((link for link in entry.links if link.relation == ENDS), None)


def is_withdrawn(entry: Entry) -> bool:
    """Whether it is a letter that another one has withdrawn; orders have no addressee."""
    return bool(entry.addressee) and ended_by(entry) is not None


def is_order(entry: Entry, settings: Settings) -> bool:
    """Whether it is an order: by its type, or, of one that a person typed, by its journal."""
    kind, series = settings.types.get(entry.key.type), settings.series.get(entry.series)
    if kind is not None:
        return kind.form == "order"
    return series is not None and series.journal in _ORDERS


def shown_state(entry: Entry) -> str:
    """The state of an entry as people are told it, one of `SHOWN`.

    The register looks entries up by it too: `register.shown_states` says the same as a query.
    """
    if not entry.is_issued:
        return entry.state
    if entry.own.incoming:
        return RECEIVED
    if ended_by(entry):
        return WITHDRAWN if is_withdrawn(entry) else ENDED
    return REPLACED if entry.replaced_by else _of_standing(entry)


def _of_standing(entry: Entry) -> str:
    """The state of a document of ours that is issued, and stands."""
    if is_being_typed(entry):
        return "reserved"
    if entry.is_number_alone:
        return NUMBER
    return SIGNED if entry.state == "issued" and entry.is_signed else entry.state


def known_state(entry: Entry) -> str:
    """The state as JSON reports name it, which programs rely on: a blank that is typed is still
    `reserved`, a letter that was withdrawn `withdrawn`.
    """
    if is_being_typed(entry):
        return "reserved"
    return "withdrawn" if is_withdrawn(entry) else entry.state
