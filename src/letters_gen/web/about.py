"""What the clerk says of one run of papers, and how addresses and forms carry it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import abort
from werkzeug.datastructures import MultiDict

from letters_gen.facts.period_text import typed_date
from letters_gen.issuing.flow import Office
from letters_gen.issuing.request import Remake
from letters_gen.model.basis import NO_ANSWERS, BasisAnswers, told_basis
from letters_gen.model.characters import holds_forbidden
from letters_gen.model.entry import Entry
from letters_gen.model.prior import CHANGES, ENDS, Prior
from letters_gen.model.settings import DocumentType
from letters_gen.records.named_documents import changed_documents, named_documents
from letters_gen.russian.dates import numeric

LONGEST = 1000
"""How many characters a text of it may have."""
CORRECT, EDITION = "correct", "edition"
"""How papers are made anew: under their own numbers, or under the next ones."""


def day_in(values: MultiDict[str, str], name: str) -> date | None:
    """The day that an address says by this name, None for none; 400 where it can't be one."""
    written = values.get(name, "")
    day = typed_date(written) if written else None
    if written and day is None:
        abort(400)
    return day


@dataclass(frozen=True)
class About:
    """What papers are about, whom they go to, what they rely on and do; '' and nothing for what
    their type and their sheet say.

    Attributes:
        ends: the numbers of documents that it ends, as they were typed.
        changes: those that it changes, each with a colon and what is changed in it.
    """

    subject: str = ""
    heading: str = ""
    addressee: str = ""
    ends: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    basis: BasisAnswers = NO_ANSWERS

    @classmethod
    def of(cls, values: MultiDict[str, str]) -> About:
        """What an address, or a form, says; 400 where it can't be that."""
        day = day_in(values, "basis_day")
        author, number = _text(values, "basis_author"), _text(values, "basis_number")
        return cls(
            _text(values, "subject"),
            _text(values, "heading"),
            _text(values, "addressee"),
            _texts(values, "ends"),
            _texts(values, "changes"),
            told_basis(author, number, day),
        )

    @property
    def parameters(self) -> dict[str, Any]:
        """The same, as an address says it."""
        basis = self.basis
        said = {
            "subject": self.subject,
            "heading": self.heading,
            "addressee": self.addressee,
            "ends": list(self.ends),
            "changes": list(self.changes),
            "basis_author": basis.author,
            "basis_number": basis.number,
            "basis_day": numeric(basis.date) if basis.date else "",
        }
        return {name: value for name, value in said.items() if value}

    def asked(self, office: Office, today: date) -> dict[str, Any]:
        """The same as a request says it, but for what it relies on; raises InputError for a number
        that isn't there.
        """
        at = (office.register, office.settings)
        return {
            "subject": self.subject,
            "heading": self.heading,
            "addressee": self.addressee,
            "ends": named_documents(*at, self.ends, today),
            "changes": changed_documents(*at, self.changes, today),
        }


NOTHING_SAID = About()


def about_of(kind: DocumentType, entry: Entry) -> About:
    """What was said of a document that is issued, as far as it tells: to make it anew."""
    said = _of_priors(entry)
    if kind.sheet:
        return said
    numbers = [*said.ends, *(line.partition(":")[0] for line in said.changes)]
    subject = entry.key.subject.removeprefix(", ".join(dict.fromkeys(numbers))).removeprefix(": ")
    heading = "" if entry.heading in (kind.heading, subject) else entry.heading
    addressee = "" if kind.each or entry.addressee == kind.addressee else entry.addressee
    return replace(said, subject=subject, heading=heading, addressee=addressee)


def _of_priors(entry: Entry) -> About:
    """What it does to earlier documents."""
    ends: list[str] = []
    changes: list[str] = []
    for prior in entry.own.priors:
        ends += [prior.number] if prior.relation == ENDS else []
        changes += _change_lines(prior) if prior.relation == CHANGES else []
    return About(ends=tuple(ends), changes=tuple(changes))


def _change_lines(prior: Prior) -> list[str]:
    """What was said of a document that is changed, as it is typed."""
    return [f"{prior.number}: {said}" for said in prior.said] or [prior.number]


def remake_of(values: MultiDict[str, str]) -> Remake | None:
    """How issued papers are to be made anew by an address or a form, and why; None where it says
    nothing of it, 400 where it can't be that.
    """
    way = values.get("remake", "")
    if not way:
        return None
    because = _text(values, "because")
    if way not in (CORRECT, EDITION) or not because:
        abort(400)
    return Remake(way == EDITION, because)


def remake_parameters(remake: Remake | None) -> dict[str, str]:
    """The same, as an address says it."""
    if remake is None:
        return {}
    return {"remake": EDITION if remake.as_edition else CORRECT, "because": remake.because}


def _texts(values: MultiDict[str, str], name: str) -> tuple[str, ...]:
    found = (_whole(one) for one in values.getlist(name))
    return tuple(dict.fromkeys(one for one in found if one))


def _text(values: MultiDict[str, str], name: str) -> str:
    return _whole(values.get(name, ""))


def _whole(written: str) -> str:
    """A text of one line; 400 where no document can hold it."""
    text = " ".join(written.split())
    if len(text) > LONGEST or holds_forbidden(text):
        abort(400)
    return text
