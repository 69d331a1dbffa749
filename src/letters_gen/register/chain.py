"""Events and the chain that they form: each carries the hash of the one before (design §6.2)."""

from __future__ import annotations

import hashlib
from fractions import Fraction
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
    text. A share is written as its quotient: 45% is [9,20].
    """
    return orjson.dumps(value, default=_quotient, option=orjson.OPT_SORT_KEYS).decode()


def _quotient(value: object) -> list[int]:
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    raise TypeError(f"no JSON: {value!r}")


def says(text: str, value: Json) -> bool:
    """Whether `text` says `value` as the program writes it, or as its first version did, which
    said less: in canonical JSON, and nothing that isn't in `value`.

    Raises:
        ValueError: it is no JSON.
    """
    written = canonical(value)
    if text == written:
        return True
    said = orjson.loads(text)
    return text == canonical(said) and _is_part(said, orjson.loads(written))


def _is_part(said: object, whole: object) -> bool:
    if isinstance(said, dict) and isinstance(whole, dict):
        return all(key in whole and _is_part(one, whole[key]) for key, one in said.items())
    if isinstance(said, list) and isinstance(whole, list) and len(said) == len(whole):
        return all(map(_is_part, said, whole))
    # 1, 1.0 and true are one value to Python, and not to JSON.
    return type(said) is type(whole) and said == whole


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
    return Event(*event[:-1], hash=hash_of(event))


def hash_of(event: Event) -> str:
    """SHA-256 over the canonical JSON of all that `event` says (its own hash aside) and the version
    of this form, in hexadecimal.

    Its values go in as the text that they are: one space more is another hash.

    Raises:
        TypeError: a part is what no event says.
    """
    said = {
        "at": event.at,
        "because": event.because,
        "by": event.by,
        "entry": None if event.entry is None else [*event.entry],
        "office": event.office,
        "position": event.position,
        "previous": event.previous,
        "values": orjson.Fragment(event.values),
        "version": VERSION,
        "what": event.what,
    }
    # The keys stand in their order already.
    return hashlib.sha256(orjson.dumps(said)).hexdigest()


def key_text(key: EntryKey | None) -> str | None:
    """A key as a row of `events` names it: type, subject, school, edition."""
    return None if key is None else canonical([*key])
