"""How addresses and ticks name an entry of the register."""

from __future__ import annotations

from typing import Any

from letters_gen.model.entry import Entry


def address_of(entry: Entry) -> dict[str, Any]:
    """What an address names an entry by: its number is nobody else's."""
    told = {"year": str(entry.year), "series": entry.series, "seq": str(entry.seq)}
    if entry.suffix:
        told["suffix"] = entry.suffix
    if entry.twin:
        told["twin"] = str(entry.twin)
    return told


def mark_of(entry: Entry) -> str:
    """What a tick names an entry by."""
    return "~".join(address_of(entry).values())
