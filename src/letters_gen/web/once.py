"""What is sent twice is done once: a form carries a mark, and what came of it is kept by that."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable

_MOST = 1000
_LONGEST = 64


def fresh_mark() -> str:
    """A mark for a form that is shown."""
    return secrets.token_urlsafe(16)


class Once:
    """What came of the forms that were sent lately, by their marks; of those that were refused
    nothing.
    """

    def __init__(self) -> None:
        self._done: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def done(self, mark: str, act: Callable[[], str]) -> str:
        """What `act` told, or had told when the form was sent before; one act at a time."""
        with self._lock:
            if mark in self._done:
                return self._done[mark]
            told = act()
            if mark and len(mark) <= _LONGEST:
                self._done[mark] = told
                while len(self._done) > _MOST:
                    self._done.popitem(last=False)
            return told
