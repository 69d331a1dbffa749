"""What events say, as the JSON that the chain hashes, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import orjson

from letters_gen.model.answer import Answer
from letters_gen.model.entry import Acquaintance, Delivery, Entry, Event, IssuedFile, Recognition
from letters_gen.register.chain import Json, says
from letters_gen.register.happenings import (
    Acquainted,
    Annulled,
    Answered,
    Attached,
    BatchBegun,
    Corrected,
    Happening,
    Identified,
    Imported,
    Issued,
    Numbering,
    OfficeRenamed,
    Recognised,
    Redated,
    Replaced,
    Reserved,
    Revised,
    SendingUndone,
    Sent,
    Signed,
)
from letters_gen.register.statement_form import own_json, own_of, shared_json, shared_of


def happening_json(happening: Happening) -> tuple[str, Json]:
    """The kind of an event, and what it says."""
    kind, written = _WRITTEN[type(happening)]
    return kind, written(happening)


def happening_of(event: Event) -> Happening:
    """What an event says.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is of an unknown kind, or can't be read.
    """
    if event.what not in _READ:
        raise ValueError(f"event {event.position} is of an unknown kind: {event.what}")
    return _READ[event.what](event, orjson.loads(event.values))


def is_in_form(event: Event, happening: Happening) -> bool:
    """Whether `event` says `happening` in a text in which the program writes it."""
    return says(event.values, happening_json(happening)[1])


def number_said(event: Event) -> str:
    """The number that an event gives a document, '' where it gives none or can't be read."""
    try:
        said = orjson.loads(event.values)
        return str(said.get("number", ""))
    except (ValueError, AttributeError):
        return ""


def batch_of_text(text: str) -> BatchBegun:
    """What the event of a batch says; raises as `happening_of`."""
    return _batch_begun(orjson.loads(text))


def files_json(files: Iterable[IssuedFile]) -> list[Json]:
    """Files, as events and entries say them."""
    return [dict(vars(file)) for file in files]


def files_of(said: Iterable[Json]) -> tuple[IssuedFile, ...]:
    """The files that are said."""
    return tuple(IssuedFile(**file) for file in said)


def deliveries_json(deliveries: Iterable[Delivery]) -> list[Json]:
    """Deliveries, as events and entries say them."""
    return [{**vars(one), "on": one.on.isoformat()} for one in deliveries]


def deliveries_of(said: Iterable[Json]) -> tuple[Delivery, ...]:
    """The deliveries that are said."""
    return tuple(Delivery(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def people_json(people: Iterable[Acquaintance]) -> list[Json]:
    """Who has been acquainted, as events and entries say it."""
    return [_on_a_day(one, ("name",), ("way", "refused")) for one in people]


def people_of(said: Iterable[Json]) -> tuple[Acquaintance, ...]:
    """Who has been acquainted, as it is said."""
    return tuple(Acquaintance(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def answers_json(answers: Iterable[Answer]) -> list[Json]:
    """Answers, as events and entries say them."""
    return [_on_a_day(one, ("sender", "way"), ("incoming", "note")) for one in answers]


def answers_of(said: Iterable[Json]) -> tuple[Answer, ...]:
    """The answers that are said."""
    return tuple(Answer(**{**one, "on": date.fromisoformat(one["on"])}) for one in said)


def _on_a_day(one: Acquaintance | Answer, said: tuple[str, ...], known: tuple[str, ...]) -> Json:
    """What happened on a day: of what is `known` of it, no more than there is."""
    told: Json = {name: getattr(one, name) for name in said}
    told |= {name: text for name in known if (text := getattr(one, name))}
    return told | {"on": one.on.isoformat()}


def recognitions_json(said: Iterable[Recognition]) -> list[Json]:
    """Which documents an entry was said to be, or not to be, as events and entries say it."""
    return [dict(vars(one)) for one in said]


def recognitions_of(said: Iterable[Json]) -> tuple[Recognition, ...]:
    """Which documents it is said to be, or not to be."""
    return tuple(Recognition(**one) for one in said)


def _batch_json(begun: BatchBegun) -> Json:
    said = shared_json(begun.shared)
    if begun.numbering:
        said["reservation"] = _numbering_json(begun.numbering)
    return said


def _batch(_: Event, said: Json) -> BatchBegun:
    return _batch_begun(said)


def _batch_begun(said: Json) -> BatchBegun:
    alike = said.get("reservation")
    return BatchBegun(shared_of(said), _numbering(alike) if alike else None)


def _numbering_json(numbering: Numbering) -> Json:
    return {
        "series": numbering.series,
        "year": numbering.year,
        "date": numbering.day.isoformat(),
        "workspace": numbering.workspace,
    }


def _numbering(said: Json) -> Numbering:
    day = date.fromisoformat(said["date"])
    return Numbering(said["series"], said["year"], day, said["workspace"])


def _reserved_json(reserved: Reserved) -> Json:
    said = {
        "addressee": reserved.addressee,
        "school": reserved.school,
        "batch": reserved.batch,
        "values": own_json(reserved.own),
        "seq": reserved.seq,
        "number": reserved.number,
    }
    if reserved.by_hand:
        said["by_hand"] = True
    if reserved.numbering:
        said |= {**_numbering_json(reserved.numbering), "suffix": ""}
    return said


def _reserved(_: Event, said: Json) -> Reserved:
    return Reserved(
        batch=said["batch"],
        addressee=said["addressee"],
        school=said["school"],
        own=own_of(said["values"]),
        seq=said["seq"],
        number=said["number"],
        by_hand=said.get("by_hand", False),
        # The batch says it once; registers of the first program repeat it here.
        numbering=_numbering(said) if "series" in said else None,
    )


def _imported_json(imported: Imported) -> Json:
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


def _imported(event: Event, said: Json) -> Imported:
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


def _revised_json(revised: Revised) -> Json:
    return {
        "addressee": revised.addressee,
        "school": revised.school,
        "batch": revised.batch,
        "values": own_json(revised.own),
    }


def _revised(_: Event, said: Json) -> Revised:
    return Revised(said["batch"], said["addressee"], said["school"], own_of(said["values"]))


def _corrected(_: Event, said: Json) -> Corrected:
    return Corrected(said["batch"], said["addressee"], said["school"], own_of(said["values"]))


_READ: dict[str, Callable[[Event, Json], Happening]] = {
    "batch": _batch,
    "reserved": _reserved,
    "imported": _imported,
    "revised": _revised,
    "corrected": _corrected,
    "issued": lambda _, said: Issued(files_of(said["files"])),
    "attached": lambda _, said: Attached(files_of(said["files"])),
    "sent": lambda _, said: Sent(deliveries_of(said["deliveries"])),
    "acquainted": lambda _, said: Acquainted(people_of(said["people"])),
    "answered": lambda _, said: Answered(answers_of(said["answers"])),
    "annulled": lambda event, _: Annulled(event.because),
    "replaced": lambda _, said: Replaced(said["by"]),
    "signed": lambda _, said: Signed(date.fromisoformat(said["on"])),
    "unsent": lambda _, said: SendingUndone(),
    "redated": lambda _, said: Redated(date.fromisoformat(said["date"])),
    "identified": lambda _, said: Identified(said["inn"]),
    "recognised": lambda _, said: Recognised(Recognition(**said)),
    "renamed": lambda _, said: OfficeRenamed(said["from"], said["to"]),
}
KINDS = frozenset(_READ)
"""Every kind that an event may be of."""

# Each writes its own kind of happening: the key says which.
_WRITTEN: dict[type[Happening], tuple[str, Callable[[Any], Json]]] = {
    BatchBegun: ("batch", _batch_json),
    Reserved: ("reserved", _reserved_json),
    Imported: ("imported", _imported_json),
    Revised: ("revised", _revised_json),
    Corrected: ("corrected", _revised_json),
    Issued: ("issued", lambda issued: {"files": files_json(issued.files)}),
    Attached: ("attached", lambda attached: {"files": files_json(attached.files)}),
    Sent: ("sent", lambda sent: {"deliveries": deliveries_json(sent.deliveries)}),
    Acquainted: ("acquainted", lambda acquainted: {"people": people_json(acquainted.people)}),
    Answered: ("answered", lambda answered: {"answers": answers_json(answered.answers)}),
    Annulled: ("annulled", lambda _: {}),
    Replaced: ("replaced", lambda replaced: {"by": replaced.by}),
    Signed: ("signed", lambda signed: {"on": signed.on.isoformat()}),
    SendingUndone: ("unsent", lambda _: {}),
    Redated: ("redated", lambda redated: {"date": redated.day.isoformat()}),
    Identified: ("identified", lambda identified: {"inn": identified.inn}),
    Recognised: ("recognised", lambda recognised: dict(vars(recognised.said))),
    OfficeRenamed: ("renamed", lambda renamed: {"from": renamed.former, "to": renamed.now}),
}
