"""Eight processes at once, 250 single reservations each, on both databases."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from postgres import PostgresTestServer


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_two_thousand_numbers_have_no_gap_and_no_double(
    database: str, request: pytest.FixtureRequest, survived: Callable[..., None]
) -> None:
    options = []
    if database == "postgres":
        server: PostgresTestServer = request.getfixturevalue("postgres")
        options = ["--url", server.url(f"c{uuid.uuid4().hex}")]
    survived("contention.py", *options)
