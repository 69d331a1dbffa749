"""Number and noun in agreement."""

from __future__ import annotations


def agreed(number: int, one: str, few: str, many: str) -> str:
    """A number and its noun, joined by a non-breaking space: 1 школа, 2 школы, 5 школ, 11 школ, 21
    школа.
    """
    return f"{number}\N{NO-BREAK SPACE}{form_for(number, one, few, many)}"


def form_for(number: int, one: str, few: str, many: str) -> str:
    """The word that agrees with a number: выполнен 1, выполнены 2, выполнены 5; verbs and
    adjectives too.

    Args:
        one: with 1, 21, 101; `few`: with 2 to 4, 22 to 24; `many`: with all others, 11 to 14 among
            them.
    """
    last, last_two = abs(number) % 10, abs(number) % 100
    if last == 1 and last_two != 11:
        return one
    if last in (2, 3, 4) and last_two not in (12, 13, 14):
        return few
    return many
