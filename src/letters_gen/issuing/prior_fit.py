"""Whether an earlier document is one that a new one can end or change: orders by orders, by letters
those that have left the house.
"""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ended_by, is_order
from letters_gen.model.prior import ENDS
from letters_gen.model.settings import DocumentType, Settings


def refuse_unfit(settings: Settings, kind: DocumentType, relation: str, entry: Entry) -> None:
    """Raises InputError where a document of type `kind` can't end or change `entry`:
    `prior-annulled`, `prior-ended`, `prior-incoming`; `prior-no-order`, `prior-is-order`: it is of
    the other kind; `prior-not-sent`: what never left the house isn't withdrawn.
    """
    _refuse_void(entry)
    if entry.own.incoming:
        raise InputError("prior-incoming", number=entry.number)
    was_order = is_order(entry, settings)
    if kind.form == "order" and not was_order:
        raise InputError("prior-no-order", number=entry.number)
    if kind.form == "letter":
        if was_order:
            raise InputError("prior-is-order", number=entry.number)
        # Of a paper journal's letters nobody has told whether they were sent.
        is_untold = entry.is_imported or entry.is_restored
        if relation == ENDS and not (entry.has_left or is_untold):
            raise InputError("prior-not-sent", number=entry.number)


def _refuse_void(entry: Entry) -> None:
    if entry.is_annulled:
        raise InputError("prior-annulled", number=entry.number, because=entry.annulled_because)
    ended = ended_by(entry)
    if ended is not None:
        raise InputError("prior-ended", number=entry.number, other=ended.number, day=ended.on)
