"""The words by which entries are found, made anew: in a register of an older program, or where the
index was lost.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from letters_gen.register.queries import entry_pieces
from letters_gen.register.rows import execute_all, key_row
from letters_gen.register.schema import KEY, entries
from letters_gen.register.search import words_of
from letters_gen.register.search_index import drop_index, fill_index, make_index


def index_anew(connection: Connection) -> None:
    """Write the words of every entry of the database again where they are others, and their
    index.
    """
    drop_index(connection)
    for office in connection.scalars(select(entries.c.office).distinct()).all():
        _write_words(connection, office)
    make_index(connection)
    fill_index(connection)


def _write_words(connection: Connection, office: str) -> None:
    mine = [entries.c[name] == bindparam(f"its_{name}") for name in KEY]
    change = update(entries).where(*mine)
    for rows, made in entry_pieces(connection, office):
        changes = []
        for row, entry in zip(rows, made, strict=True):
            words = words_of(entry)
            if words != row.words:
                key = {"office": office, **key_row(entry.key)}
                changes.append({f"its_{name}": key[name] for name in KEY} | {"words": words})
        execute_all(connection, change, changes)
