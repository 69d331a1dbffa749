"""Whom a type spares: schools that have got one lately."""

from __future__ import annotations

from datetime import date

from letters_gen.model.settings import DocumentType
from letters_gen.register.book import Register
from letters_gen.register.wanted import Wanted


def spared_schools(
    register: Register, kind: DocumentType, day: date, subject: str
) -> frozenset[str]:
    """The keys of the schools that have got a document of a type in the quarter of `day`, where it
    is to come no oftener; what this very subject has issued doesn't count.
    """
    if kind.once != "quarter":
        return frozenset()
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    issued = register.entries(Wanted(type=kind.key, since=first, until=day))
    return frozenset(
        entry.key.school
        for entry in issued
        if not entry.is_annulled and entry.key.subject != subject
    )
