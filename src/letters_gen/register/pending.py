"""Rows on their way into the register's tables, many at once."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, update

from letters_gen.register.chain import Json
from letters_gen.register.rows import execute_all
from letters_gen.register.schema import KEY, entries, events
from letters_gen.register.search_index import index_new_rows

_AT_ONCE = 1000
# A larger batch isn't kept waiting by the index.
_MOST_INDEXED = 10_000
_KINDS = ("events", "entries", "issues", "changes", "rewordings")


class Pending:
    """Rows on their way into the tables, a thousand at once: a batch of any size takes the same
    memory.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[Json]] = {kind: [] for kind in _KINDS}
        self._entered = 0

    def add(self, kind: str, row: Json) -> None:
        """A new event, a new entry, or the change of an entry whose key stands under `its_…`: an
        issue where nothing but its files and its state change, a rewording where its words do.
        """
        self._rows[kind].append(row)
        if len(self._rows["events"]) >= _AT_ONCE:
            self._write()

    def flush(self) -> None:
        """Write all of them, and index what was entered, with all that an earlier batch left.

        A country's batch leaves it: until then finding reads the words of every entry.
        """
        self._write()
        if 0 < self._entered <= _MOST_INDEXED:
            index_new_rows(self._connection)
        self._entered = 0

    def _write(self) -> None:
        execute_all(self._connection, insert(events), self._rows["events"])
        execute_all(self._connection, insert(entries), self._rows["entries"])
        self._entered += len(self._rows["entries"])
        mine = [entries.c[name] == bindparam(f"its_{name}") for name in KEY]
        for kind in ("issues", "changes", "rewordings"):
            execute_all(self._connection, update(entries).where(*mine), self._rows[kind])
        self._rows = {kind: [] for kind in self._rows}
