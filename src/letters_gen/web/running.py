"""One page for a workspace and a user: a lock says that it runs, a note where and how a second
start gets in.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from filelock import FileLock, Timeout

from letters_gen.web.entrance import TOKEN_HEADER

HOST = "127.0.0.1"
_PATIENCE = 10.0


@dataclass(frozen=True)
class Running:
    """A page that runs: its port, and the token with which a fresh secret is asked for."""

    port: int
    token: str


class Seat:
    """The place that a workspace's page has in `folder`, free or taken."""

    def __init__(self, folder: Path, key: str) -> None:
        self._lock = FileLock(folder / f"{key}.lock")
        self._note = folder / f"{key}.json"

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Take the place for the time of the block; false where another page has it."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            with suppress(OSError):
                self._note.unlink()
            self._lock.release()

    def tell(self, running: Running) -> None:
        """Leave the note, which this user alone can read."""
        with suppress(FileNotFoundError):
            self._note.unlink()
        opened = os.open(self._note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(asdict(running), file)

    def told(self) -> Running | None:
        """What the note says; None where there is none yet."""
        try:
            return Running(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None


def fresh_secret(running: Running) -> str | None:
    """A new one-time secret of the page that runs; None where it doesn't answer."""
    answer = _asked(running.port, "POST", "/secret", {TOKEN_HEADER: running.token})
    return answer.decode("ascii", "replace") if answer else None


def is_alive(port: int) -> bool:
    """Whether a page answers at `port`."""
    return _asked(port, "GET", "/alive", {}) is not None


def _asked(port: int, method: str, path: str, headers: dict[str, str]) -> bytes | None:
    """What the page answers, asked past any proxy."""
    connection = HTTPConnection(HOST, port, timeout=_PATIENCE)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        said = answer.read(1000)
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    return said if answer.status == 200 else None
