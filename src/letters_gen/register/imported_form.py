"""What is said of a line that was taken over from a journal, as JSON, and back."""

from __future__ import annotations

from datetime import date

from letters_gen.model.entry import Entry, Event
from letters_gen.register.chain import Json
from letters_gen.register.happenings import Imported
from letters_gen.register.parts_form import deliveries_json, deliveries_of, files_json, files_of
from letters_gen.register.statement_form import own_json, own_of


def imported_json(imported: Imported) -> Json:
    """A line that was taken over, as its event says it."""
    entry = imported.entry
    said = {
        "series": entry.series,
        "year": entry.year,
        "seq": entry.seq,
        "suffix": entry.suffix,
        "twin": entry.twin,
        "number": entry.number,
        "date": entry.date.isoformat(),
        "addressee": entry.addressee,
        "school": entry.school,
        "workspace": entry.workspace,
        "values": own_json(entry.own),
        "batch": entry.batch,
        "by_hand": entry.by_hand,
    }
    if entry.state != "issued":
        said["state"] = entry.state
    if entry.annulled_because:
        said["annulled_because"] = entry.annulled_because
    if entry.deliveries:
        said["deliveries"] = deliveries_json(entry.deliveries)
    if entry.files:
        said["files"] = files_json(entry.files)
    return said


def imported_of(event: Event, said: Json) -> Imported:
    """The line that an event says was taken over; raises as `event_form.happening_of`."""
    if event.entry is None:
        raise ValueError(f"event {event.position} takes over no entry")
    entry = Entry(
        key=event.entry,
        series=said["series"],
        year=said["year"],
        seq=said["seq"],
        suffix=said["suffix"],
        number=said["number"],
        date=date.fromisoformat(said["date"]),
        state=said.get("state", "issued"),
        addressee=said["addressee"],
        school=said["school"],
        workspace=said["workspace"],
        batch=said["batch"],
        own=own_of(said["values"]),
        by_hand=said["by_hand"],
        twin=said["twin"],
        deliveries=deliveries_of(said.get("deliveries", ())),
        files=files_of(said.get("files", ())),
        annulled_because=said.get("annulled_because", ""),
    )
    return Imported(entry)
