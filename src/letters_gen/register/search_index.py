"""The index that finds parts of words: what the database keeps beside `entries.words`.

In SQLite a full-text table of trigrams (https://www.sqlite.org/fts5.html, "The Trigram Tokenizer"),
on PostgreSQL pg_trgm's (https://www.postgresql.org/docs/current/pgtrgm.html). It is derived and may
be lost: without it finding reads all words.
"""

from __future__ import annotations

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

SHORTEST = 3
"""An index of trigrams knows nothing shorter."""

# The numbers of SQLite's rows stay what they are: entries are never deleted. The text stands in
# `entries` alone; the index keeps which trigrams a row has, not where.
_SQLITE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "words, content='entries', content_rowid='rowid', tokenize='trigram', detail='none')",
    "CREATE TRIGGER search_forgets AFTER DELETE ON entries BEGIN "
    "INSERT INTO search(search, rowid, words) VALUES ('delete', old.rowid, old.words); END",
    "CREATE TRIGGER search_follows AFTER UPDATE OF words ON entries "
    "WHEN old.words <> new.words BEGIN "
    "INSERT INTO search(search, rowid, words) VALUES ('delete', old.rowid, old.words); "
    "INSERT INTO search(rowid, words) VALUES (new.rowid, new.words); END",
)
_SQLITE_GONE = (
    "DROP TRIGGER IF EXISTS search_forgets",
    "DROP TRIGGER IF EXISTS search_follows",
    "DROP TABLE IF EXISTS search",
)
_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX entries_by_words ON entries USING gin (words gin_trgm_ops)",
)
_POSTGRES_GONE = ("DROP INDEX IF EXISTS entries_by_words",)
_KEPT = ("search", "search_forgets", "search_follows")
# With the tables that a full-text table keeps (https://www.sqlite.org/fts5.html, section 4.6) and
# the index of a server.
_PARTS = {*_KEPT, *(f"search_{one}" for one in ("config", "content", "data", "docsize", "idx"))}
_PARTS |= {"entries_by_words"}
_STANDING = "SELECT name, sql FROM sqlite_master WHERE name IN ('{}')".format("', '".join(_KEPT))
_FITTING = (
    "SELECT (SELECT count(*) FROM entries) = (SELECT count(*) FROM search_docsize) "
    "AND (SELECT max(rowid) FROM entries) IS (SELECT max(id) FROM search_docsize)"
)
# In one statement for many rows: by a trigger each would be flushed by itself, at five times the
# cost.
_NEW_ROWS = (
    "INSERT INTO search(rowid, words) SELECT rowid, words FROM entries "
    "WHERE rowid > (SELECT coalesce(max(id), 0) FROM search_docsize)"
)


def make_index(connection: Connection) -> None:
    """Make the index, empty; a database that can't have it (an SQLite before 3.34, a server that
    refuses the extension) goes without.
    """
    _try(connection, _SQLITE if _is_file(connection) else _POSTGRES)


def drop_index(connection: Connection) -> None:
    """Take the index away with all that keeps it."""
    _try(connection, _SQLITE_GONE if _is_file(connection) else _POSTGRES_GONE)


def fill_index(connection: Connection) -> None:
    """Take all words into the index anew."""
    if has_index(connection):
        connection.exec_driver_sql("INSERT INTO search(search) VALUES ('rebuild')")


def index_new_rows(connection: Connection) -> None:
    """Take the words of entries into the index that were entered since; a server does it by
    itself.
    """
    if has_index(connection):
        connection.exec_driver_sql(_NEW_ROWS)


def has_index(connection: Connection) -> bool:
    """Whether the file has an index, each part as the program makes it; a server keeps its own."""
    if not _is_file(connection):
        return False
    found = {said for _, said in connection.exec_driver_sql(_STANDING)}
    return found == set(_SQLITE)


def is_fit(connection: Connection) -> bool:
    """Whether the file's index has a row for each entry."""
    return has_index(connection) and bool(connection.exec_driver_sql(_FITTING).scalar())


def lacks_index(connection: Connection) -> bool:
    """Whether the file could have an index and has lost it, or a part of it."""
    if not _is_file(connection) or has_index(connection):
        return False
    version = connection.dialect.server_version_info or ()
    return tuple(version) >= (3, 34)


def is_of_the_index(name: str) -> bool:
    """Whether a table, trigger or index of that name is a part of it."""
    return name in _PARTS


def trigrams(words: str) -> str:
    """What the full-text table is asked for: some trigrams of `words`, which hold them all; at
    least `SHORTEST` signs.
    """
    starts = {*range(0, len(words) - SHORTEST + 1, SHORTEST), len(words) - SHORTEST}
    chosen = [words[start : start + SHORTEST] for start in sorted(starts)[:_MOST_TRIGRAMS]]
    return " AND ".join('"' + one.replace('"', '""') + '"' for one in chosen)


_MOST_TRIGRAMS = 30


def _try(connection: Connection, statements: tuple[str, ...]) -> None:
    """All of `statements`, or none of them."""
    try:
        with connection.begin_nested():
            for statement in statements:
                connection.execute(text(statement))
    except DBAPIError:
        return


def _is_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
