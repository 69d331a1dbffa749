"""Values made of the vocabulary's examples: what a template is tried with when it is checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from letters_gen.model.field import Field, FieldValues

_ROWS = 3


def example_values(fields: Iterable[Field]) -> FieldValues:
    """Nested values by the dotted names of `fields`; a declared name that has names below it is a
    list of them.
    """
    examples = {field.name: field.example for field in fields}
    values: dict[str, Any] = {}
    for name, example in examples.items():
        parent, _, last = name.rpartition(".")
        below = {
            other.removeprefix(f"{name}."): text
            for other, text in examples.items()
            if other.startswith(f"{name}.")
        }
        if parent in examples:
            continue
        holder = values
        for word in filter(None, parent.split(".")):
            holder = holder.setdefault(word, {})
        holder[last] = [dict(below) for _ in range(_ROWS)] if below else example or None
    return values
