"""A sentence and what to do about it, as source strings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """`text` says what happened, `mend` what to do next; both name their arguments in braces."""

    text: str
    mend: str = ""
