"""What would be issued: a value that is shown before a number is taken, and that `issue` carries
out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from letters_gen.documents.batch import Batch
from letters_gen.documents.head import named_cases
from letters_gen.documents.letter import Letter
from letters_gen.issuing.alike import alike_questions
from letters_gen.issuing.appendix_sheets import with_sheets_counted
from letters_gen.issuing.batches import batch_of, older_sheets
from letters_gen.issuing.cautions import cautions, no_longer_due, weeks_letter
from letters_gen.issuing.decisions import Act, Decision, decided, refuse_differences
from letters_gen.issuing.doubts import day_questions, text_questions, week_questions
from letters_gen.issuing.drafting import shared_of_batch, wanted_letters
from letters_gen.issuing.editions import in_place_of, refuse_spared, spared
from letters_gen.issuing.form_doubts import form_questions
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.past import with_past
from letters_gen.issuing.priors import NO_PRIORS, Priors, refuse_misnamed, subject_of
from letters_gen.issuing.request import Request
from letters_gen.issuing.sparing import spared_schools
from letters_gen.issuing.standing import Standing, standing_of
from letters_gen.issuing.taken import with_taken
from letters_gen.issuing.trial import try_filling
from letters_gen.making.document import Document, issued_document, planned_document
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.making.filling import Filling, Forms, prepared_forms
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Answers, Question
from letters_gen.model.settings import DocumentType
from letters_gen.model.statement import SharedStatement
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical
from letters_gen.register.chronology import odd_day
from letters_gen.register.format_change import refuse_changed_format
from letters_gen.register.reservation import refuse_borne
from letters_gen.register.statement_form import own_json, shared_json
from letters_gen.week.questions import headless
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


def make_plan(
    ground: Ground, request: Request, register: Register, priors: Priors = NO_PRIORS
) -> Plan:
    """The plan of one run; nothing is written and no number taken.

    Raises:
        InputError: the sheet must be mended; `basis-missing`; an unknown signatory or school; a
            template that can't be filled; `issued-differently` where a document is issued and what
            it states is now different.
    """
    batch = batch_of(ground, request, subject_of(request, priors))
    forms = prepared_forms(ground.workspace, ground.settings, [batch.type])
    batch = with_taken(with_past(batch, forms, register), forms, register)
    batch = replace(batch, head_cases=named_cases(forms.names))
    refuse_misnamed(forms.names, batch, priors)
    directory = ground.workspace.directory.name
    spared = spared_schools(register, batch.type, request.signed_on, batch.matter.subject)
    plan = Plan(
        ground=ground,
        request=request,
        batch=batch,
        forms=forms,
        shared=shared_of_batch(batch, forms, ground.survey),
        wanted=tuple(wanted_letters(batch, ground.rows, request, directory, priors, spared)),
        decisions=(),
        first=0,
        older=tuple(older_sheets(ground, batch.type, register)),
    )
    plan = with_sheets_counted(as_registered(plan, register))
    written = [one.letter for one in plan.decisions if one.is_written and one.letter]
    schools = [letter.school for letter in written if letter.school]
    warnings = (
        *ground.warnings,
        *headless(ground.workspace, schools),
        *_cautions(plan, register),
    )
    try_filling(Filling(batch, forms), _to_be_written(plan))
    return replace(
        plan,
        warnings=warnings,
        questions=(
            *ground.questions,
            *plan.doubts,
            *chain.from_iterable(one.questions for one in written),
            *(form_questions(batch, forms, _to_be_written(plan)) if written else ()),
        ),
    )


def _to_be_written(plan: Plan) -> Iterator[tuple[Letter, Document]]:
    for decision, number in plan.numbered():
        if decision.is_written and decision.letter:
            yield decision.letter, plan.document(decision, number)


def as_registered(plan: Plan, register: Register) -> Plan:
    """The plan as the register stands now.

    Raises:
        InputError: `issued-differently`; `entry-sent`, `entry-signed`, `entry-edited`.
    """
    request, wanted = plan.request, plan.wanted
    standing = standing_of(plan.batch, wanted, plan.ground, request, register)
    narrowed = bool(request.only or request.leaving_out)
    workspace = plan.workspace.known_identity() if register.is_shared else None
    decisions = decided(wanted, standing.latest, plan.shared, request.remake, workspace, narrowed)
    stranded = [] if narrowed else standing.stranded(wanted, decisions)
    decisions = in_place_of(spared(decisions, register), standing.entries)
    refuse_differences(decisions, plan.shared, plan.ground)
    refuse_spared(decisions)
    first = register.next_seq(plan.type.series, request.signed_on.year)
    plan = replace(plan, decisions=tuple(decisions), first=first, stranded=tuple(stranded))
    return replace(plan, doubts=tuple(_doubts(plan, standing, register)))


def _doubts(plan: Plan, standing: Standing, register: Register) -> list[Question]:
    """What isn't certain about the run itself and hasn't been answered; nothing of one that takes
    no numbers.
    """
    if not plan.takes_numbers:
        return []
    doubts = (
        *alike_questions(standing.alike, standing.unknown),
        *week_questions(plan.ground, plan.batch, plan.shared, register),
        *day_questions(plan.batch, plan.request, register),
        *text_questions(plan.ground, plan.batch),
    )
    given = plan.answers
    return [one for one in doubts if one.id not in given]


def _cautions(plan: Plan, register: Register) -> list[Oddity]:
    found = [*cautions(plan.decisions, plan.request, plan.shared), *no_longer_due(plan.stranded)]
    if any(one.is_written for one in plan.decisions):
        found += weeks_letter(register, plan.batch, plan.shared)
    if plan.takes_numbers:
        series, day = plan.type.series, plan.request.signed_on
        register.refuse_beginning_anew(plan.workspace.known_identity())
        borne = numbers_of_files(plan.workspace.year(day.year), series)
        refuse_borne(series, plan.first, borne)
        refuse_changed_format(register, series, day.year)
        found += odd_day(register, series, day)
    return found


def counted(plan: Plan, *acts: Act) -> int:
    """With how many documents one of `acts` is done."""
    return sum(decision.act in acts for decision in plan.decisions)
