"""Events and the chain that they form: each carries the hash of the one before (design §6.2)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from letters_gen.model.entry import EntryKey, Event, Stamp

VERSION = 1


def next_event(
    previous: Event | None,
    office: str,
    what: str,
    entry: EntryKey | None,
    values: Mapping[str, Any],
    stamp: Stamp,
    because: str = "",
) -> Event:
    """The event that follows `previous` in the chain of `office` (the first where that is None)."""
    event = Event(
        office=office,
        position=previous.position + 1 if previous else 1,
        at=stamp.at.isoformat(timespec="seconds"),
        what=what,
        entry=entry,
        by=stamp.by,
        because=because,
        values=values,
        previous=previous.hash if previous else "",
        hash="",
    )
    return Event(**{**vars(event), "hash": event_hash(event)})


def event_hash(event: Event) -> str:
    """SHA-256 over the canonical JSON of all that `event` says, in hexadecimal."""
    said = {
        "version": VERSION,
        "office": event.office,
        "position": event.position,
        "at": event.at,
        "what": event.what,
        "entry": key_parts(event.entry),
        "by": event.by,
        "because": event.because,
        "values": event.values,
        "previous": event.previous,
    }
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def key_parts(key: EntryKey | None) -> list[str | int] | None:
    """A key as JSON has it: type, subject, school, edition."""
    return None if key is None else [key.type, key.subject, key.school, key.edition]


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, no escapes beyond JSON's own: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
