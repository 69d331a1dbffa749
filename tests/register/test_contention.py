"""Eight processes at once, 250 single reservations each, on both databases."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

import pytest
from postgres import PostgresTestServer
from processes import finished

SCRIPT = Path(__file__).parents[1] / "torture/contention.py"


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_two_thousand_numbers_have_no_gap_and_no_double(
    database: str, request: pytest.FixtureRequest
) -> None:
    options = []
    if database == "postgres":
        server: PostgresTestServer = request.getfixturevalue("postgres")
        options = ["--url", server.url(f"c{uuid.uuid4().hex}")]
    answer = finished([sys.executable, SCRIPT, *options])
    print(answer.stdout)
    assert answer.returncode == 0, answer.stdout + answer.stderr
