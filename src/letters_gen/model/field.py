"""A name that templates may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One field of the templates.

    Attributes:
        name: the dotted Russian name; an attribute of a list's items is named after the list:
            `школы.название`.
        meaning: what it holds, in Russian: template fields don't change with the language of the
            screen.
        example: what a document would show.
    """

    name: str
    meaning: str
    example: str
