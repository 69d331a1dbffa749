"""The sheet and the type that an address names, and what the clerk wants of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from flask import abort
from werkzeug.datastructures import MultiDict

from letters_gen.issuing.flow import Office
from letters_gen.issuing.request import Remake, Request
from letters_gen.model.basis import NO_ANSWERS, BasisAnswers
from letters_gen.model.question import Answers
from letters_gen.model.settings import DocumentType
from letters_gen.office.sidecar import keep_answers, read_sidecar
from letters_gen.russian.dates import numeric
from letters_gen.web.about import NOTHING_SAID, About, day_in, remake_of, remake_parameters
from letters_gen.web.desk import desk, settings
from letters_gen.week.sheets import sheet_files, standing_copy

_PARTED = "|"
NO_SHEET = "-"
"""What stands in addresses for the sheet of papers that rest on none."""


@dataclass(frozen=True)
class Given:
    """A sheet that is worked on.

    Attributes:
        key: its name in data/monitoring, the spool's key of one that was uploaded, or NO_SHEET.
        file: the sheet itself, None for papers that rest on none.
        is_kept: whether it is in data/monitoring, where what is answered of it is kept.
    """

    key: str
    file: Path | None
    is_kept: bool

    @property
    def path(self) -> Path:
        """The sheet; 404 where there is none."""
        return self.file or abort(404)

    @property
    def answers(self) -> Answers:
        """What was answered and can't be kept in the workspace yet."""
        return {} if self.is_kept else read_sidecar(self.path).answers

    @property
    def basis(self) -> BasisAnswers:
        """The covering letter as it was told, of a sheet that isn't in the workspace yet."""
        return NO_ANSWERS if self.is_kept else read_sidecar(self.path).basis

    def keep(self, answers: Answers) -> None:
        """Keep answers that can't be kept in the workspace yet."""
        if answers and not self.is_kept:
            keep_answers(self.path, answers)


def given_sheet(key: str) -> Given:
    """The sheet of that key, looked up among those that there are; 404 for any other. What was
    uploaded and is in the workspace by now is that.
    """
    spooled = desk().spool.find(key)
    if spooled is not None:
        standing = standing_copy(desk().workspace, spooled)
        if standing is None:
            return Given(key, spooled, is_kept=False)
        return Given(standing.name, standing, is_kept=True)
    files = sheet_files(desk().workspace)
    path = next((path for path in files if path.name == key), None)
    return Given(key, path, is_kept=True) if path else abort(404)


def given_work(sheet: str, kind: str) -> tuple[Given, DocumentType]:
    """The sheet and the type of documents about it; or a type that rests on none. 404 for any
    other.
    """
    of_type = settings().types.get(kind) or abort(404)
    if of_type.sheet:
        return given_sheet(sheet), of_type
    if sheet != NO_SHEET:
        abort(404)
    return Given(NO_SHEET, None, is_kept=True), of_type


@dataclass(frozen=True)
class Wish:
    """What the clerk wants otherwise than it would be by itself.

    Attributes:
        day, signatory: of signing, and who signs; None for today and the usual one.
        leaving_out: the keys of schools that get nothing now.
        only_begun: whether only what was begun is to be finished.
        said: what was answered for this run alone: question's id -> answer.
        about: what the papers are to say besides what their type and their sheet do.
        remake: how and why what is issued is made anew, None where it isn't.
    """

    day: date | None = None
    signatory: str | None = None
    leaving_out: tuple[str, ...] = ()
    only_begun: bool = False
    said: Mapping[str, str] | None = None
    about: About = NOTHING_SAID
    remake: Remake | None = None

    @classmethod
    def of(cls, values: MultiDict[str, str]) -> Wish:
        """What an address, or a form, says; 400 where it can't be that."""
        day = day_in(values, "day")
        signatory = values.get("signatory") or None
        if signatory and signatory not in settings().signatories:
            abort(400)
        said = {}
        for one in values.getlist("said"):
            identity, _, answer = one.rpartition(_PARTED)
            said[identity] = answer
        leaving_out = tuple(dict.fromkeys(values.getlist("except")))
        begun = bool(values.get("begun"))
        about, remake = About.of(values), remake_of(values)
        return cls(day, signatory, leaving_out, begun, said, about, remake)

    @property
    def parameters(self) -> dict[str, Any]:
        """The same, as an address says it."""
        found: dict[str, Any] = {}
        if self.day:
            found["day"] = numeric(self.day)
        if self.signatory:
            found["signatory"] = self.signatory
        if self.leaving_out:
            found["except"] = list(self.leaving_out)
        if self.only_begun:
            found["begun"] = "1"
        if self.said:
            found["said"] = [f"{one}{_PARTED}{answer}" for one, answer in self.said.items()]
        return {**found, **self.about.parameters, **remake_parameters(self.remake)}

    def but(self, **changes: Any) -> Wish:
        """The same with something else."""
        return replace(self, **changes)


def request_of(office: Office, given: Given, kind: DocumentType, wish: Wish) -> Request:
    """What the flow is asked for; raises InputError for the number of a document that isn't
    there.
    """
    today = desk().clock.today
    return Request(
        type=kind.key,
        today=today,
        day=wish.day,
        file=given.file,
        basis=given.basis if kind.sheet else wish.about.basis,
        signatory=wish.signatory,
        answers={**given.answers, **(wish.said or {})},
        leaving_out=wish.leaving_out,
        remake=wish.remake,
        **wish.about.asked(office, today),
    )
