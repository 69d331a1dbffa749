"""Number and noun in agreement."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from letters_gen.russian.numbers import count, mean


def agreed(number: object, one: str, few: str, many: str) -> str:
    """A number and its noun, joined by a non-breaking space: 1 школа, 2 школы, 5 школ, 11 школ, 21
    школа, 1,5 школы. Text that is no number stays alone.
    """
    value = _number(number)
    if value is None:
        return str(number)
    shown = mean(value) if isinstance(value, Fraction) else count(value)
    return f"{shown}\N{NO-BREAK SPACE}{form_for(value, one, few, many)}"


def _number(value: object) -> int | Decimal | Fraction | None:
    """A number, also one that is written («1,5», «21»); None for any other text."""
    if isinstance(value, (int, Decimal, Fraction)):
        return value
    try:
        written = Decimal("".join(str(value).split()).replace(",", "."))
    except InvalidOperation:
        return None
    if not written.is_finite():
        return None
    return int(written) if written == written.to_integral_value() else written


def form_for(number: object, one: str, few: str, many: str) -> str:
    """The word that agrees with a number: выполнен 1, выполнены 2, выполнены 5; verbs and
    adjectives too.

    Args:
        number: a number, or text that is one.
        one: with 1, 21, 101; `few`: with 2 to 4, 22 to 24, and with fractions («1,5 дня»); `many`:
            with all others, 11 to 14 among them, and with what is no number.
    """
    value = _number(number)
    if value is None:
        return many
    if value != int(value):
        return few
    return _whole_form(int(value), one, few, many)


def _whole_form(number: int, one: str, few: str, many: str) -> str:
    last, last_two = abs(number) % 10, abs(number) % 100
    if last == 1 and last_two != 11:
        return one
    if last in (2, 3, 4) and last_two not in (12, 13, 14):
        return few
    return many
