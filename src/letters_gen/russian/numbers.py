"""Counts and shares as documents show them (form: «Russian text»)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from babel.numbers import format_decimal

from letters_gen.model.judgement import Relation, Requirement, Value
from letters_gen.model.past import Place

_MOST_DECIMALS = 12


def percent(share: Fraction, bound: Fraction | None = None) -> str:
    """A share as a percentage: 0 -> `0%`, 102/441 -> `23,1%`.

    One decimal, none for a whole percentage; more where one would round the share onto or across
    `bound` (the requirement it is held against): 7996/10000 against 4/5 is `79,96%`.
    """
    limit = (0, 0) if bound is None else (bound.numerator, bound.denominator)
    return _percent(share.numerator, share.denominator, *limit)


# A country's schools have 40,000 shares, most of them the same few thousand; a Fraction's own hash
# takes a while.
@lru_cache(10_000)
def _percent(part: int, whole: int, bound: int, bound_whole: int) -> str:
    required = None
    if bound_whole:
        required = Fraction(100 * bound, bound_whole)
    return f"{_shown(Fraction(100 * part, whole), required)}%"


def out_of(part: int, whole: int) -> str:
    """`17 из 22`, which no line parts."""
    return f"{part}\N{NO-BREAK SPACE}из\N{NO-BREAK SPACE}{whole}"


def mean(value: Fraction, bound: Fraction | None = None) -> str:
    """A mean of counts: 7/3 -> `2,3`, 2 -> `2`; rounded as `percent` rounds."""
    return _shown(value, bound)


def _shown(exact: Fraction, limit: Fraction | None) -> str:
    for decimals in range(1, _MOST_DECIMALS):
        shown = _rounded(exact, decimals)
        if limit is None or _side(Fraction(shown), limit) == _side(exact, limit):
            break
    return count(shown)


def _rounded(exact: Fraction, decimals: int) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
        return quotient.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


def count(number: int | Decimal) -> str:
    """A number with a decimal comma and no needless zeros: 12 -> `12`, Decimal('23.10') ->
    `23,1`.
    """
    if isinstance(number, int):
        return str(number)
    return format_decimal(number, format="0.############", locale="ru")


def change_text(value: Value | None) -> str:
    """A change since the week before with its sign: `+3`, a share's in points: `−12,5 п.п.`; '' for
    none.
    """
    if value is None or isinstance(value, str):
        return ""
    if value == 0:
        return "0"
    sign = "+" if value > 0 else "−"
    if isinstance(value, int):
        return f"{sign}{abs(value)}"
    return f"{sign}{percent(abs(value)).rstrip('%')} п.п."


def place_text(place: Place | None) -> str:
    """A place among the schools: `14`, one that several share `1–13`; '' for none."""
    if place is None:
        return ""
    shared = place.first != place.last
    return f"{place.first}–{place.last}" if shared else str(place.first)


def value_text(value: Value | None, requirement: Requirement | None = None) -> str:
    """A judged value as documents show it; `–` for no data; a share never rounded across its
    requirement.
    """
    if value is None:
        return "–"
    if isinstance(value, int):
        return count(value)
    if isinstance(value, str):
        return value
    if requirement is None or not isinstance(requirement.bound, Fraction):
        return percent(value)
    return percent(value, requirement.bound)


def requirement_text(requirement: Requirement) -> str:
    """What is required, in words: `не менее 80%`, `не более 3`, `Активен`."""
    bound = value_text(requirement.bound)
    words = {Relation.AT_LEAST: f"не менее {bound}", Relation.AT_MOST: f"не более {bound}"}
    return words.get(requirement.relation, bound)
