"""The verbs of the templates, each by its full Russian name and by its short one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from letters_gen.russian.cases import dative, genitive
from letters_gen.russian.numbers import percent


def _percent(value: object) -> str:
    """A share as a percentage; text that is one already stays."""
    return percent(value) if isinstance(value, Fraction) else str(value)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "родительный": genitive,
    "рд": genitive,
    "дательный": dative,
    "дт": dative,
    "процент": _percent,
}
