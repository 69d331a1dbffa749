"""What state an entry is in, beyond the one that its row names."""

from __future__ import annotations

from letters_gen.model.entry import Entry


def is_being_typed(entry: Entry) -> bool:
    """Whether it is a blank, given its number, whose text a person types in Word: unfinished until
    it is signed, or has left.
    """
    is_open = entry.state == "issued" and not (entry.is_signed or entry.has_left)
    return entry.shared.typed and is_open
