"""Answers to documents, and letters that came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

UNNUMBERED = "б/н"
"""What stands for the number of a letter that bears none."""
BY_TELEPHONE = "телефон"
"""How answers without a letter of their own usually come."""


@dataclass(frozen=True)
class Answer:
    """One answer to a document.

    Attributes:
        sender: who has answered; of several recipients as the document's entry calls them.
        on: the day on which it came in.
        way: how: «письмо», «телефон».
        incoming: its number in the journal of incoming documents, '' where it has none.
        note: what the clerk noted of it, '' for nothing.
    """

    sender: str
    on: date
    way: str
    incoming: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document of ours, as letters refer to it: `01-16/220 от 18.04.2023`."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class IncomingStatement:
    """What the journal says of a letter that came in (form: journal of incoming documents).

    Attributes:
        sender: the correspondent: a school's short name, or as the clerk wrote it.
        number: the number that it bears, «б/н» for none; `day`: its date.
        sheets: sheets and appendices, as the clerk counted them.
        resolution: who is to do what; '' where nobody has decided.
        answers: which of our documents it answers.
    """

    sender: str
    number: str
    day: date
    sheets: str = ""
    resolution: str = ""
    answers: tuple[Numbered, ...] = ()
