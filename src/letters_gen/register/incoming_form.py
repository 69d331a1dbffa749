"""What the journal says of a letter that came in, as JSON and back (see `statement_form`)."""

from __future__ import annotations

from datetime import date

from letters_gen.model.answer import IncomingStatement, Numbered
from letters_gen.register.chain import Json

# What isn't known of every letter that came in.
_UNSURE = ("sheets", "resolution")


def incoming_json(incoming: IncomingStatement) -> Json:
    """What the journal says of a letter, as its event says it."""
    said: Json = {"sender": incoming.sender, "number": incoming.number}
    said |= {name: text for name in _UNSURE if (text := getattr(incoming, name))}
    if incoming.answers:
        said["answers"] = [[one.number, one.day.isoformat()] for one in incoming.answers]
    return said | {"day": incoming.day.isoformat()}


def incoming_of(said: Json) -> IncomingStatement:
    """What is said of it; raises ValueError, KeyError or TypeError where it isn't in this form."""
    told = said.get("answers", ())
    answers = tuple(Numbered(number, date.fromisoformat(day)) for number, day in told)
    day = date.fromisoformat(said["day"])
    return IncomingStatement(**{**said, "day": day, "answers": answers})
