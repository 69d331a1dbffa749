"""What each event does to an entry. Rebuilding the register is applying all events in their
order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from letters_gen.model.entry import Acquaintance, Delivery, Entry, EntryKey, Event, IssuedFile

Shared = Mapping[str, Any]


def applied(entry: Entry | None, event: Event, shared: Shared) -> Entry:
    """The entry after `event`; `shared` is what the event of its batch says.

    Raises:
        ValueError: the event is of an unknown kind, or comes before the entry's reservation, or
            reserves it again.
    """
    if event.what in ("reserved", "imported"):
        if event.entry is None or entry is not None:
            raise ValueError(f"event {event.position} reserves what is reserved already")
        return _begun(event, event.entry, shared)
    if entry is None:
        raise ValueError(f"event {event.position} ({event.what}) has no entry")
    if event.what not in _CHANGES:
        raise ValueError(f"event {event.position} is of an unknown kind: {event.what}")
    return _CHANGES[event.what](entry, event, shared)


def _begun(event: Event, key: EntryKey, shared: Shared) -> Entry:
    # What a batch shares of its numbers stands once, in its own event; registers of the first
    # program repeat it.
    values = {**shared.get("reservation", {}), **event.values}
    by_hand = values.get("by_hand", False)
    return Entry(
        key=key,
        series=values["series"],
        year=values["year"],
        seq=values["seq"],
        suffix=values.get("suffix", ""),
        number=values["number"],
        date=date.fromisoformat(values["date"]),
        state=values.get("state", "issued" if by_hand else "reserved"),
        addressee=values["addressee"],
        school=values["school"],
        workspace=values["workspace"],
        batch=values["batch"],
        shared=shared,
        values=values["values"],
        by_hand=by_hand,
        twin=values.get("twin", 0),
        annulled_because=values.get("annulled_because", ""),
        deliveries=_deliveries(values),
    )


def _revised(entry: Entry, event: Event, shared: Shared) -> Entry:
    values = event.values
    return replace(
        entry,
        batch=values["batch"],
        shared=shared,
        values=values["values"],
        addressee=values["addressee"],
        school=values["school"],
    )


def _corrected(entry: Entry, event: Event, shared: Shared) -> Entry:
    """Back to reserved, under its own number: the files that stood are former from here on."""
    return replace(
        _revised(entry, event, shared),
        state="reserved",
        files=(),
        former=(*entry.former, *entry.files),
    )


def _issued(entry: Entry, event: Event, _: Shared) -> Entry:
    return replace(entry, state="issued", files=_files(event.values["files"]))


def _attached(entry: Entry, event: Event, _: Shared) -> Entry:
    files = _files(event.values["files"])
    return replace(
        entry,
        files=files,
        former=(*entry.former, *(file for file in entry.files if file not in files)),
    )


def _sent(entry: Entry, event: Event, _: Shared) -> Entry:
    after = replace(entry, deliveries=(*entry.deliveries, *_deliveries(event.values)))
    return after if after.awaiting else replace(after, state="sent")


def _acquainted(entry: Entry, event: Event, _: Shared) -> Entry:
    people = (
        Acquaintance(one["name"], date.fromisoformat(one["on"])) for one in event.values["people"]
    )
    return replace(entry, acquainted=(*entry.acquainted, *people))


def _annulled(entry: Entry, event: Event, _: Shared) -> Entry:
    return replace(entry, state="annulled", annulled_because=event.because)


def _files(said: Iterable[Mapping[str, Any]]) -> tuple[IssuedFile, ...]:
    return tuple(IssuedFile(**file) for file in said)


def _deliveries(values: Mapping[str, Any]) -> tuple[Delivery, ...]:
    return tuple(
        Delivery(**{**one, "on": date.fromisoformat(one["on"])})
        for one in values.get("deliveries", ())
    )


_CHANGES: dict[str, Callable[[Entry, Event, Shared], Entry]] = {
    "revised": _revised,
    "issued": _issued,
    "corrected": _corrected,
    "attached": _attached,
    "sent": _sent,
    "acquainted": _acquainted,
    "annulled": _annulled,
}


def rebuilt(events: Iterable[Event]) -> dict[EntryKey, Entry]:
    """All entries that `events` (one office's chain, in order) lead to, in the order of their
    reservations.

    Raises:
        ValueError: an event that can't follow those before it.
    """
    batches: dict[int, Shared] = {}
    entries: dict[EntryKey, Entry] = {}
    for event in events:
        if event.entry is None:
            batches[event.position] = event.values
            continue
        before = entries.get(event.entry)
        batch = event.values.get("batch", before.batch if before else 0)
        if batch not in batches:
            raise ValueError(f"event {event.position} names the batch {batch}, which there isn't")
        entries[event.entry] = applied(before, event, batches[batch])
    return entries
