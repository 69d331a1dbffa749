"""Events and the chain that they form: each carries the hash of the one before (design §6.2)."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

from letters_gen.model.entry import EntryKey, Event, Stamp

# Of the form in which events are hashed, and in which what they say is written
# (`statement_form`, `event_form`).
VERSION = 1
# A JSON object, as the register keeps it and as `*_form` read and write it.
Json = dict[str, Any]


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, no escapes beyond JSON's own: equal values give equal
    text.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def next_event(
    previous: Event | None,
    office: str,
    what: str,
    entry: EntryKey | None,
    values: str,
    stamp: Stamp,
    because: str = "",
) -> Event:
    """The event that follows `previous` in the chain of `office` (the first where that is None);
    `values` is what it says, as canonical JSON.
    """
    said: Json = {
        "office": office,
        "position": previous.position + 1 if previous else 1,
        "at": stamp.at.isoformat(timespec="seconds"),
        "what": what,
        "entry": entry,
        "by": stamp.by,
        "because": because,
        "values": values,
        "previous": previous.hash if previous else "",
    }
    return Event(**said, hash=_hash(said))


def event_hash(event: Event) -> str:
    """SHA-256 over the canonical JSON of all that `event` says and the version of this form, in
    hexadecimal.
    """
    said = dict(vars(event))
    del said["hash"]
    return _hash(said)


def _hash(said: Json) -> str:
    # What it says is canonical JSON already: it goes in as the text that it is.
    values = orjson.Fragment(said["values"])
    named = {**said, "entry": key_parts(said["entry"]), "values": values, "version": VERSION}
    return hashlib.sha256(orjson.dumps(named, option=orjson.OPT_SORT_KEYS)).hexdigest()


def key_parts(key: EntryKey | None) -> list[str | int] | None:
    """A key as JSON has it: type, subject, school, edition."""
    return None if key is None else [key.type, key.subject, key.school, key.edition]
