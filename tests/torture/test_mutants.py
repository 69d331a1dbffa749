"""A spreadsheet with anything done to it is read rightly, asked about or refused."""

from __future__ import annotations

from collections.abc import Callable


def test_no_mutant_ends_the_program_or_comes_to_other_facts(survived: Callable[..., None]) -> None:
    survived("mutants.py", "--mutants", "150")
