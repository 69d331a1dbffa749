"""The JSON of one entry (design §5): every command that tells of entries says this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.json_output import Json, period_json
from letters_gen.model.awaited import answered_on
from letters_gen.model.entry_state import ended_by, known_state
from letters_gen.model.mail import BY_MAIL
from letters_gen.model.rendering import sheets_text
from letters_gen.records.acquainting import unacquainted
from letters_gen.register.journal import related_text
from letters_gen.register.parts_form import files_json
from letters_gen.register.statement_form import basis_json

if TYPE_CHECKING:
    from letters_gen.model.answer import Answer, IncomingStatement
    from letters_gen.model.entry import Acquaintance, Entry


def entry_json(entry: Entry) -> Json:
    """One entry of the register; what nobody has recorded is null or empty.

    `answers` and `incoming` stand only where something came in.
    """
    told = {**_identity(entry), **_said(entry), **_kept(entry), **_happened(entry)}
    if entry.answers:
        told["answers"] = [_answer(one) for one in entry.answers]
    if entry.own.incoming:
        told["incoming"] = _incoming(entry.own.incoming)
    return told


def _identity(entry: Entry) -> Json:
    """Which entry it is."""
    return {
        "number": entry.number,
        "series": entry.series,
        "year": entry.year,
        "seq": entry.seq,
        "suffix": entry.suffix,
        "date": entry.date.isoformat(),
        "type": entry.key.type or None,
        "state": known_state(entry),
        "addressee": entry.addressee,
    }


def _said(entry: Entry) -> Json:
    """What its document states."""
    until, period = entry.own.deadline, entry.period
    people = {"executor": _known(entry.executor), "signatory": _known(entry.signatory)}
    return {
        "heading": _known(entry.heading),
        "school": _known(entry.school),
        "inn": _known(entry.inn),
        **people,
        "basis": basis_json(entry.basis) if entry.basis else None,
        "related": _known(related_text(entry)),
        "case": _known(entry.case),
        "period": period_json(period) if period else None,
        "subject": entry.key.subject,
        "edition": 1 if entry.by_hand else entry.key.edition,
        "deadline": until.isoformat() if until else None,
    }


def _known(text: str) -> str | None:
    return text or None


def _kept(entry: Entry) -> Json:
    """The files that it keeps."""
    document = entry.document
    return {
        "files": files_json(entry.files),
        "path": document.path if document else None,
        "sha256": document.sha256 if document else None,
        "sheets": _known(_sheets(entry)),
        "appendices": [file.path for file in entry.appendices],
    }


def _sheets(entry: Entry) -> str:
    said = entry.own.incoming
    return said.sheets if said else sheets_text(entry)


def _happened(entry: Entry) -> Json:
    """What has become of it, and where it is looked after."""
    answered = answered_on(entry)
    return {
        "answered_at": answered.isoformat() if answered else None,
        "acquainted": _acquainted(entry),
        "deliveries": _deliveries(entry),
        "sent_at": _sent_at(entry),
        "annulled_because": entry.annulled_because or None,
        "by_hand": entry.by_hand,
        "workspace": entry.workspace or None,
        **_since(entry),
    }


def _since(entry: Entry) -> Json:
    """What few entries have: when it was signed, what has replaced it, or ended it."""
    signed, ended = entry.signed_on, ended_by(entry)
    known = {
        "signed_at": signed.isoformat() if signed else "",
        "replaced_by": entry.replaced_by,
        "ended_by": ended.number if ended else "",
    }
    told: Json = {name: text for name, text in known.items() if text}
    return told | ({"needs_scan": True} if entry.needs_scan else {})


def _acquainted(entry: Entry) -> list[Json]:
    """Who has been acquainted; `on` is null for one who is to be and hasn't been."""
    known = [_acquaintance(one) for one in entry.acquainted]
    return known + [{"name": name, "on": None} for name in unacquainted(entry)]


def _acquaintance(one: Acquaintance) -> Json:
    """The day, and where nobody signed, how it was done."""
    told: Json = {"name": one.name, "on": one.on.isoformat()}
    if one.way:
        told["by"] = one.way
    if one.refused:
        told["refused"] = one.refused
    return told


def _answer(answer: Answer) -> Json:
    return {
        "from": answer.sender,
        "on": answer.on.isoformat(),
        "way": answer.way,
        "incoming": _known(answer.incoming),
        "note": _known(answer.note),
    }


def _incoming(said: IncomingStatement) -> Json:
    """What a letter that came in bears and is about."""
    return {
        "from": said.sender,
        "number": said.number,
        "date": said.day.isoformat(),
        "resolution": _known(said.resolution),
        "answers": [one.number for one in said.answers],
    }


def _deliveries(entry: Entry) -> list[Json]:
    """Every recipient of an issued document; `on` is null for one who hasn't got it, with the `id`
    of the message where it was mailed and the server's answer was lost.
    """
    if not entry.is_issued and not entry.deliveries:
        return []
    made = [
        {"to": one.to, "way": one.way, "on": one.on.isoformat(), "id": one.id or None}
        for one in entry.deliveries
    ]
    asked = {one.to: one.id for one in entry.mailings}
    return made + [_awaited(name, asked.get(name)) for name in entry.awaiting]


def _awaited(name: str, asked: str | None) -> Json:
    """One who hasn't got the document, or of whom it isn't known."""
    return {"to": name, "way": BY_MAIL if asked else None, "on": None, "id": asked}


def _sent_at(entry: Entry) -> str | None:
    days = [one.on for one in entry.deliveries]
    return max(days).isoformat() if days and entry.state == "sent" else None
