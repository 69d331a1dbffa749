"""Commands typed on a real terminal."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pexpect
from processes import PROGRAM


def heeds_interrupts() -> None:
    """Ctrl-C reaches the child even where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


# What readline, which pytest imports, has said of the terminal: to the child, or to the process
# that runs the tests if others started it.
_SAID_OF_THE_TERMINAL = ("COLUMNS", "LINES")
# A question that never comes must not take the time of all other tests.
_PATIENCE = 120


def typed(
    workspace: Path,
    answers: list[tuple[str, str | Callable[[], str]]],
    *arguments: str,
    columns: int = 240,
) -> tuple[int, str]:
    """Run a command on a terminal and type each answer once its question is shown (a function does
    something meanwhile, and answers); its status and what was shown on so many columns: on few of
    them long lines are broken between words.
    """
    command = [*PROGRAM[1:], *arguments]
    child = pexpect.spawn(
        PROGRAM[0],
        command,
        cwd=str(workspace),
        env={name: said for name, said in os.environ.items() if name not in _SAID_OF_THE_TERMINAL},
        encoding="utf-8",
        timeout=_PATIENCE,
        dimensions=(40, columns),
        preexec_fn=heeds_interrupts,
    )
    shown = ""
    for question, answer in answers:
        child.expect_exact(question)
        shown += child.before + child.after
        child.send(answer if isinstance(answer, str) else answer())
    child.expect(pexpect.EOF)
    shown += child.before
    child.close()
    return child.exitstatus, shown
