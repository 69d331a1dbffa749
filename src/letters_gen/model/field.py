"""The fields of templates: what one is called, what it holds, and its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Of = TypeVar("Of")

FieldValues = Mapping[str, Any]
"""What the fields of a template stand for, by their names: texts, mappings and lists of them."""


@dataclass(frozen=True)
class Field(Generic[Of]):
    """One field of the templates, declared once, with its value.

    Attributes:
        name: Russian; beside the other fields of its thing: `номер`, or in full: `письмо.номер`,
            `школы.название` for an item of the list `школы`.
        meaning: what it holds, in Russian: template fields don't change with the language of the
            screen.
        example: what a document would show.
        value: what it is of a thing; None where the thing has no such, and a template that names it
            can't be filled.
    """

    name: str
    meaning: str
    example: str
    value: Callable[[Of], object]
