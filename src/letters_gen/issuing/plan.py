"""What would be issued: a value that is shown before a number is taken, and that `issue` carries
out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from letters_gen.documents.averages import district_averages
from letters_gen.documents.letter import Letter, common_fields
from letters_gen.errors import InputError, Place
from letters_gen.issuing.cautions import cautions, week_without_letter
from letters_gen.issuing.decisions import Act, Decision, decided, refuse_differences
from letters_gen.issuing.drafting import batch_values, wanted_letters
from letters_gen.issuing.request import Request
from letters_gen.making.document import Document, issued_document, planned_document
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.making.filling import Filling, Forms, prepared_forms
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question
from letters_gen.model.settings import DocumentType, Settings, Signatory
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical
from letters_gen.register.chronology import odd_day
from letters_gen.register.writer import refuse_borne
from letters_gen.week.basis import whole_basis
from letters_gen.week.questions import headless, refuse_open_questions
from letters_gen.week.sheets import Sheet, kept_sheets
from letters_gen.week.survey import Survey

_TRIED = 100


@dataclass(frozen=True)
class Plan:
    """What one run would issue.

    Attributes:
        letter: what its documents say; about one school each where the type is for schools.
        forms: what they are filled into.
        shared: what the register keeps once for the batch.
        wanted: the letters that are to exist; `decisions`: what is done with each as the register
            stands.
        first: the running number that the first new document would get.
        warnings: what the clerk should know before saying yes.
        doubts: what isn't certain about the documents that would be written, with what is assumed.
        older: sheets of earlier weeks that were never issued.
    """

    survey: Survey
    request: Request
    letter: Letter
    forms: Forms
    shared: Mapping[str, Any]
    wanted: tuple[Letter, ...]
    decisions: tuple[Decision, ...]
    first: int
    warnings: tuple[Oddity, ...] = ()
    doubts: tuple[Question, ...] = ()
    older: tuple[Sheet, ...] = ()

    @property
    def type(self) -> DocumentType:
        """The document type."""
        return self.letter.type

    @property
    def day(self) -> date:
        """The day of signing: of new documents, else of those that stand."""
        standing = next(
            (one.standing for one in self.decisions if one.standing and not one.takes_number), None
        )
        if standing is None or any(one.takes_number for one in self.decisions):
            return self.request.signed_on
        return standing.date

    @property
    def is_done(self) -> bool:
        """Whether everything is issued already and nothing is left to do."""
        return all(decision.is_done for decision in self.decisions)

    @property
    def years(self) -> set[int]:
        """The years in whose folders the documents lie."""
        standing = {one.standing.date.year for one in self.decisions if one.standing}
        return standing | (
            {self.request.signed_on.year}
            if any(one.takes_number for one in self.decisions)
            else set()
        )

    def numbered(self) -> Iterator[tuple[Decision, str]]:
        """Every decision with the number that its document has, or would get."""
        seq = self.first
        for decision in self.decisions:
            standing = decision.standing
            taken = decision.takes_number or standing is None
            yield (
                decision,
                self.type.series.number(seq) if taken or standing is None else standing.number,
            )
            seq += decision.takes_number

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
        return planned_document(self.survey.workspace, decision.letter, number, day)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the plan would state: equal plans issue equal documents."""
        said = hashlib.sha256(
            canonical({"shared": self.shared, "date": self.day.isoformat()}).encode()
        )
        for decision, number in self.numbered():
            values = decision.draft(self.request.signed_on).values if decision.letter else {}
            said.update(canonical({"number": number, "values": values}).encode())
        return said.hexdigest()


def make_plan(survey: Survey, request: Request, register: Register) -> Plan:
    """The plan of one run; nothing is written and no number taken.

    Raises:
        InputError: the sheet must be mended; `basis-missing`; an unknown type, signatory or school;
            a template that can't be filled; `issued-differently` where a document is issued and
            what it states is now different.
    """
    refuse_open_questions(survey.questions)
    kind = survey.settings.document_type(request.type)
    letter = _letter(survey, kind, request)
    forms = prepared_forms(survey.workspace, survey.settings, [kind])
    plan = Plan(
        survey=survey,
        request=request,
        letter=letter,
        forms=forms,
        shared=batch_values(survey, letter, forms),
        wanted=tuple(
            wanted_letters(
                letter, request.only, request.leaving_out, survey.workspace.directory.name
            )
        ),
        decisions=(),
        first=0,
        older=tuple(_older(survey, register, kind)),
    )
    plan = as_registered(plan, register)
    written = [one.letter for one in plan.decisions if one.is_written and one.letter]
    return replace(
        plan,
        warnings=(
            *survey.oddities,
            *headless(survey.workspace, [letter.row.school for letter in written if letter.row]),
            *_cautions(plan, register),
            *_tried(plan),
        ),
        doubts=tuple(doubt for letter in written for doubt in letter.doubts),
    )


def as_registered(plan: Plan, register: Register) -> Plan:
    """The plan as the register stands now.

    Raises:
        InputError: `issued-differently`, `entry-sent`.
    """
    request, survey = plan.request, plan.survey
    decisions = decided(
        plan.wanted,
        register.batch(plan.type.key, survey.monitoring.period.subject),
        plan.shared,
        request.remake,
        survey.workspace.known_identity() if register.is_shared else None,
        narrowed=bool(request.only or request.leaving_out),
    )
    refuse_differences(decisions, plan.shared, survey.settings, survey.sheet.name)
    first = register.next_seq(plan.type.series, request.signed_on.year)
    return replace(plan, decisions=tuple(decisions), first=first)


def _cautions(plan: Plan, register: Register) -> list[Oddity]:
    found = list(cautions(plan.decisions, plan.request, plan.shared, plan.survey.monitoring.period))
    if any(decision.takes_number for decision in plan.decisions):
        survey = plan.survey
        folder = survey.workspace.year(plan.request.signed_on.year)
        refuse_borne(plan.type.series, plan.first, numbers_of_files(folder, plan.type.series))
        found += week_without_letter(register, survey.settings, plan.type, survey.monitoring.period)
        found += odd_day(register, plan.type.series, plan.request.signed_on)
    return found


def _tried(plan: Plan) -> list[Oddity]:
    """Fill documents before a number is taken (of many the first); what had to be dropped from the
    values is told.
    """
    dropped: list[str] = []
    filling = Filling(plan.letter, common_fields(plan.letter), plan.forms)
    written = ((one, number) for one, number in plan.numbered() if one.is_written)
    for decision, number in islice(written, _TRIED):
        assert decision.letter is not None
        for _ in filling.files(decision.letter, plan.document(decision, number), dropped):
            pass
    return [
        Oddity("characters-dropped", Place(), {"found": text}) for text in dict.fromkeys(dropped)
    ]


def _letter(survey: Survey, kind: DocumentType, request: Request) -> Letter:
    return Letter(
        settings=survey.settings,
        type=kind,
        basis=whole_basis(survey, request.basis),
        monitoring=survey.monitoring,
        findings=survey.findings,
        figures=survey.figures,
        averages=district_averages(survey.monitoring, survey.settings),
        signatory=_signatory(survey.settings, request),
        executor=next(iter(survey.settings.executors.values())),
        addressee=kind.addressee,
    )


def _signatory(settings: Settings, request: Request) -> Signatory:
    if request.signatory is None:
        return next(iter(settings.signatories.values()))
    if request.signatory not in settings.signatories:
        raise InputError(
            "unknown-signatory", found=request.signatory, accepted=list(settings.signatories)
        )
    return settings.signatories[request.signatory]


def _older(survey: Survey, register: Register, kind: DocumentType) -> list[Sheet]:
    issued = {
        entry.key.subject.partition("/")[2]
        for entry in register.of_type(kind.key)
        if entry.is_issued
    }
    current = survey.monitoring.period.end
    sheets = kept_sheets(survey.workspace, survey.settings)
    return [
        sheet for sheet in sheets if sheet.end < current and sheet.end.isoformat() not in issued
    ]


def counted(plan: Plan, *acts: Act) -> int:
    """With how many documents one of `acts` is done."""
    return sum(decision.act in acts for decision in plan.decisions)
