"""The verbs of the templates, each by its full Russian name and by its short one, declared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from letters_gen.russian.agreement import agreed
from letters_gen.russian.cases import dative, genitive
from letters_gen.russian.numbers import percent


@dataclass(frozen=True)
class TemplateFilter:
    """One filter: its full and its short name, what it does, in Russian, and an example of its use."""

    name: str
    short: str
    meaning: str
    example: str
    function: Callable[..., Any]


def _percent(value: object) -> str:
    """A share as a percentage; text that is one already stays."""
    return percent(value) if isinstance(value, Fraction) else str(value)


CATALOGUE = (
    TemplateFilter(
        "родительный", "рд", "родительный падеж органа или района", "{{ основание.автор | родительный }}", genitive
    ),
    TemplateFilter(
        "дательный", "дт", "дательный падеж органа или района", "{{ учреждение.район | дательный }}", dative
    ),
    TemplateFilter("процент", "прц", "доля в процентах", "{{ показатели.доля_не_писавших | процент }}", _percent),
    TemplateFilter(
        "согласовать",
        "согл",
        "число и слово при нём: 1 школа, 2 школы, 5 школ",
        '{{ нарушители | length | согласовать("школа", "школы", "школ") }}',
        agreed,
    ),
)
FILTERS: Mapping[str, Callable[..., Any]] = {
    name: declared.function for declared in CATALOGUE for name in (declared.name, declared.short)
}
