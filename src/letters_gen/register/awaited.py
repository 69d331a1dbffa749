"""Documents that an answer is awaited to: found by a column of theirs, however many others there
are.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement

from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry
from letters_gen.register.schema import entries

# Of a document that sets no deadline: it is awaited, and never overdue.
_ANY_DAY = date.max.isoformat()


def awaited_until(entry: Entry) -> str:
    """The column `awaiting`: the day by which an answer is awaited, '' where none is."""
    if not unanswered(entry):
        return ""
    return entry.own.deadline.isoformat() if entry.own.deadline else _ANY_DAY


def is_awaited() -> ColumnElement[bool]:
    """The condition that an answer is still to come."""
    return entries.c.awaiting > ""


def is_overdue(day: date) -> ColumnElement[bool]:
    """The condition that an answer was due before `day`: a document is overdue from the day after
    its deadline.
    """
    return is_awaited() & (entries.c.awaiting < day.isoformat())
