"""A name that templates may use, and what such names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FieldValues = Mapping[str, Any]
"""What the fields of a template stand for, by their names: texts, mappings and lists of them."""


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
