"""Characters that no document can hold."""

from __future__ import annotations

import re

# What XML 1.0 forbids (section 2.2), but for the form feed: in a template's text it is a new page.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def holds_forbidden(text: str) -> bool:
    """Whether `text` has characters that no document can hold."""
    # Nearly all text is printable, and asking that takes a third of the time of looking.
    return not text.isprintable() and _FORBIDDEN.search(text) is not None


def without_forbidden(text: str) -> str:
    """`text` without the characters that no document can hold."""
    return _FORBIDDEN.sub("", text)
