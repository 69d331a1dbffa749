"""The JSON of the register's commands (design §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.json_output import Json, period_json
from letters_gen.documents.grounds import Ground, figure_grounds, finding_grounds
from letters_gen.model.awaited import answered_on
from letters_gen.model.entry_state import ended_by, known_state
from letters_gen.model.mail import BY_MAIL
from letters_gen.model.rendering import sheets_text
from letters_gen.records.acquainting import unacquainted
from letters_gen.register.journal import related_text
from letters_gen.register.statement_form import basis_json
from letters_gen.russian.numbers import value_text
from letters_gen.wording.entries import run_line
from letters_gen.wording.sentences import told_oddity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.model.answer import Answer, IncomingStatement
    from letters_gen.model.entry import Acquaintance, Entry, Event, IssuedFile
    from letters_gen.model.oddity import Oddity
    from letters_gen.records.answers import Answers, Tally
    from letters_gen.records.journal_import import Import, Intake
    from letters_gen.register.relations import Related
    from letters_gen.register.verification import Verification


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
        "files": [_file(file) for file in entry.files],
        "path": document.path if document else None,
        "sha256": document.sha256 if document else None,
        "sheets": _known(_sheets(entry)),
        "appendices": [file.path for file in entry.appendices],
    }


def _file(file: IssuedFile) -> Json:
    """A file; of a PDF that the program had made, its pages and what made it."""
    told = {"role": file.role, "path": file.path, "sha256": file.sha256, "size": file.size}
    if file.pages:
        told |= {"pages": file.pages, "made_by": file.made_by}
    return told


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
    return {name: text for name, text in known.items() if text}


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


def shown_json(entry: Entry, events: Iterable[Event], chain: Iterable[Related]) -> Json:
    """One entry, why it says what it says, what it stands among, and its history."""
    return {
        **entry_json(entry),
        "figures": [_ground(one) for one in figure_grounds(entry)],
        "findings": [_ground(one) for one in finding_grounds(entry)],
        "chain": [_link(one) for one in chain],
        "events": [
            {"at": one.at, "what": one.what, "by": one.by, "because": one.because or None}
            for one in events
        ],
    }


def _link(link: Related) -> Json:
    return {
        "relation": link.relation,
        "number": _known(link.number),
        "date": link.day.isoformat() if link.day else None,
        "title": _known(link.title),
        "type": _known(link.type),
        "count": link.count,
    }


def _ground(ground: Ground) -> Json:
    said = {
        "title": ground.title,
        "value": ground.value,
        "rule": ground.rule,
        "cells": list(ground.cells),
    }
    return {"school": ground.school or None, "indicator": ground.key, **said}


def answers_json(found: Answers) -> Json:
    """The report of `answers`: the documents that one is awaited to, and how many came in time."""
    return {
        "entries": [
            {**entry_json(one.entry), "awaited_from": list(one.of), "late": one.late}
            for one in found.awaited
        ],
        "schools": [_tally(one, "school") for one in found.schools.values()],
        "periods": [_tally(one, "period") for one in found.periods.values()],
    }


def _tally(tally: Tally, named: str) -> Json:
    share = None if tally.share is None else value_text(tally.share)
    return {
        named: tally.name,
        "due": tally.due,
        "in_time": tally.in_time,
        "late": tally.late,
        "missing": tally.missing,
        "share": share,
    }


def reserved_json(entries: Sequence[Entry]) -> Json:
    """The number that was taken; of several the first, and all of them in `numbers`."""
    first = entries[0]
    taken = {
        "series": first.series,
        "year": first.year,
        "seq": first.seq,
        "date": first.date.isoformat(),
    }
    return {"number": first.number, **taken, "numbers": [entry.number for entry in entries]}


def verification_json(found: Verification) -> Json:
    """The report of `verify`; its notes tell every number of each year."""
    runs = [
        {"code": "numbers-explained", "number": None, "text": run_line(run)} for run in found.runs
    ]
    return {
        "ok": not found.faults,
        "faults": [_told(one) for one in found.faults],
        "notes": [*runs, *(_told(one) for one in found.notes)],
        "head": found.head,
    }


def import_json(done: Import) -> Json:
    """The report of `import`; `known` are the lines that had been taken over before."""
    return {
        "imported": done.imported,
        "known": done.known,
        "next": done.next,
        "notes": [_told(one) for one in done.notes],
    }


def intake_json(intake: Intake) -> Json:
    """The report of `import --dry-run`: nothing is imported, `planned` lines would be."""
    return {
        "imported": 0,
        "planned": len(intake.new),
        "known": intake.known,
        "next": intake.next,
        "columns": list(intake.paper.columns),
        "unknown_columns": list(intake.paper.unknown),
        "notes": [_told(one) for one in (*intake.paper.oddities, *intake.doubtful)],
    }


def _told(oddity: Oddity) -> Json:
    told, number = told_oddity(oddity), oddity.arguments.get("number")
    where = f"{told.where}: " if told.where else ""
    return {"code": told.code, "number": number, "text": f"{where}{told.text}"}
