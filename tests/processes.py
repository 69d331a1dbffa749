"""The command in processes of their own: several at once, killed, without a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "letters_gen"]
# Ends what hangs; says nothing of how fast the program is. In seconds.
HANGS = 900


def started(folder: Path, *arguments: str, **how: Any) -> subprocess.Popen[bytes]:
    """A command begun in `folder`."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.Popen([*PROGRAM, *arguments], cwd=folder, **pipes)


def finished(command: list[Any], **how: Any) -> subprocess.CompletedProcess[str]:
    """A command run to its end, whatever its status, with what it said."""
    how = {"encoding": "utf-8"} | how
    return subprocess.run(command, capture_output=True, check=False, timeout=HANGS, **how)


def ended(run: subprocess.Popen[bytes]) -> tuple[str, str]:
    """What a command said until it ended, on both its streams."""
    out, err = run.communicate(timeout=HANGS)
    return (out or b"").decode(), (err or b"").decode()
