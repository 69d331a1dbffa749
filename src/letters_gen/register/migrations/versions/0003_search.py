"""Finding and listing without reading everything: the words of each entry with an index of their
parts, entries by their day, and numbers in the order in which they are listed.

The words themselves are derived: the program fills them in after this step.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.exc import DBAPIError

revision = "0003"
down_revision = "0002"

_NUMBER = ["office", "year", "series", "seq", "suffix", "twin"]
_ON_SQLITE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "words, content='entries', content_rowid='rowid', tokenize='trigram', detail='none')",
    "CREATE TRIGGER search_forgets AFTER DELETE ON entries BEGIN "
    "INSERT INTO search(search, rowid, words) VALUES ('delete', old.rowid, old.words); END",
    "CREATE TRIGGER search_follows AFTER UPDATE OF words ON entries "
    "WHEN old.words <> new.words BEGIN "
    "INSERT INTO search(search, rowid, words) VALUES ('delete', old.rowid, old.words); "
    "INSERT INTO search(rowid, words) VALUES (new.rowid, new.words); END",
)
_ON_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX entries_by_words ON entries USING gin (words gin_trgm_ops)",
)


def upgrade() -> None:
    """Add `words`; a database that can't have their index (an old SQLite, a server that refuses the
    extension) goes without.
    """
    with op.batch_alter_table("entries") as table:
        table.add_column(sa.Column("words", sa.Text, nullable=False, server_default=sa.text("''")))
        table.drop_constraint("one_number_once", type_="unique")
        table.create_unique_constraint("one_number_once", _NUMBER)
        table.create_index("entries_by_day", ["office", "date", "seq"])
    connection = op.get_bind()
    on_file = connection.dialect.name == "sqlite"
    try:
        with connection.begin_nested():
            for statement in _ON_SQLITE if on_file else _ON_POSTGRES:
                connection.execute(sa.text(statement))
    except DBAPIError:
        return
