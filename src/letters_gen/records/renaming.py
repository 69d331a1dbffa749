"""An office that is called otherwise from now on: its numbers go on (design §6.1)."""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.records.acts import Desk
from letters_gen.register.book import Register
from letters_gen.register.office_names import offices, took_numbers


def rename_office(desk: Desk, former: str, now: str) -> None:
    """Record that the office `former` is called `now` from here on.

    Raises:
        InputError: `nothing-to-copy` without a register; `unknown-office`; `office-taken`;
            `office-not-ours`: on a server only a folder that has taken numbers of an office renames
            it.
    """
    database = desk.register.database
    if not database.exists:
        raise InputError("nothing-to-copy")
    standing, other = Register(database, former), Register(database, now)
    with database.reading() as connection:
        known = offices(connection)
        here = desk.workspace.known_identity()
        ours = not database.is_shared or took_numbers(connection, standing.office, here)
    if standing.office not in known:
        raise InputError("unknown-office", found=former, accepted=known)
    if other.head():
        raise InputError("office-taken", found=now)
    if not ours:
        raise InputError("office-not-ours", found=former)
    with desk.alone(), standing.writing(desk.stamp) as writer:
        writer.rename_office(now)
