"""Who is still to answer a document, and when the last answer came."""

from __future__ import annotations

from datetime import date

from letters_gen.model.entry import Entry


def unanswered(entry: Entry) -> tuple[str, ...]:
    """Those who have got the document, are to answer it, and haven't yet.

    Nobody where it awaits no answer, isn't sent, or is void. The answer of one recipient is
    whoever's it is; of several each answers for itself.
    """
    awaits = entry.shared.answer and entry.state not in ("reserved", "annulled")
    if not (awaits and entry.deliveries):
        return ()
    reached = tuple(dict.fromkeys(delivery.to for delivery in entry.deliveries))
    if len(entry.recipients) == 1:
        return () if entry.answers else reached[:1]
    answered = {answer.sender for answer in entry.answers}
    return tuple(name for name in reached if name not in answered)


def answered_on(entry: Entry) -> date | None:
    """The day of the last answer, None while one is still to come or none came."""
    if not entry.answers or unanswered(entry):
        return None
    return max(answer.on for answer in entry.answers)
