"""The page in a process of its own, as a clerk starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from processes import HANGS, PROGRAM
from terminal import heeds_interrupts

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/enter\?secret=\S+")


class Server:
    """A start of the page.

    Attributes:
        address: with its secret, as it is told in its window.
        said: the lines of the window so far.
    """

    def __init__(self, workspace: Path, state: Path, *options: str, language: str = "ru") -> None:
        state.mkdir(parents=True, exist_ok=True)
        self.said: list[str] = []
        self._told = threading.Event()
        command = [*PROGRAM, "--lang", language, "page", "--no-browser", *options]
        self.process = subprocess.Popen(
            command,
            cwd=workspace,
            env={**os.environ, "XDG_STATE_HOME": str(state), "DISPLAY": "", "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=heeds_interrupts,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            if _ADDRESS.search(line):
                self._told.set()
        self._told.set()

    @property
    def address(self) -> str:
        assert self._told.wait(HANGS)
        found = _ADDRESS.search("\n".join(self.said))
        assert found, self.said
        return found.group()

    @property
    def root(self) -> str:
        """The address of the first page, without the slash."""
        return self.address.partition("/enter")[0]

    def interrupt(self) -> int:
        """Ctrl-C in its window; its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.ended()

    def kill(self) -> None:
        """End it and all that it has started, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.ended()

    def ended(self) -> int:
        """Wait until it ends; its exit status."""
        status = self.process.wait(HANGS)
        self._reader.join(HANGS)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return status


@contextmanager
def serving(workspace: Path, state: Path, *options: str, language: str = "ru") -> Iterator[Server]:
    """The page for the time of the block."""
    server = Server(workspace, state, *options, language=language)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()
        elif server.process.stdout and not server.process.stdout.closed:
            server.ended()
