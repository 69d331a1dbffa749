"""What the short forms of the torture share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import finished

FOLDER = Path(__file__).parent


@pytest.fixture
def survived(tell: Callable[[str], None]) -> Callable[..., None]:
    """Runs a script of this folder with options; it tells its seed and what it found, and ends with
    0 where nothing was lost.
    """

    def run(script: str, *options: str) -> None:
        answer = finished([sys.executable, FOLDER / script, *options])
        tell(answer.stdout)
        assert answer.returncode == 0, answer.stdout + answer.stderr

    return run
