"""The register: events that can't be rewritten, and the entries that follow from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_REFUSED = "the register''s events are never rewritten"
_SQLITE = """
CREATE TRIGGER events_keep_{name} BEFORE {verb} ON events
BEGIN SELECT RAISE(ABORT, '{refused}'); END
"""
_POSTGRES_REFUSAL = """
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refused}'; END $$
"""
_POSTGRES = """
CREATE TRIGGER events_keep_{name} BEFORE {verb} ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
"""


def upgrade() -> None:
    """Make both tables; the database itself refuses to change or delete an event."""
    op.create_table(
        "events",
        sa.Column("office", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("entry", sa.String),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("values", sa.Text, nullable=False),
        sa.Column("previous", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index("events_of_entry", "events", ["office", "entry"])
    op.create_table(
        "entries",
        sa.Column("office", sa.String, primary_key=True),
        sa.Column("type", sa.String, primary_key=True),
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("school", sa.String, primary_key=True),
        sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("suffix", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("office", "series", "year", "seq", "suffix", name="one_number_once"),
    )
    _keep_events()


def _keep_events() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(name=verb.lower(), verb=verb, refused=_REFUSED))
        return
    op.execute(_POSTGRES_REFUSAL.format(refused=_REFUSED))
    for verb in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(_POSTGRES.format(name=verb.lower(), verb=verb))
