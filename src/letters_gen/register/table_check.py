"""Whether the database is what the program made: its tables, their keys, and what guards the
events.

Rows that nothing can show to be false are worth little where a table lets anything in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Inspector, Table, UniqueConstraint, inspect, select, text

from letters_gen.errors import Place
from letters_gen.model.oddity import Oddity
from letters_gen.register.office_names import offices, standing_name
from letters_gen.register.schema import (
    GUARD,
    GUARDS_OF_A_FILE,
    GUARDS_OF_A_SERVER,
    events,
    metadata,
)
from letters_gen.register.search_index import is_of_the_index

_TRIGGERS_OF_A_FILE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
_TRIGGERS_OF_A_SERVER = (
    "SELECT t.tgname, p.prosrc, t.tgenabled FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
    "WHERE t.tgrelid IN ('events'::regclass, 'entries'::regclass) AND NOT t.tgisinternal "
    "ORDER BY t.tgname"
)
_RULES = "SELECT rulename FROM pg_rules WHERE tablename IN ('events', 'entries') ORDER BY rulename"


def table_faults(connection: Connection, office: str, is_shared: bool) -> Iterator[Oddity]:
    """What isn't as the program made it.

    Args:
        is_shared: whether other offices write there too; a file is one office's.
    """
    look = inspect(connection)
    standing = set(look.get_table_names())
    for table in metadata.sorted_tables:
        if table.name not in standing or _shape(look, table.name) != _made(connection, table):
            yield _fault("table-foreign", table=table.name)
    yield from _server_faults(connection) if is_shared else _file_faults(connection, look)
    if not is_shared:
        yield from _other_offices(connection, office)


def _shape(look: Inspector, table: str) -> dict[str, Any]:
    """What a table of the database is made of."""
    indexes = {
        str(one["name"]): one["column_names"]
        for one in look.get_indexes(table)
        if "duplicates_constraint" not in one and not is_of_the_index(str(one["name"]))
    }
    columns = [(one["name"], str(one["type"]), one["nullable"]) for one in look.get_columns(table)]
    return {
        "columns": columns,
        "key": look.get_pk_constraint(table)["constrained_columns"],
        "unique": [one["column_names"] for one in look.get_unique_constraints(table)],
        "indexes": indexes,
    }


def _made(connection: Connection, table: Table) -> dict[str, Any]:
    """The same of the table that the program makes."""
    columns = [
        (column.name, column.type.compile(connection.dialect), bool(column.nullable))
        for column in table.columns
    ]
    unique = [
        [column.name for column in one.columns]
        for one in table.constraints
        if isinstance(one, UniqueConstraint)
    ]
    return {
        "columns": columns,
        "key": [column.name for column in table.primary_key],
        "unique": unique,
        "indexes": {
            str(one.name): [column.name for column in one.columns] for one in table.indexes
        },
    }


def _file_faults(connection: Connection, look: Inspector) -> Iterator[Oddity]:
    known = {table.name for table in metadata.sorted_tables}
    for name in [*look.get_table_names(), *look.get_view_names()]:
        if name not in known and not is_of_the_index(name):
            yield _fault("table-unknown", table=name)
    found = {
        name: " ".join(said.split()) for name, said in connection.execute(text(_TRIGGERS_OF_A_FILE))
    }
    for name, said in GUARDS_OF_A_FILE.items():
        if found.pop(name, "") != said:
            yield _fault("guard-lost", name=name)
    for name in found:
        if not is_of_the_index(name):
            yield _fault("trigger-unknown", name=name)


def _server_faults(connection: Connection) -> Iterator[Oddity]:
    found = {name: (said, on) for name, said, on in connection.execute(text(_TRIGGERS_OF_A_SERVER))}
    for name in GUARDS_OF_A_SERVER:
        said, is_on = found.pop(name, ("", "D"))
        if said.strip() != GUARD or is_on == "D":
            yield _fault("guard-lost", name=name)
    for name in [*found, *connection.scalars(text(_RULES))]:
        yield _fault("trigger-unknown", name=name)


def _other_offices(connection: Connection, office: str) -> Iterator[Oddity]:
    """A file is one office's: what stands there of others nobody has looked at."""
    strange = set(offices(connection)) - {office}
    for other in connection.scalars(select(events.c.office).distinct()):
        # A renamed office has one event under its new name, which leads to the chain that goes on.
        if standing_name(connection, other) != office:
            strange.add(other)
    for other in sorted(strange):
        yield _fault("office-foreign", office=other)


def _fault(code: str, **arguments: object) -> Oddity:
    return Oddity(code, Place(), arguments)
