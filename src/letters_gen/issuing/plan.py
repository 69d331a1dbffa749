"""What would be issued: a value that is shown before a number is taken, and that `issue` carries out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from letters_gen.documents.letter import Letter
from letters_gen.errors import InputError, Place
from letters_gen.issuing.cautions import cautions, odd_day
from letters_gen.issuing.decisions import Act, Decision, decided, refuse_differences
from letters_gen.issuing.document import Document, issued_document, planned_document
from letters_gen.issuing.drafting import Wanted, batch_values, wanted_letters
from letters_gen.issuing.filling import Filling, Forms, prepared_forms
from letters_gen.issuing.request import BasisAnswers, Request
from letters_gen.issuing.sheets import Sheet, kept_sheets
from letters_gen.issuing.survey import Survey
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Entry
from letters_gen.model.oddity import Oddity
from letters_gen.model.settings import DocumentType, Settings, Signatory
from letters_gen.register.book import Register
from letters_gen.register.chain import canonical

_TRIED = 100


@dataclass(frozen=True)
class Plan:
    """What one run would issue.

    Attributes:
        letter: what its documents say; about one school each where the type is for schools.
        forms: what they are filled into.
        shared: what the register keeps once for the batch.
        wanted: the letters that are to exist; `decisions`: what is done with each as the register stands.
        first: the running number that the first new document would get.
        warnings: what the clerk should know before saying yes.
        older: sheets of earlier weeks that were never issued.
    """

    survey: Survey
    request: Request
    letter: Letter
    forms: Forms
    shared: Mapping[str, Any]
    wanted: tuple[Wanted, ...]
    decisions: tuple[Decision, ...]
    first: int
    warnings: tuple[Oddity, ...] = ()
    older: tuple[Sheet, ...] = ()

    @property
    def type(self) -> DocumentType:
        """The document type."""
        return self.letter.type

    @property
    def day(self) -> date:
        """The day of signing: of new documents, else of those that stand."""
        standing = next((one.standing for one in self.decisions if one.standing and not one.takes_number), None)
        if standing is None or any(one.takes_number for one in self.decisions):
            return self.request.day or self.request.today
        return standing.date

    @property
    def is_done(self) -> bool:
        """Whether everything is issued already and nothing is left to do."""
        return all(decision.is_done for decision in self.decisions)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document of the batch: as it is (issued already), or as it would be."""
        seq, documents = self.first, []
        for decision in self.decisions:
            documents.append(self._document(decision, seq))
            seq += decision.takes_number
        return tuple(documents)

    def _document(self, decision: Decision, seq: int) -> Document:
        entry = decision.standing
        if not decision.is_written:
            assert entry is not None
            return issued_document(entry)
        assert decision.letter is not None
        if decision.takes_number or entry is None:
            number, day = self.type.series.number(seq), self.request.day or self.request.today
        else:
            number, day = entry.number, entry.date
        return planned_document(self.survey.workspace, decision.letter, number, day)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the plan would state: equal plans issue equal documents."""
        numbers = [document.number for document in self.documents]
        values = [one.draft.values for one in self.decisions if one.draft]
        said = {"shared": self.shared, "values": values, "numbers": numbers, "date": self.day.isoformat()}
        return hashlib.sha256(canonical(said).encode()).hexdigest()


def make_plan(survey: Survey, request: Request, register: Register) -> Plan:
    """The plan of one run; nothing is written and no number taken.

    Raises:
        InputError: the sheet must be mended; `basis-missing`; an unknown type, signatory or school; a template that
            can't be filled; `issued-differently` where a document is issued and what it states is now different.
    """
    _refuse_stops(survey)
    kind = document_type(survey.settings, request.type)
    letter = _letter(survey, kind, request)
    forms = prepared_forms(survey.workspace, survey.settings, [kind])
    plan = Plan(
        survey=survey,
        request=request,
        letter=letter,
        forms=forms,
        shared=batch_values(survey, letter, forms),
        wanted=tuple(wanted_letters(letter, request.only, request.leaving_out)),
        decisions=(),
        first=0,
        older=tuple(_older(survey, register, kind)),
    )
    plan = as_registered(plan, register)
    return replace(plan, warnings=(*survey.warnings, *_cautions(plan, register), *_tried(plan)))


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
    first = register.next_seq(plan.type.series, (request.day or request.today).year)
    return replace(plan, decisions=tuple(decisions), first=first)


def _cautions(plan: Plan, register: Register) -> list[Oddity]:
    found = list(cautions(plan.decisions, plan.request, plan.shared, plan.survey.monitoring.period))
    if any(decision.takes_number for decision in plan.decisions):
        found += odd_day(register, plan.type.series, plan.request.day or plan.request.today)
    return found


def _tried(plan: Plan) -> list[Oddity]:
    """Fill documents before a number is taken (of many the first); what had to be dropped from the values is told."""
    dropped: list[str] = []
    filling = Filling(plan.letter, plan.forms)
    tried = [(one, document) for one, document in zip(plan.decisions, plan.documents, strict=True) if one.is_written]
    for decision, document in tried[:_TRIED]:
        assert decision.letter is not None
        filling.files(decision.letter, document, dropped)
    return [Oddity("characters-dropped", Place(), {"found": text}) for text in dict.fromkeys(dropped)]


def document_type(settings: Settings, key: str) -> DocumentType:
    """The document type of that key; raises InputError `unknown-type`."""
    if key not in settings.types:
        raise InputError("unknown-type", found=key, accepted=list(settings.types))
    return settings.types[key]


def _refuse_stops(survey: Survey) -> None:
    faults = [InputError(odd.code, odd.place, also=(), **odd.arguments) for odd in survey.stops]
    if faults:
        faults[0].also = tuple(faults[1:])
        raise faults[0]


def _letter(survey: Survey, kind: DocumentType, request: Request) -> Letter:
    return Letter(
        settings=survey.settings,
        type=kind,
        basis=_basis(survey, request.basis),
        monitoring=survey.monitoring,
        findings=survey.findings,
        figures=survey.figures,
        signatory=_signatory(survey.settings, request),
        executor=next(iter(survey.settings.executors.values())),
    )


def known_basis(survey: Survey, request: Request, register: Register) -> BasisAnswers:
    """The covering letter as far as it is known: as given, else as the sidecar, else as a standing entry has it."""
    kind = document_type(survey.settings, request.type)
    standing: list[Entry] = register.batch(kind.key, survey.monitoring.period.subject)
    kept = standing[-1].shared["basis"] if standing else {}
    given, known = request.basis, survey.basis
    return BasisAnswers(
        author=given.author or known.author or kept.get("author"),
        number=given.number or known.number or kept.get("number"),
        date=given.date or known.date or (date.fromisoformat(kept["date"]) if kept else None),
    )


def _basis(survey: Survey, known: BasisAnswers) -> Basis:
    if not (known.author and known.number and known.date):
        raise InputError("basis-missing", Place(file=survey.place.name), missing=known.missing)
    return Basis(known.author, known.number, known.date)


def _signatory(settings: Settings, request: Request) -> Signatory:
    if request.signatory is None:
        return next(iter(settings.signatories.values()))
    if request.signatory not in settings.signatories:
        raise InputError("unknown-signatory", found=request.signatory, accepted=list(settings.signatories))
    return settings.signatories[request.signatory]


def _older(survey: Survey, register: Register, kind: DocumentType) -> list[Sheet]:
    issued = {entry.key.subject.partition("/")[2] for entry in register.of_type(kind.key) if entry.is_issued}
    current = survey.monitoring.period.end
    sheets = kept_sheets(survey.workspace, survey.settings)
    return [sheet for sheet in sheets if sheet.end < current and sheet.end.isoformat() not in issued]


def counted(plan: Plan, *acts: Act) -> int:
    """With how many documents one of `acts` is done."""
    return sum(decision.act in acts for decision in plan.decisions)
