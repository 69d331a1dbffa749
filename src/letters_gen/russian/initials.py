"""Names for the signature."""

from __future__ import annotations


def signature(name: str) -> str:
    """`Фамилия И.О.` as the signature has it: `И.О. Фамилия`, joined by a non-breaking space (form: requisite 22)."""
    surname, _, initials = name.strip().partition(" ")
    return f"{initials.replace(' ', '')}\N{NO-BREAK SPACE}{surname}" if initials else surname
