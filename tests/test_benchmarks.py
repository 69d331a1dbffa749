"""The benchmarks can be run: a field that a template gained must not end the measuring."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_work_that_is_measured_can_be_done(case: Case, tmp_path: Path) -> None:
    case.works["letters-gen"](tmp_path)()
