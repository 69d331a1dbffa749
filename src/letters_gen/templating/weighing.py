"""What a filter or a method costs of the budget: by the length of the text or list that it works
on, for in a loop the same long value can be worked on at each step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from letters_gen.templating.limits import short, spend

WEIGHED, HEAVY = "_weighed", "_heavy"
# Units for a sign of a text, and for an item of a list: measured by what the filters take.
_USUAL = (1, 12)
_OF_WORDS = (4, 12)
WEIGHTS: Mapping[str, tuple[int, int]] = {
    "title": _OF_WORDS,
    "wordcount": _OF_WORDS,
    "striptags": _OF_WORDS,
    "indent": _OF_WORDS,
    "wordwrap": (24, 12),
    "tojson": (4, 60),
}


def weights_of(name: str) -> tuple[int, int]:
    """What a filter of Jinja's costs: for a sign, for an item."""
    return WEIGHTS.get(name, _USUAL)


@pass_context
def weighed(context: Context, value: Any, of_sign: int, of_item: int) -> Any:
    """`value`, the work on it paid for."""
    if isinstance(value, str):
        spend(context, of_sign * len(value))
    elif isinstance(value, (list, tuple, dict)):
        spend(context, of_item * len(value))
    return value


@pass_context
def heavy(context: Context, value: Any) -> Any:
    """A value that goes into one of the office's filters, which look at every word: not too long,
    and paid for.
    """
    weighed(context, value, *_OF_WORDS)
    return short(value)


def pay_for_call(context: Context, called: Any, result: Any) -> None:
    """Pay for a method of a text (`split`), and for the list that it makes."""
    owner = getattr(called, "__self__", None)
    if isinstance(owner, str):
        spend(context, len(owner) // 4)
    if isinstance(result, list):
        spend(context, 4 * len(result))
