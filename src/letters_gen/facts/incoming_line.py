"""A line of the journal of incoming documents, as the register itself has printed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from letters_gen.facts.period_text import typed_date
from letters_gen.model.answer import UNNUMBERED, IncomingStatement, Numbered

_THEIRS = re.compile(r"(?P<day>[0-9.]{10}) № (?P<number>.+)")
_ANSWERED = re.compile(r"на № (?P<number>.+?) от (?P<day>[0-9.]{10})")


def incoming_of(said: Mapping[str, str], received: date) -> IncomingStatement:
    """What the line says of the letter; one whose own date can't be read bears the day on which it
    was received.
    """
    theirs = _THEIRS.fullmatch(said.get("theirs", ""))
    number, day = (theirs["number"], typed_date(theirs["day"])) if theirs else (UNNUMBERED, None)
    answers = []
    for answered in _ANSWERED.finditer(said.get("done", "")):
        on = typed_date(answered["day"])
        if on:
            answers.append(Numbered(answered["number"], on))
    return IncomingStatement(
        said.get("addressee", ""),
        number,
        day or received,
        said.get("sheets", ""),
        said.get("resolution", ""),
        tuple(answers),
    )
