"""Why PostgreSQL, or the way to it, refuses: as names that `wording.system` has words for; its own
sentences, in whatever language the server speaks, are told with -v alone.
"""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError

# By SQLSTATE, or its class (PostgreSQL: Appendix A).
_BY_STATE = {
    "25006": "PG_READONLY",
    "28": "PG_REFUSED",
    "3D": "PG_DATABASE",
    "42501": "PG_FORBIDDEN",
    "42": "PG_TABLES",
    "53100": "PG_FULL",
    "53300": "PG_CROWDED",
    "57P": "PG_STOPPED",
    "08": "PG_CUT",
}
# A connection that never stood has no SQLSTATE; libpq itself tells why, in English.
_BY_TEXT = (
    ("PG_REFUSED", re.compile(r"password|authentication|pg_hba|role \".*\" does not exist")),
    ("PG_DATABASE", re.compile(r"database \".*\" does not exist")),
    ("PG_SILENT", re.compile(r"connection refused|no such file|is the server running")),
    ("PG_ADDRESS", re.compile(r"resolve host|translate host|name or service")),
    ("PG_LATE", re.compile(r"timeout|timed out")),
    ("PG_CROWDED", re.compile(r"too many (?:clients|connections)|connection slots")),
    ("PG_STOPPED", re.compile(r"shutting down|starting up")),
    ("PG_CUT", re.compile(r"closed|lost|terminat|reset by peer|broken pipe|ssl")),
)


def reason_of(error: DBAPIError) -> str:
    """The name of the reason; of one that isn't known its SQLSTATE."""
    state = getattr(error.orig, "sqlstate", None) or ""
    known = next((name for start, name in _BY_STATE.items() if state.startswith(start)), "")
    if known or state:
        return known or f"PG_{state}"
    told = str(error.orig).casefold()
    return next((name for name, shape in _BY_TEXT if shape.search(told)), "PG_UNKNOWN")
