"""The state of an entry as people are told it (`model.entry_state.shown_state`), as a condition on
the rows of `entries`: what is looked for streams, however many others there are.

What an entry says is canonical JSON: its keys are in order, and within a text no quotation mark
stands bare.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, not_, or_, select

from letters_gen.register.schema import entries, events

_SAID = entries.c.content


def is_shown_as(office: str, state: str) -> ColumnElement[bool]:
    """The condition that an entry of `office` is in `state`, one of `SHOWN`."""
    stored = entries.c.state
    if state in _SHOWN:
        return _SHOWN[state]()
    if state == "sent":
        return and_(stored == state, ~_gone())
    if state == "reserved":
        return or_(stored == state, and_(stored == "issued", ~_gone(), _is_typed(office)))
    if state == "issued":
        others = (_is_number_alone(), is_signed(), _is_typed(office), _gone())
        return and_(stored == state, *map(not_, others))
    return stored == state


def _is_letter() -> ColumnElement[bool]:
    return and_(_says('"addressee":"'), ~_says('"addressee":""'))


def is_signed() -> ColumnElement[bool]:
    """The condition that somebody has told that an entry is signed, or its signed copy is there."""
    return or_(_says('"signed":"2'), has_copy())


def has_copy() -> ColumnElement[bool]:
    """The condition that a scan or a signature is among the files that an entry has."""
    # Former files stand behind.
    alone = ~_says('"former":[')
    roles = ('"role":"scan"', '"role":"signature"')
    return or_(*(and_(_says(role), or_(alone, _says(role, '"former":['))) for role in roles))


def _stands() -> ColumnElement[bool]:
    return entries.c.state.in_(("issued", "sent", "replaced"))


def _gone() -> ColumnElement[bool]:
    """Ended, replaced, or none of ours."""
    return or_(_is_ended(), _is_replaced(), _came_in())


def _is_ended() -> ColumnElement[bool]:
    # What an order itself ends has no day «on» beside it.
    return _SAID.like('%"on":"____-__-__","relation":"ends"%')


def _is_replaced() -> ColumnElement[bool]:
    return and_(_says('"replaced_by":"'), ~_says('"replaced_by":""'))


def _came_in() -> ColumnElement[bool]:
    return _says('"incoming":{')


def _is_number_alone() -> ColumnElement[bool]:
    told = [_says(part) for part in ('"files":[{', '"deliveries":[{', '"signed":"2')]
    taken = and_(_says('"by_hand":true'), _says('"workspace":"'), ~_says('"workspace":""'))
    return and_(taken, *map(not_, told))


def _is_typed(office: str) -> ColumnElement[bool]:
    """A blank whose text is still to be typed."""
    begun = events.c["values"].contains('"typed":true')
    blanks = select(events.c.position).where(
        events.c.office == office, events.c.entry.is_(None), begun
    )
    left = or_(_says('"deliveries":[{'), _says('"mailings":[{'))
    return and_(entries.c.batch.in_(blanks), ~is_signed(), ~left)


def _says(*parts: str) -> ColumnElement[bool]:
    """The condition that the content says these, in this order."""
    escaped = (part.replace("_", "/_") for part in parts)
    return _SAID.like(f"%{'%'.join(escaped)}%", escape="/")


_SHOWN: dict[str, Callable[[], ColumnElement[bool]]] = {
    "number": lambda: and_(entries.c.state == "issued", _is_number_alone(), ~_gone()),
    "signed": lambda: and_(entries.c.state == "issued", is_signed(), ~_gone()),
    "received": lambda: and_(_stands(), _came_in()),
    "replaced": lambda: and_(_stands(), ~_came_in(), _is_replaced(), ~_is_ended()),
    "withdrawn": lambda: and_(_stands(), ~_came_in(), _is_ended(), _is_letter()),
    "ended": lambda: and_(_stands(), ~_came_in(), _is_ended(), ~_is_letter()),
}
