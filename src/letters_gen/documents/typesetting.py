"""The typography of form.md, applied to every value that a template gets."""

from __future__ import annotations

import re
from typing import Any

from letters_gen.documents.inflecting import Inflected
from letters_gen.model.field import FieldValues
from letters_gen.russian.typography import typeset

# A line of the addressee takes some 30 signs (form: a requisite is at most 8 cm long).
_NAME = re.compile(r"«[^»]{1,26}»")


def unbroken_names(text: str) -> str:
    """`text` with non-breaking spaces inside short names in «ёлочки»: «Генухская СОШ» stays in one
    line.
    """
    return _NAME.sub(lambda match: match[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def typeset_values(values: FieldValues) -> FieldValues:
    """`values` (nested mappings and lists) with every text set as it should be; words that decline
    stay as they are.
    """
    return {name: _typeset(value) for name, value in values.items()}


def _typeset(value: Any) -> Any:
    match value:
        case Inflected():
            return value
        case str():
            return typeset(value)
        case dict():
            return typeset_values(value)
        case list():
            return [_typeset(item) for item in value]
        case _:
            return value
