"""Who may come in: whoever brings a secret that this start has given out, once."""

from __future__ import annotations

import hmac
import secrets
import threading

TOKEN_HEADER = "X-Letters-Token"


class Entrance:
    """The secrets of one start of the page.

    Attributes:
        token: with which a second start asks for a fresh secret.
        key: that signs the sessions of this start; those of a former one are worth nothing.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.key = secrets.token_bytes(32)
        self._unused: set[str] = set()
        self._lock = threading.Lock()

    def secret(self) -> str:
        """A fresh secret, good for one entrance."""
        made = secrets.token_urlsafe(32)
        with self._lock:
            self._unused.add(made)
        return made

    def lets_in(self, secret: str) -> bool:
        """Whether `secret` is good; it is used up by that."""
        with self._lock:
            known = [one for one in self._unused if _equal(one, secret)]
            self._unused.difference_update(known)
        return bool(known)

    def trusts(self, token: str) -> bool:
        """Whether whoever asks can read this user's own files."""
        return _equal(self.token, token)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))
