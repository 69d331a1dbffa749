"""What each event does to an entry. Rebuilding the register is applying all events in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from letters_gen.model.entry import Entry, Event, IssuedFile


def applied(entry: Entry | None, event: Event, shared: Mapping[str, Any]) -> Entry:
    """The entry after `event`; `shared` is what the event of its batch says.

    Raises:
        ValueError: the event is of an unknown kind, or comes before the entry's reservation.
    """
    values = event.values
    if event.what == "reserved" and event.entry is not None and entry is None:
        return _reserved(event, shared)
    if entry is None:
        raise ValueError(f"event {event.position} ({event.what}) has no entry")
    if event.what == "revised":
        return replace(
            entry,
            batch=values["batch"],
            shared=shared,
            values=values["values"],
            addressee=values["addressee"],
            school=values["school"],
        )
    if event.what == "issued":
        return replace(entry, state="issued", files=tuple(IssuedFile(**file) for file in values["files"]))
    raise ValueError(f"event {event.position} is of an unknown kind: {event.what}")


def _reserved(event: Event, shared: Mapping[str, Any]) -> Entry:
    assert event.entry is not None
    values = event.values
    return Entry(
        key=event.entry,
        series=values["series"],
        year=values["year"],
        seq=values["seq"],
        suffix=values["suffix"],
        number=values["number"],
        date=date.fromisoformat(values["date"]),
        state="reserved",
        addressee=values["addressee"],
        school=values["school"],
        workspace=values["workspace"],
        batch=values["batch"],
        shared=shared,
        values=values["values"],
    )


def rebuilt(events: list[Event]) -> dict[int, Entry]:
    """All entries that `events` (one office's chain, in order) lead to, by the position of their reservation."""
    batches = {event.position: event.values for event in events if event.what == "batch"}
    entries: dict[int, Entry] = {}
    reserved_at: dict[object, int] = {}
    for event in events:
        if event.what == "batch":
            continue
        position = reserved_at.setdefault(event.entry, event.position)
        before = entries.get(position)
        batch = event.values.get("batch", before.batch if before else 0)
        entries[position] = applied(before, event, batches[batch])
    return entries
