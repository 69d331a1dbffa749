"""The JSON of the register's commands (design §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.json_output import Json
from letters_gen.cli.register.entry_json import entry_json
from letters_gen.documents.grounds import Ground, figure_grounds, finding_grounds
from letters_gen.russian.numbers import value_text
from letters_gen.wording.audits import run_line
from letters_gen.wording.sentences import told_oddity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.model.entry import Entry, Event
    from letters_gen.model.oddity import Oddity
    from letters_gen.records.answers import Answers, Tally
    from letters_gen.records.journal_import import Import, Intake
    from letters_gen.register.relations import Related
    from letters_gen.register.verification import Verification


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
        "number": link.number or None,
        "date": link.day.isoformat() if link.day else None,
        "title": link.title or None,
        "type": link.type or None,
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
