"""What is measured of the register: 40,000 numbers reserved in one batch, against bare inserts of
the same rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

BATCH = 40_000


def reserve(folder: Path) -> Callable[[], object]:
    """Entries and chained events of one batch of notices, in one durable transaction."""
    from letters_gen.model.entry import Draft, EntryKey, Stamp
    from letters_gen.model.settings import Series
    from letters_gen.model.statement import (
        NOTHING_SHARED,
        JudgedRow,
        OwnStatement,
        SharedStatement,
    )
    from letters_gen.register.book import Register
    from letters_gen.register.reservation import Reservation

    series = Series("outgoing", "01-16", "{index}/{seq}", {}, "outgoing")
    place = Reservation(series, date(2023, 4, 18), "0" * 32, {})
    stamp = Stamp(datetime(2023, 4, 18, 9, tzinfo=UTC), "clerk")
    figures = {
        "staff": 27,
        "registered": 25,
        "wrote": 11,
        "chats": 4,
        "service_chats": 1,
        "video_calls": 2,
    }

    def draft(week: int, number: int) -> Draft:
        name, inn = f"МКОУ «Школа № {number}»", f"05{number:08d}"
        row = JudgedRow(name, inn, figures, ("registered_share",), number)
        return Draft(
            EntryKey("notice", str(week), inn),
            f"Директору {name} Рамазанову Р.А.",
            OwnStatement(rows=(row,)),
            name,
        )

    register = Register.at(folder / "register.sqlite", "", "office")
    with register.writing(stamp) as writer:
        writer.reserve(place, NOTHING_SHARED, [draft(-1, 0)])
    weeks = count()

    def once() -> None:
        week = next(weeks)
        with register.writing(stamp) as writer:
            writer.reserve(
                place,
                SharedStatement(heading="О чём"),
                [draft(week, number) for number in range(BATCH)],
            )

    return once


def bare(folder: Path) -> Callable[[], object]:
    """The floor: as many bytes into two indexed tables, nothing hashed, nothing chained."""
    path = folder / "bare.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for table in ("events", "entries"):
            connection.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, said TEXT)")
    passes, said = count(), "ш" * 350

    def once() -> None:
        number = next(passes)
        rows = [(f"{number}/{row}", said) for row in range(BATCH)]
        with closing(sqlite3.connect(path)) as connection, connection:
            for table in ("events", "entries"):
                connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    return once
