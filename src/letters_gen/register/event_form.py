"""What events say, as the JSON that the chain hashes, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson

from letters_gen.model.entry import Event, Recognition
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
    Linked,
    MailBegun,
    MailFailed,
    Numbering,
    OfficeRenamed,
    Recognised,
    Redated,
    Rendered,
    Replaced,
    Reserved,
    Revised,
    SendingUndone,
    Sent,
    Signed,
    SigningUndone,
    Unlinked,
)
from letters_gen.register.imported_form import imported_json, imported_of
from letters_gen.register.parts_form import (
    answers_json,
    answers_of,
    deliveries_json,
    deliveries_of,
    files_json,
    files_of,
    mailing_json,
    mailing_of,
    people_json,
    people_of,
)
from letters_gen.register.prior_form import links_json, links_of
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


def token_said(event: Event) -> str:
    """What the code of its document bore as of an event, '' where it tells of none, or can't be
    read.
    """
    try:
        return str(orjson.loads(event.values).get("values", {}).get("token", ""))
    except (ValueError, AttributeError):
        return ""


def recipient_said(event: Event) -> str:
    """Whom an event of mail is about, '' of any other, or where it can't be read."""
    if event.what not in ("mailing", "unmailed"):
        return ""
    try:
        return str(orjson.loads(event.values).get("to", ""))
    except (ValueError, AttributeError):
        return ""


def batch_of_text(text: str) -> BatchBegun:
    """What the event of a batch says; raises as `happening_of`."""
    return _batch_begun(orjson.loads(text))


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


def _revised_json(revised: Revised) -> Json:
    return {
        "addressee": revised.addressee,
        "school": revised.school,
        "batch": revised.batch,
        "values": own_json(revised.own),
    }


def _revised(_: Event, said: Json) -> Revised:
    return Revised(said["batch"], said["addressee"], said["school"], own_of(said["values"]))


def _corrected_json(corrected: Corrected) -> Json:
    return {**_revised_json(corrected), **_kept_json(corrected)}


def _corrected(_: Event, said: Json) -> Corrected:
    own, kept = own_of(said["values"]), tuple(said.get("kept", ()))
    return Corrected(said["batch"], said["addressee"], said["school"], own, kept)


def _attached_json(attached: Attached) -> Json:
    return {"files": files_json(attached.files), **_kept_json(attached)}


def _kept_json(one: Corrected | Attached) -> Json:
    """What was put aside; earlier programs didn't say it."""
    return {"kept": list(one.kept)} if one.kept else {}


_READ: dict[str, Callable[[Event, Json], Happening]] = {
    "batch": _batch,
    "reserved": _reserved,
    "imported": imported_of,
    "revised": _revised,
    "corrected": _corrected,
    "issued": lambda _, said: Issued(files_of(said["files"])),
    "attached": lambda _, said: Attached(files_of(said["files"]), tuple(said.get("kept", ()))),
    "rendered": lambda _, said: Rendered(files_of(said["files"])),
    "sent": lambda _, said: Sent(deliveries_of(said["deliveries"])),
    "mailing": lambda _, said: MailBegun(mailing_of(said)),
    "unmailed": lambda _, said: MailFailed(**said),
    "acquainted": lambda _, said: Acquainted(people_of(said["people"])),
    "answered": lambda _, said: Answered(answers_of(said["answers"])),
    "linked": lambda _, said: Linked(links_of(said["links"])),
    "unlinked": lambda _, said: Unlinked(said["number"]),
    "annulled": lambda event, _: Annulled(event.because),
    "replaced": lambda _, said: Replaced(said["by"]),
    "signed": lambda _, said: Signed(date.fromisoformat(said["on"])),
    "unsigned": lambda *_: SigningUndone(),
    "unsent": lambda _, said: SendingUndone(tuple(said.get("to", ()))),
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
    Imported: ("imported", imported_json),
    Revised: ("revised", _revised_json),
    Corrected: ("corrected", _corrected_json),
    Issued: ("issued", lambda issued: {"files": files_json(issued.files)}),
    Attached: ("attached", _attached_json),
    Rendered: ("rendered", lambda rendered: {"files": files_json(rendered.files)}),
    Sent: ("sent", lambda sent: {"deliveries": deliveries_json(sent.deliveries)}),
    MailBegun: ("mailing", lambda begun: mailing_json(begun.mailing)),
    MailFailed: ("unmailed", lambda failed: {"to": failed.to, "id": failed.id}),
    Acquainted: ("acquainted", lambda acquainted: {"people": people_json(acquainted.people)}),
    Answered: ("answered", lambda answered: {"answers": answers_json(answered.answers)}),
    Linked: ("linked", lambda linked: {"links": links_json(linked.links)}),
    Unlinked: ("unlinked", lambda unlinked: {"number": unlinked.number}),
    Annulled: ("annulled", lambda _: {}),
    Replaced: ("replaced", lambda replaced: {"by": replaced.by}),
    Signed: ("signed", lambda signed: {"on": signed.on.isoformat()}),
    SigningUndone: ("unsigned", lambda _: {}),
    SendingUndone: ("unsent", lambda undone: {"to": list(undone.to)} if undone.to else {}),
    Redated: ("redated", lambda redated: {"date": redated.day.isoformat()}),
    Identified: ("identified", lambda identified: {"inn": identified.inn}),
    Recognised: ("recognised", lambda recognised: dict(vars(recognised.said))),
    OfficeRenamed: ("renamed", lambda renamed: {"from": renamed.former, "to": renamed.now}),
}
