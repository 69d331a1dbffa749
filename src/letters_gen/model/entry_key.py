"""What makes a document the same document."""

from __future__ import annotations

from typing import NamedTuple

from letters_gen.model.settings import Series


class EntryKey(NamedTuple):
    """What makes a document the same document within an office (design §6.1); no part is None.

    A tuple, because of a register's many events each is looked up by it several times.

    Attributes:
        subject: the period (`2023-04-08/2023-04-14`), or what the clerk named.
        school: the school's ИНН, failing that its short name, '' for an office-wide document.
        edition: 1, and one more for each new edition.
    """

    type: str
    subject: str
    school: str = ""
    edition: int = 1


def typed_key(series: Series, year: int, seq: int, suffix: str = "", twin: int = 0) -> EntryKey:
    """The key of a document that no template made: its number is all that tells it from others."""
    return EntryKey("", f"{series.key}/{year}/{seq}{suffix}", "", twin + 1)
