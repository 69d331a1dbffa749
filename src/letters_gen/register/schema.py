"""The register's tables, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text, UniqueConstraint, text

NEWEST = "0002"

metadata = MetaData()

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
    UniqueConstraint("office", "series", "year", "seq", "suffix", "twin", name="one_number_once"),
)
