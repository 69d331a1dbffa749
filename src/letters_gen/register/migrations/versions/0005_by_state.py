"""Entries of one state by their day: a rare state is found without reading all others."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the index."""
    op.create_index("entries_by_state", "entries", ["office", "state", "date", "seq"])
