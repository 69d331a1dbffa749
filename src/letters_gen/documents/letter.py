"""One document of a batch: whom it is addressed to, and which schools it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.head import addressee_of, head_of, head_questions
from letters_gen.model.entry import EntryKey
from letters_gen.model.judgement import Finding
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.prior import Prior
from letters_gen.model.question import Question
from letters_gen.model.school import School


@dataclass(frozen=True, slots=True)
class Letter:
    """What one document says for itself, but for the number and date that the register gives it.

    Attributes:
        addressee: whom it is addressed to, in the dative.
        rows: the schools that it is about, each as its week has it; of a document for one school
            that school alone.
        findings: what these schools do not meet.
        instead_of: day and number of the document sent before, in whose place it is.
        questions: what isn't certain of how it addresses the school's head.
        pasts: what earlier weeks tell of its schools, by their keys; none where no template asks.
        priors: the earlier documents that it speaks of.
        sheets: of how many sheets each of its printed appendices is, where it is to say so.
        token: what its code tells it from forgeries by, '' of one without a code.
        subject: what tells it from others of its batch besides its school, '' for the batch's own.
    """

    batch: Batch
    addressee: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    pasts: Mapping[str, SchoolPast] = field(default_factory=dict)
    instead_of: tuple[date, str] | None = None
    priors: tuple[Prior, ...] = ()
    subject: str = ""
    sheets: tuple[int, ...] = ()
    token: str = ""

    @property
    def school(self) -> School | None:
        """The school that it is for, None for one paper about all of its schools."""
        return self.rows[0].school if self.batch.type.each and self.rows else None

    def key(self, edition: int = 1) -> EntryKey:
        """The key that the register knows it by (design §6.1)."""
        school = self.school
        kind, subject = self.batch.type.key, self.subject or self.batch.matter.subject
        return EntryKey(kind, subject, school.key if school else "", edition)


def letter_to_all(batch: Batch, rows: tuple[Row, ...], findings: tuple[Finding, ...]) -> Letter:
    """The one letter of a batch, about all of `rows`."""
    return Letter(batch, batch.type.addressee, rows, findings, pasts=_pasts(batch, rows))


def _pasts(batch: Batch, rows: Sequence[Row]) -> Mapping[str, SchoolPast]:
    known = batch.matter.week.past.schools if batch.matter.week else {}
    return {row.school.key: known[row.school.key] for row in rows} if known else {}


def letter_to_school(
    batch: Batch, row: Row, findings: tuple[Finding, ...], directory: str
) -> Letter:
    """The letter of a batch to one school's head.

    Args:
        directory: the file that questions about the head point to.
    """
    head = head_of(row.school)
    addressee = addressee_of(row.school, head, batch.type.addressee)
    questions = tuple(head_questions(row.school, head, directory, batch.head_cases))
    return Letter(batch, addressee, (row,), findings, questions, _pasts(batch, [row]))
