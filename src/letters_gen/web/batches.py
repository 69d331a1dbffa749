"""The batch that an address names, as the register has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, request

from letters_gen.facts.period_text import typed_date
from letters_gen.issuing.plan import Plan
from letters_gen.model.entry import Entry
from letters_gen.model.period import Period
from letters_gen.model.settings import DocumentType
from letters_gen.register.wanted import Wanted
from letters_gen.russian.dates import numeric
from letters_gen.web.about import about_of
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.given import NO_SHEET
from letters_gen.web.runs import Run
from letters_gen.week.sheets import sheet_files

_GONE = ("annulled", "replaced")
# Forms about a batch have a `day` of their own.
_DATED = "dated"


@dataclass(frozen=True)
class Batch:
    """A batch as the register has it.

    Attributes:
        day: of its documents, where that is what names it, '' elsewhere.
        entries: its documents that stand; `begun`: how many of them have no file yet.
        run: what this start of the page is doing, or has done, about it.
    """

    kind: DocumentType
    subject: str
    day: str
    entries: list[Entry]
    run: Run | None

    @property
    def begun(self) -> int:
        """How many documents have a number and no file yet."""
        return sum(not entry.is_issued for entry in self.entries)

    @property
    def issued(self) -> int:
        """How many are issued."""
        return len(self.entries) - self.begun

    @property
    def is_running(self) -> bool:
        """Whether it is being issued now."""
        return self.run is not None and not self.run.ended.is_set()

    @property
    def has_findings(self) -> bool:
        """Whether a school falls short by what its documents state."""
        return any(row.findings for entry in self.entries for row in entry.rows)

    @property
    def period(self) -> Period | None:
        """Its week."""
        return Period.named(self.subject)

    @property
    def sheet(self) -> str:
        """What addresses call its sheet, '' where it isn't in data/monitoring any more."""
        if not self.kind.sheet:
            return NO_SHEET
        stated = next((entry.sheet for entry in self.entries if entry.sheet), None)
        name = stated.path.rpartition("/")[2] if stated else ""
        return name if any(path.name == name for path in sheet_files(desk().workspace)) else ""

    @property
    def remake(self) -> dict[str, Any]:
        """What the page is named by that makes it anew, nothing where it can't be: its sheet is
        gone, or its letters each have a subject of their own.
        """
        first = next((one for one in self.entries if not one.by_hand), None)
        if first is None or not self.sheet or self.kind.schools == "overdue":
            return {}
        said = about_of(self.kind, first).parameters
        return {"sheet": self.sheet, "kind": self.kind.key, **said}

    @property
    def continuing(self) -> dict[str, Any]:
        """What the page is named by that finishes it, nothing where its sheet is gone."""
        if not self.sheet:
            return {}
        return {**self.remake, "sheet": self.sheet, "kind": self.kind.key, "begun": "1"}

    @property
    def address(self) -> dict[str, Any]:
        """What its address names it by."""
        named = {"type": self.kind.key, "subject": self.subject}
        return {**named, _DATED: self.day} if self.day else named


def batch_address(plan: Plan) -> dict[str, Any]:
    """What names the batch of a plan. Letters that each have a subject of their own, as reminders
    do, are named by their day.
    """
    if plan.type.schools != "overdue":
        return {"type": plan.type.key, "subject": plan.batch.matter.subject}
    return {"type": plan.type.key, "subject": "", _DATED: numeric(plan.day)}


def batch_of_entry(entry: Entry) -> dict[str, Any]:
    """What names the batch that an entry is of; nothing where its type isn't there any more."""
    kind = settings().types.get(entry.key.type)
    if kind is None:
        return {}
    if kind.schools != "overdue":
        return {"type": kind.key, "subject": entry.key.subject}
    return {"type": kind.key, "subject": "", _DATED: numeric(entry.date)}


def given_batch() -> Batch:
    """The batch that the request names; 404 where its type isn't there."""
    said = request.values
    kind = settings().types.get(said.get("type", ""))
    if kind is None:
        abort(404)
    subject, day = said.get("subject", ""), said.get(_DATED, "")
    standing = [entry for entry in _entries(kind, subject, day) if entry.state not in _GONE]
    return Batch(kind, subject, day, standing, desk().runs.of((kind.key, subject)))


def _entries(kind: DocumentType, subject: str, day: str) -> list[Entry]:
    on = typed_date(day) if day else None
    if on is None:
        return register().batch(kind.key, subject)
    return list(register().entries(Wanted(type=kind.key, since=on, until=on)))
