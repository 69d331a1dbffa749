"""What would be issued: a value that is shown before a number is taken, and that `issue` carries
out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.request import Request
from letters_gen.making.document import Document, issued_document, planned_document
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import DocumentType
from letters_gen.model.statement import SharedStatement
from letters_gen.office.workspace import Workspace
from letters_gen.register.chain import canonical
from letters_gen.register.statement_form import own_json, shared_json
from letters_gen.week.sheets import Sheet


@dataclass(frozen=True)
class Plan:
    """What one run would issue.

    Attributes:
        ground: what the batch rests on: where, and the week and its sheet where there are any.
        batch: what its documents have alike; `forms`: what they are filled into.
        shared: what the register keeps once for the batch.
        wanted: the letters that are to exist; `decisions`: what is done with each as the register
            stands.
        first: the running number that the first new document would get.
        warnings: what the clerk should know before saying yes.
        questions: what isn't certain about the sheet and the documents that would be written, with
            what is assumed.
        doubts: what isn't certain about the run itself, as the register stands.
        stranded: documents that stand, to schools that no longer fall short.
        older: sheets of earlier weeks that were never issued.
    """

    ground: Ground
    request: Request
    batch: Batch
    forms: Forms
    shared: SharedStatement
    wanted: tuple[Letter, ...]
    decisions: tuple[Decision, ...]
    first: int
    warnings: tuple[Oddity, ...] = ()
    questions: tuple[Question, ...] = ()
    doubts: tuple[Question, ...] = ()
    stranded: tuple[Entry, ...] = ()
    older: tuple[Sheet, ...] = ()

    @property
    def answers(self) -> Answers:
        """What was answered of the sheet, and in this run."""
        survey = self.ground.survey
        return {**(survey.answered if survey else {}), **self.request.answers}

    @property
    def workspace(self) -> Workspace:
        """The folder that the documents are issued in."""
        return self.ground.workspace

    @property
    def type(self) -> DocumentType:
        """The document type."""
        return self.batch.type

    @property
    def day(self) -> date:
        """The day of signing: of new documents, else of those that stand."""
        if self.takes_numbers:
            return self.request.signed_on
        standing = (decision.standing.date for decision in self.decisions if decision.standing)
        return next(standing, self.request.signed_on)

    @property
    def takes_numbers(self) -> bool:
        """Whether a document of it gets the next number."""
        return any(decision.takes_number for decision in self.decisions)

    @property
    def annulled(self) -> list[Entry]:
        """The documents that stand, never left the house, and are annulled by it."""
        return [decision.annuls for decision in self.decisions if decision.annuls]

    @property
    def replaced(self) -> list[tuple[Entry, str]]:
        """The documents that have left the house and are replaced by it, each with the number that
        says so.
        """
        found = ((decision.replaces, number) for decision, number in self.numbered())
        return [(entry, number) for entry, number in found if entry]

    @property
    def found_inns(self) -> dict[EntryKey, str]:
        """The ИНН of schools that were entered or corrected since their documents were
        registered.
        """
        return {one.key: one.found_inn for one in self.decisions if one.found_inn}

    @property
    def is_done(self) -> bool:
        """Whether everything is issued already and nothing is left to do."""
        return all(decision.is_done for decision in self.decisions)

    @property
    def years(self) -> set[int]:
        """The years in whose folders the documents lie."""
        years = {one.standing.date.year for one in self.decisions if one.standing}
        if self.takes_numbers:
            years.add(self.request.signed_on.year)
        return years

    def numbered(self) -> Iterator[tuple[Decision, str]]:
        """Every decision with the number that its document has, or would get."""
        seq = self.first
        for decision in self.decisions:
            if decision.standing and not decision.takes_number:
                yield decision, decision.standing.number
            else:
                day = self.request.signed_on
                yield decision, self.type.series.number(seq, day, self.type.index)
                seq += 1

    def documents(self) -> Iterator[Document]:
        """Every document of the batch: as it is (issued already), or as it would be."""
        return (self.document(decision, number) for decision, number in self.numbered())

    def document(self, decision: Decision, number: str) -> Document:
        """One document of the batch under the number that `numbered` gives with it."""
        entry = decision.standing
        if decision.letter is None or (entry is not None and not decision.is_written):
            assert entry is not None
            return issued_document(entry)
        day = self.request.signed_on if decision.takes_number or entry is None else entry.date
        return planned_document(self.workspace, decision.letter, number, day)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the plan would state and under which numbers: equal plans issue equal
        documents (design §6.11).
        """
        alike = {"shared": shared_json(self.shared), "date": self.day.isoformat()}
        said = hashlib.sha256(canonical(alike).encode())
        for decision, number in self.numbered():
            said.update(canonical([number, _stated(decision, self.request.signed_on)]).encode())
        return said.hexdigest()


def _stated(decision: Decision, day: date) -> object:
    """What becomes of one document, as JSON values, and of the one that it annuls."""
    gone = decision.annuls or decision.replaces
    former = [gone.number, gone.state, len(gone.deliveries)] if gone else None
    if decision.letter is None:
        return [decision.act.value, former]
    draft = decision.draft(day)
    return [former, draft.addressee, own_json(draft.own)]


def counted(plan: Plan, *acts: Act) -> int:
    """With how many documents one of `acts` is done."""
    return sum(decision.act in acts for decision in plan.decisions)
