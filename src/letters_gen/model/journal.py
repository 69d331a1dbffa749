"""A journal as it is printed: a year of one journal's entries, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from letters_gen.model.period import Period


@dataclass(frozen=True)
class JournalColumn:
    """A column of a journal: its key, its heading as the form has it, its width in signs; whether
    it is printed.
    """

    key: str
    title: str
    width: int
    printed: bool = True


# What brings an entry back whole when its register is lost; at the journal's end, not printed.
RESTORING = (
    JournalColumn("kept", "Учёт", 10, printed=False),
    JournalColumn("type", "Вид в настройках", 12, printed=False),
    JournalColumn("subject", "Период или предмет", 24, printed=False),
    JournalColumn("school", "Школа", 24, printed=False),
    JournalColumn("school_key", "ИНН школы", 12, printed=False),
    JournalColumn("edition", "Редакция", 8, printed=False),
    JournalColumn("awaited", "Ждём ответа", 14, printed=False),
    JournalColumn("hashes", "SHA-256 файлов", 30, printed=False),
    JournalColumn("token", "Код в QR-коде", 14, printed=False),
)
# What the journal remarks of a number whose document isn't issued, or that nobody has taken in yet.
NOT_ISSUED, NUMBER_ALONE = "зарезервирован, не выпущен", "номер взят"
UNSIGNED = "не подписан"
# A document that awaits an answer names the day until which it does, or says no more than this.
AWAITED_ANY_DAY = "без срока"
# How an entry came into the register: issued, its number taken for a typed document, out of a
# paper journal, or as a letter that came in.
ISSUED_HERE, TYPED_HERE, FROM_PAPER = "выпущен", "набран вручную", "бумажный журнал"
RECEIVED_HERE = "поступил"


@dataclass(frozen=True)
class Journal:
    """One journal of one year.

    Attributes:
        key: `outgoing`, `orders`, `staff_orders`, `incoming`, or `dispatch` for the dispatch list.
        title: what stands above it.
        rows: of each line a text for each column; read anew each time, so that a year of any size
            takes the same memory.
        closing: the lines that close the year: how many were registered, gaps, annulled numbers;
            room to sign for it.
        days: of its first and its last entry; `registered`: how many it has. None and 0 of what
            is no journal of the register.
    """

    key: str
    year: int
    title: str
    columns: tuple[JournalColumn, ...]
    rows: Iterable[tuple[str, ...]]
    closing: tuple[str, ...]
    days: Period | None = None
    registered: int = 0
