"""The register's tables, as the newest migration leaves them: a new register is made at once,
without the older steps.

https://alembic.sqlalchemy.org/en/latest/cookbook.html, "Building an Up to Date Database from
Scratch".
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    insert,
    text,
)

from letters_gen.register.search_index import make_index

NEWEST = "0005"

metadata = MetaData()
KEY = ("office", "type", "subject", "school", "edition")

events = Table(
    "events",
    metadata,
    Column("office", String, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("what", String, nullable=False),
    Column("entry", String),
    Column("by", String, nullable=False),
    Column("because", Text, nullable=False),
    Column("values", Text, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("events_of_entry", "office", "entry"),
)

entries = Table(
    "entries",
    metadata,
    Column("office", String, primary_key=True),
    Column("type", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("school", String, primary_key=True),
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("series", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("suffix", String, nullable=False),
    Column("state", String, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("content", Text, nullable=False),
    # Of a paper journal two entries may bear one number; the program itself leaves `twin` at 0.
    Column("twin", Integer, nullable=False, server_default=text("0")),
    Column("date", String, nullable=False, server_default=text("''")),
    # What an entry is found by; derived from the rest, see `search`.
    Column("words", Text, nullable=False, server_default=text("''")),
    # Until when an answer is awaited, '' where none is; derived from the rest, see `awaited`.
    Column("awaiting", String, nullable=False, server_default=text("''")),
    # In the order in which entries are listed: a year's series are read without being sorted.
    UniqueConstraint("office", "year", "series", "seq", "suffix", "twin", name="one_number_once"),
    Index("entries_by_day", "office", "date", "seq"),
    Index("entries_awaiting", "office", "awaiting"),
    Index("entries_by_state", "office", "state", "date", "seq"),
)

version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

# The database itself refuses to change or delete an event.
_REFUSED = "the register''s events are never rewritten"
GUARDS_OF_A_FILE = {
    f"events_keep_{verb.lower()}": (
        f"CREATE TRIGGER events_keep_{verb.lower()} BEFORE {verb} ON events BEGIN SELECT "
        f"RAISE(ABORT, '{_REFUSED}'); END"
    )
    for verb in ("UPDATE", "DELETE")
}
"""The triggers that do it in a file, by their names."""
GUARD = f"BEGIN RAISE EXCEPTION '{_REFUSED}'; END"
"""What does it on a server."""
GUARDS_OF_A_SERVER = {
    f"events_keep_{verb.lower()}": (
        f"CREATE TRIGGER events_keep_{verb.lower()} BEFORE {verb} ON events "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
    )
    for verb in ("UPDATE", "DELETE", "TRUNCATE")
}
_ON_SQLITE = tuple(GUARDS_OF_A_FILE.values())
_ON_POSTGRES = (
    f"CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$ {GUARD} $$",
    *GUARDS_OF_A_SERVER.values(),
)
for dialect, statements in (("sqlite", _ON_SQLITE), ("postgresql", _ON_POSTGRES)):
    for statement in statements:
        event.listen(events, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]


def create(connection: Connection) -> None:
    """Make the tables of a new register, marked as of the newest version; fails where one of them
    is there already.
    """
    metadata.create_all(connection, checkfirst=False)
    make_index(connection)
    connection.execute(insert(version).values(version_num=NEWEST))
