"""The states of an entry, in words."""

from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ENDED, REPLACED, WITHDRAWN, ended_by, shown_state
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked

_STATES = {
    "reserved": marked("not finished"),
    "issued": marked("issued"),
    "sent": marked("sent"),
    "annulled": marked("annulled"),
    "replaced": marked("replaced"),
    "withdrawn": marked("withdrawn"),
    "ended": marked("ended"),
    "number": marked("number taken"),
    "signed": marked("signed"),
    "received": marked("received"),
    "planned": marked("planned"),
}

# By another document.
_BY = (ENDED, REPLACED, WITHDRAWN)

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
    """The state of an entry, with the number of what has ended or replaced it."""
    state, ended = shown_state(entry), ended_by(entry)
    by = ended.number if ended else entry.replaced_by
    if state not in _BY:
        return state_text(state)
    return _("{state}, № {number}").format(state=state_text(state), number=by)
