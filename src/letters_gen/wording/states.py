"""The states of an entry, in words."""

from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ended_by, is_being_typed, is_withdrawn
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_STATES = {
    "reserved": marked("not finished"),
    "issued": marked("issued"),
    "sent": marked("sent"),
    "annulled": marked("annulled"),
    "replaced": marked("replaced"),
    "planned": marked("planned"),
}

# What is typed for a way of sending; in the register it stands in Russian.
_WAYS = {
    "post": marked("post"),
    "hand": marked("hand"),
    "mail": marked("e-mail"),
    "edo": marked("edo"),
    "chat": marked("chat"),
}


def way_text(way: str) -> str:
    """A way of sending as it is typed."""
    return _(_WAYS[way])


def state_text(state: str) -> str:
    """The state as a table shows it."""
    return _(_STATES.get(state, state))


def entry_state(entry: Entry) -> str:
    """The state of an entry, with the number of what has ended or replaced it: a letter that came
    in is received, where one of ours is issued, a number without a document is no more than that,
    and a blank isn't finished.
    """
    if entry.own.incoming and entry.is_issued:
        return _("received")
    ended = ended_by(entry)
    if ended:
        told = _("withdrawn, № {number}") if is_withdrawn(entry) else _("ended, № {number}")
        return told.format(number=ended.number)
    if entry.replaced_by:
        return _("replaced, № {number}").format(number=entry.replaced_by)
    if is_being_typed(entry):
        return state_text("reserved")
    if entry.is_number_alone:
        return _("number taken")
    return state_text(entry.state)
