"""What all documents of one run share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from letters_gen.documents.head import HeadCases
from letters_gen.model.matter import Matter
from letters_gen.model.person import Executor, Person, Signatory
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.russian.deadlines import deadline


@dataclass(frozen=True)
class Batch:
    """What every document of a run states alike, but for the date that the register gives it.

    Attributes:
        people: whom it names, by their roles (see `people.ROLES`).
        head_cases: in which cases its templates put the heads of schools (see `head.named_cases`).
    """

    settings: Settings
    type: DocumentType
    matter: Matter
    signatory: Signatory
    executor: Executor
    people: Mapping[str, Person] = field(default_factory=dict)
    head_cases: HeadCases = ()

    def deadline(self, day: date) -> date | None:
        """The day by which a document signed on `day` wants things done, or by which it is due
        itself; None where its type, or the letter that it answers, sets no deadline.
        """
        if self.type.is_due_by_basis:
            return self.matter.basis.due if self.matter.basis else None
        days = self.type.deadline
        return deadline(day, days, self.settings.office.days_off) if days else None
