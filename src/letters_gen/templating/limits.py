"""How much a template may work: no expression of a few signs takes all time or memory there is.

Texts, numbers and lists that expressions build have an end, and so have the steps that loops and
macros take together; what the data themselves ask for is far below. Whatever goes beyond raises
InputError `template-too-much`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, markup_join

from letters_gen.errors import InputError

BUDGET = "_budget"
BOUNDED, CONCAT, STEPS = "_bounded", "_concat", "_steps"
# Signs of a text that an expression joins, of one that it fills up, of a finished passage.
LONGEST = 1_000_000
WIDEST = 20_000
PASSAGE = 5_000_000
_BITS = 4096
_ITEMS = 200_000
# What one document may cost: a step of a loop over numbers costs 20.
_UNITS = 20_000_000
STEP, CALL, OWN_CALL = 20, 5, 120
# What one part may write: so many signs in all, handed on in pieces of so many.
_MOST_WRITTEN = 32_000_000
_PIECE = 65_536
_MOST_PIECES = 3_000_000
# A width of a format that is too large, or comes with the values: `%9999d`, `%*d`.
_WIDTH = re.compile(r"%[^a-zA-Z%]*?(?:\d{4,}|\*)")


def too_much() -> InputError:
    """The error; its tag's place is added."""
    return InputError("template-too-much")


def _refuse(is_too_much: bool) -> None:
    if is_too_much:
        raise too_much()


class Budget:
    """What one document may still cost."""

    def __init__(self) -> None:
        self._left = _UNITS

    def spend(self, units: int) -> None:
        """Take `units` off; raises InputError `template-too-much` where they aren't there."""
        self._left -= units
        if self._left < 0:
            raise too_much()


def spend(context: Context, units: int) -> None:
    """Take `units` off the budget of the document that is being filled."""
    budget = context.parent.get(BUDGET)
    if isinstance(budget, Budget):
        budget.spend(units)


def size(value: object, most: int) -> int:
    """How large a value is: signs, items with all that they hold, bits of a number; counted only so
    far that it is known to be more than `most`.
    """
    if isinstance(value, str):
        return len(value)
    if isinstance(value, int):
        return value.bit_length()
    if isinstance(value, Mapping):
        return _size_of_items([*value.keys(), *value.values()], most)
    if isinstance(value, (list, tuple)):
        return _size_of_items(value, most)
    return 1


def _size_of_items(items: Sequence[object], most: int) -> int:
    total = len(items)
    for item in items:
        if total > most:
            break
        if isinstance(item, (list, tuple, dict)):
            total += size(item, most - total)
    return total


def bounded(value: Any, most: int = LONGEST) -> Any:
    """`value`, where it isn't too large."""
    limit = most if isinstance(value, str) else _limit(value)
    if size(value, limit) > limit:
        raise too_much()
    return value


def _limit(value: object) -> int:
    return _BITS if isinstance(value, int) else _ITEMS


def short(value: Any) -> Any:
    """A value that goes into a filter which looks at every word."""
    return bounded(value, WIDEST)


def limited_range(*numbers: int) -> range:
    """Jinja's `range`, of no more numbers than a loop may run over."""
    counted = range(*numbers)
    _refuse(len(counted) > _ITEMS)
    return counted


def concatenated(items: Sequence[object]) -> str:
    """`a ~ b`: texts joined; finished text stays finished."""
    if sum(size(item, LONGEST) for item in items) > LONGEST:
        raise too_much()
    return markup_join(items)


@pass_context
def steps(context: Context, items: Iterable[Any], cost: int) -> Iterator[Any]:
    """What a loop runs over, each step paid for."""
    for item in items:
        spend(context, cost)
        yield item


def operated(context: Context, operator: str, left: Any, right: Any) -> None:
    """Refuse an operation whose result would be too large.

    Args:
        operator: `+`, `*`, `**` or `%`.
    """
    large = max(size(left, LONGEST), size(right, LONGEST))
    if large > 1_000:
        spend(context, large // 16)
    _GUARDS[operator](left, right)


def _added(left: Any, right: Any) -> None:
    if isinstance(left, (str, list, tuple)) and isinstance(right, (str, list, tuple)):
        limit = LONGEST if isinstance(left, str) else _ITEMS
        if size(left, limit) + size(right, limit) > limit:
            raise too_much()


def _multiplied(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _refuse(left.bit_length() + right.bit_length() > _BITS)
    for sequence, times in ((left, right), (right, left)):
        if isinstance(sequence, (str, list, tuple)) and isinstance(times, int):
            _refuse(size(sequence, WIDEST) * times > WIDEST)


def _raised(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _refuse(left.bit_length() * max(right, 1) > _BITS)


def _formatted(left: Any, right: Any) -> None:
    if isinstance(left, str) and (_WIDTH.search(left) or size(right, LONGEST) > LONGEST):
        raise too_much()


_GUARDS: Mapping[str, Callable[[Any, Any], None]] = {
    "+": _added,
    "*": _multiplied,
    "**": _raised,
    "%": _formatted,
}


def in_large_pieces(pieces: Generator[str, None, None]) -> Iterator[str]:
    """What a part writes, in few pieces; ends with `template-too-much` where it never would."""
    gathered: list[str] = []
    waiting = written = count = 0
    for piece in pieces:
        gathered.append(piece)
        waiting += len(piece)
        if waiting >= _PIECE or len(gathered) >= _PIECE:
            written += waiting
            count += len(gathered)
            if written > _MOST_WRITTEN or count > _MOST_PIECES:
                # Thrown where the template has come to: so its tag is known.
                pieces.throw(too_much())
            yield "".join(gathered)
            gathered, waiting = [], 0
    yield "".join(gathered)


def replaced(text: str, old: str, new: str, count: int = -1) -> str:
    """`text.replace(old, new)`, where that doesn't grow beyond measure."""
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise too_much()
    return text.replace(old, new, count)


def joined(text: str, items: Iterable[str]) -> str:
    """`text.join(items)`, where that doesn't grow beyond measure."""
    parts = list(items)
    if len(text) * len(parts) + sum(map(len, parts)) > PASSAGE:
        raise too_much()
    return text.join(parts)


def _first_number(most: int) -> Callable[..., None]:
    """A guard of filters whose numbers say how much they make."""

    def guard(value: Any, *arguments: Any, **named: Any) -> None:
        for argument in (*arguments, *named.values()):
            if isinstance(argument, int) and abs(argument) > most:
                raise too_much()
            if isinstance(argument, str) and len(argument) > most:
                raise too_much()
        bounded(value, PASSAGE)

    return guard


def _format_guard(value: Any, *arguments: Any, **named: Any) -> None:
    for argument in (*arguments, *named.values()):
        bounded(argument)
    _formatted(str(value), ())


def _replace_guard(value: Any, old: Any, new: Any, *_: Any, **__: Any) -> None:
    replaced(str(value), str(old), str(new))


def _join_guard(value: Any, separator: Any = "", attribute: Any = None) -> None:
    if isinstance(value, (list, tuple)):
        signs = sum(size(item, PASSAGE) for item in value)
        if signs + len(str(separator)) * len(value) > PASSAGE:
            raise too_much()


def _size_guard(value: Any, *_: Any, **__: Any) -> None:
    bounded(value)


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's, which refuses to make too much."""
    guard = FILTER_GUARDS[name]
    takes_context = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def filtered(*arguments: Any, **named: Any) -> Any:
        before, (value, *others) = arguments[:takes_context], arguments[takes_context:]
        if isinstance(value, (Iterator, range)):
            # It can be gone through once only.
            value = list(value)
        guard(value, *others, **named)
        return function(*before, value, *others, **named)

    return filtered


FILTER_GUARDS: Mapping[str, Callable[..., None]] = {
    "center": _first_number(WIDEST),
    "indent": _first_number(100),
    "batch": _first_number(WIDEST),
    "slice": _first_number(WIDEST),
    "round": _first_number(300),
    "truncate": _first_number(PASSAGE),
    "wordwrap": _first_number(PASSAGE),
    "format": _format_guard,
    "replace": _replace_guard,
    "join": _join_guard,
    "string": _size_guard,
    "tojson": _size_guard,
}
