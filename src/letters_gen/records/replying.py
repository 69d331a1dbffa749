"""Which letter a typed one answers."""

from __future__ import annotations

import re

from letters_gen.errors import InputError
from letters_gen.facts.period_text import typed_date
from letters_gen.model.basis import Basis, bare_number
from letters_gen.model.registration_number import parsed_number, running_number
from letters_gen.model.settings import Settings
from letters_gen.register.book import Register

_DATED = re.compile(r"(?P<number>.*\S)\s+от\s+(?P<day>\S+?)(?:\s*г\.?)?")


def answered_letter(register: Register, settings: Settings, text: str) -> Basis:
    """The letter that `text` names: by its number in the journal of incoming documents, or as
    `06-5649 от 17.04.2023`, whose author is then the addressee, and isn't said again.

    Raises:
        InputError: `reply-unreadable`.
    """
    dated = _DATED.fullmatch(text.strip())
    day = typed_date(dated["day"]) if dated else None
    if dated and day:
        return Basis("", bare_number(dated["number"]), day)
    said = _entered(register, settings, text)
    if said is None:
        raise InputError("reply-unreadable", found=text)
    return said


def _entered(register: Register, settings: Settings, text: str) -> Basis | None:
    """The latest letter that came in under that number of ours, None where there is none."""
    for series in settings.series.values():
        number = parsed_number(text, [series])
        running = (number.seq, number.suffix) if number else running_number(text)
        found = register.numbered(series, *running) if running else []
        for entry in reversed(found):
            said = entry.own.incoming
            if said and not entry.is_annulled:
                return Basis(said.sender, said.number, said.day)
    return None
