"""Until when an answer is awaited, where a query can see it: no entry of an older program awaits
one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add `awaiting` and its index."""
    column = sa.Column("awaiting", sa.String, nullable=False, server_default=sa.text("''"))
    op.add_column("entries", column)
    op.create_index("entries_awaiting", "entries", ["office", "awaiting"])
