"""Room for a paper journal: numbers that it gave twice, and the date of each entry where a query
can see it.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEY = ("office", "type", "subject", "school", "edition")
_NUMBER = ["office", "series", "year", "seq", "suffix"]


def upgrade() -> None:
    """Add `twin` and `date` to the entries; a number is unique together with its twin."""
    with op.batch_alter_table("entries") as table:
        table.add_column(sa.Column("twin", sa.Integer, nullable=False, server_default=sa.text("0")))
        table.add_column(sa.Column("date", sa.String, nullable=False, server_default=sa.text("''")))
        table.drop_constraint("one_number_once", type_="unique")
        table.create_unique_constraint("one_number_once", [*_NUMBER, "twin"])
    _fill_dates()


def _fill_dates() -> None:
    connection = op.get_bind()
    entries = sa.table("entries", *map(sa.column, (*_KEY, "content", "date")))
    for row in connection.execute(sa.select(entries)).all():
        mine = [entries.c[name] == getattr(row, name) for name in _KEY]
        connection.execute(
            sa.update(entries).where(*mine).values(date=json.loads(row.content)["date"])
        )
