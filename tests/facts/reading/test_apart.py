"""The process that reads a spreadsheet keeps within its limits, and ends with the reading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from clerk import ROOT, SHEET

from letters_gen.errors import InputError
from letters_gen.facts.reading.apart import grids_read_apart
from letters_gen.facts.reading.limits import MEMORY

FILES = ROOT / "tests/spreadsheets/files"


def confined(statement: str) -> int:
    """The exit status of a process that confines itself and does something."""
    code = f"from letters_gen.facts.reading.limits import confine; confine(); {statement}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode


def test_the_process_gets_no_more_memory_than_it_may_have() -> None:
    assert confined("bytearray(100_000_000)") == 0
    assert confined(f"bytearray({MEMORY})") != 0


@pytest.mark.parametrize("file", ["h-panics.xls", "h-aborts.xls", "h-panics.xlsb"])
def test_whatever_ends_the_reader_is_a_refusal(file: str) -> None:
    with pytest.raises(InputError) as refusal:
        grids_read_apart((FILES / file).read_bytes(), file)
    assert refusal.value.code == "sheet-unreadable"
    assert refusal.value.place is not None
    assert refusal.value.place.file == file


def test_calamine_isn_t_loaded_by_the_command_itself(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from letters_gen.facts.spreadsheet import read_grids;"
        f"read_grids(Path({str(ROOT / SHEET)!r}));"
        "sys.exit(any(name in sys.modules for name in ('python_calamine', 'pandas')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
