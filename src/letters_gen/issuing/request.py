"""What a command asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from letters_gen.model.basis import NO_ANSWERS, BasisAnswers
from letters_gen.model.entry import EntryKey
from letters_gen.model.period import Period
from letters_gen.model.question import Answers


@dataclass(frozen=True)
class Remake:
    """Documents issued already are to be made anew where they would now come out different (design
    §6.4).

    Attributes:
        as_edition: under the next numbers, the former documents annulled; else under their own.
        because: the reason, for the register.
    """

    as_edition: bool
    because: str


@dataclass(frozen=True)
class Request:
    """One run of an issuing command.

    Attributes:
        type: the key of the document type.
        today: the day on which the command is given.
        day: the day of signing, None for today.
        file: the sheet, None for the latest in data/monitoring.
        subject: what the documents are about, where their type has no sheet.
        period: the period where the file's own is not to be taken.
        signatory: the key of who signs, None for the first.
        remake: whether and why issued documents are made anew, None where they aren't.
        answers: what was answered of the sheet and can't be kept beside it yet.
        heading, addressee: of this one document, '' for those of its type.
        ends, changes: the earlier documents that the new one ends, or changes; of the latter each
            with what is changed in it, nothing where the clerk hasn't said it.
        only, leaving_out: schools as the clerk named them: no others, or all but these.
    """

    type: str
    today: date
    day: date | None = None
    file: Path | None = None
    subject: str = ""
    period: Period | None = None
    basis: BasisAnswers = NO_ANSWERS
    signatory: str | None = None
    remake: Remake | None = None
    answers: Answers = field(default_factory=dict)
    only: tuple[str, ...] = ()
    leaving_out: tuple[str, ...] = ()
    heading: str = ""
    addressee: str = ""
    ends: tuple[EntryKey, ...] = ()
    changes: Mapping[EntryKey, tuple[str, ...]] = field(default_factory=dict)

    @property
    def signed_on(self) -> date:
        """The day of signing of the documents that take a number."""
        return self.day or self.today

    @property
    def names_priors(self) -> bool:
        """Whether the clerk has named earlier documents."""
        return bool(self.ends or self.changes)
