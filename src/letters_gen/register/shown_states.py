"""The state of an entry as people are told it (`model.entry_state.shown_state`), as a condition on
the rows of `entries`: what is looked for streams, however many others there are.

What an entry says is canonical JSON: its keys are in order, and within a text no quotation mark
stands bare.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false, not_, or_, select

from letters_gen.register.schema import entries, events

_SAID = entries.c.content


def is_shown_as(office: str, state: str) -> ColumnElement[bool]:
    """The condition that an entry of `office` is in `state`, one of `SHOWN`."""
    stored = entries.c.state
    if state in ("sent", "annulled"):
        return stored == state if state == "annulled" else and_(stored == state, ~_gone())
    if state in ("withdrawn", "ended"):
        to_somebody = and_(_says('"addressee":"'), ~_says('"addressee":""'))
        is_letter = to_somebody if state == "withdrawn" else ~to_somebody
        return and_(_stands(), _is_ended(), is_letter)
    if state == "replaced":
        return and_(_stands(), _is_replaced(), ~_is_ended())
    if state == "reserved":
        return or_(stored == "reserved", and_(stored == "issued", ~_gone(), _is_typed(office)))
    if state == "received":
        return and_(_stands(), _came_in())
    return and_(stored == "issued", _of_issued(office, state))


def _of_issued(office: str, state: str) -> ColumnElement[bool]:
    """Which of the entries that are stored as issued are told otherwise, and which aren't."""
    known = {"number": _is_number_alone(), "signed": is_signed()}
    if state in known:
        return and_(known[state], ~_gone())
    if state != "issued":
        return false()
    others = (*known.values(), _is_typed(office), _gone())
    return and_(*map(not_, others))


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
