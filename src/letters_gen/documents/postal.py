"""A postal address as an envelope has it: the index apart, with all of its figures."""

from __future__ import annotations

import re

_INDEX = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")


def parted_address(written: str) -> tuple[str, str]:
    """The index, '' where none is written, and what stands beside it: «368412, РД, с. Генух» is
    368412 and «РД, с. Генух».
    """
    found = _INDEX.search(written)
    if found is None:
        return "", written.strip()
    before, after = written[: found.start()], written[found.end() :]
    parts = (part.strip(" ,;") for part in (before, after))
    return found[0], ", ".join(part for part in parts if part)
