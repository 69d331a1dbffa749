"""Under which name an office's register stands: an office that was renamed goes on in the chain
that it began, and numbers never begin anew because a name has changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from sqlalchemy import ColumnElement, Connection, select

from letters_gen.errors import DamageError
from letters_gen.register.queries import distinct
from letters_gen.register.rows import MISSHAPEN
from letters_gen.register.schema import entries, events

RENAMED = "renamed"
"""The kind of the events that tell of it: the last of the chain that goes on, and the first, and
only, one under the new name.
"""


def standing_name(connection: Connection, named: str) -> str:
    """The name under which the chain stands of the office that is `named` so now."""
    seen = {named}
    while True:
        former = _former(connection, named)
        if former is None or former in seen:
            return named
        seen.add(former)
        named = former


def _former(connection: Connection, named: str) -> str | None:
    """What the office was called before, None where its chain begins under this name."""
    first = select(events.c.what, events.c["values"]).where(
        events.c.office == named, events.c.position == 1
    )
    row = connection.execute(first).first()
    if row is None or row.what != RENAMED:
        return None
    try:
        return str(orjson.loads(row[1])["from"])
    except MISSHAPEN:
        return None


def offices(connection: Connection) -> list[str]:
    """Every office that has entries, by the name that its chain began with."""
    return list(connection.scalars(distinct(entries.c.office)))


def refuse_beginning_anew(connection: Connection, office: str, workspace: str) -> None:
    """Raises DamageError `office-renamed` where the folder whose id is `workspace` has taken its
    numbers under another name of its office: they would begin anew.

    On a server a new office simply begins: only the folder's own numbers count there. A file is one
    folder's, so any entry in it does.
    """
    whose = () if connection.dialect.name == "sqlite" else (_taken_by(workspace),)
    if _any(connection, office, whose):
        return
    for other in offices(connection):
        if other != office and _any(connection, other, whose):
            raise DamageError("office-renamed", office=office, known=other)


def took_numbers(connection: Connection, office: str, workspace: str) -> bool:
    """Whether the folder whose id is `workspace` has taken numbers of `office`."""
    return _any(connection, office, (_taken_by(workspace),))


def _taken_by(workspace: str) -> ColumnElement[bool]:
    return entries.c.content.contains(f'"workspace":"{workspace}"', autoescape=True)


def _any(connection: Connection, office: str, where: Sequence[ColumnElement[bool]]) -> bool:
    query = select(entries.c.seq).where(entries.c.office == office, *where).limit(1)
    return connection.execute(query).first() is not None
