"""One flow for every door: a request → questions or a plan → an outcome.

A door shows and asks; what it asks about, and what is then done, is decided here.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NoReturn

from letters_gen.errors import CommandLineError, LettersError, together
from letters_gen.issuing.ground import subject_ground, week_ground
from letters_gen.issuing.plan import Plan
from letters_gen.issuing.planning import make_plan
from letters_gen.issuing.priors import priors_of, subject_of, withdraws
from letters_gen.issuing.request import Request
from letters_gen.making.basis_in_text import basis_in_text
from letters_gen.making.filling import prepared_forms
from letters_gen.model.basis import BasisAnswers
from letters_gen.model.entry import Recognition, Stamp
from letters_gen.model.question import EntryAnswer, Question, ThisRun
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.office.toml_text import table_heading
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.happenings import Recognised
from letters_gen.week.basis import (
    keep_basis_answers,
    known_basis,
    last_author,
    missing_basis,
    standing_basis,
)
from letters_gen.week.questions import keep_answer
from letters_gen.week.survey import Asked, Survey, survey


@dataclass(frozen=True)
class Office:
    """Where documents are issued: a clerk's folder, its settings, its register; when and by
    whom.
    """

    workspace: Workspace
    settings: Settings
    register: Register
    stamp: Stamp


@dataclass(frozen=True)
class Unanswered:
    """There is no plan before the sheet's questions are answered."""

    found: Survey | Asked

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the sheet leaves open."""
        return self.found.questions

    def refuse(self) -> NoReturn:
        """Raises InputError: nobody has answered."""
        raise together([question.fault for question in self.questions if question.is_open])


@dataclass(frozen=True)
class Unfounded:
    """There is no plan before the covering letter of the sheet is known.

    Attributes:
        known: as much of it as is.
        type: of the documents that would rest on it.
    """

    survey: Survey
    known: BasisAnswers
    type: DocumentType

    @property
    def words(self) -> str:
        """How documents would name it (see `basis_in_text`), '' before all of it is known."""
        found, basis = self.survey, self.known.whole
        return basis_in_text(found.workspace, found.settings, self.type, basis) if basis else ""

    @property
    def is_offer(self) -> bool:
        """Whether all of it was told before, and nothing issued by it."""
        return self.known.whole is not None

    @property
    def last_author(self) -> str:
        """Who sent the letter of the latest week that has one, '' where none does."""
        return last_author(self.survey)

    def refuse(self) -> NoReturn:
        """Raises InputError `basis-missing`: nobody has told."""
        raise missing_basis(self.survey, self.known)


def considered(office: Office, request: Request) -> Plan | Unanswered | Unfounded:
    """What `request` comes to: the plan, or what must be told before there can be one.

    Raises:
        CommandLineError: `subject-missing`, `prior-unnamed`, `subject-with-sheet`,
            `sheet-unasked`: a type without a sheet takes a subject, and no file; others the
            reverse.
        InputError: see `survey` and `make_plan`.
    """
    kind = office.settings.document_type(request.type)
    _refuse_misfits(office, request, kind)
    if not kind.sheet:
        ground = subject_ground(office.workspace, office.settings)
        priors = priors_of(office.register, office.settings, kind, request, ground.rows)
        subject = subject_of(request, priors)
        known = standing_basis(office.register, kind, subject, request.basis)
        return make_plan(ground, replace(request, basis=known), office.register, priors)
    found = _surveyed(office, request)
    if isinstance(found, Asked) or any(question.is_open for question in found.questions):
        return Unanswered(found)
    known = known_basis(found, kind, request.basis, office.register)
    if known.whole is None or (found.basis_is_offer and request.basis.whole is None):
        return Unfounded(found, known, kind)
    ground = week_ground(found)
    priors = priors_of(office.register, office.settings, kind, request, ground.rows)
    return make_plan(ground, replace(request, basis=known), office.register, priors)


def _surveyed(office: Office, request: Request) -> Survey | Asked:
    """The request's sheet as it is understood; raises as `survey`."""
    return survey(
        office.workspace,
        office.settings,
        office.register,
        request.file,
        request.period,
        request.answers,
    )


def _refuse_misfits(office: Office, request: Request, kind: DocumentType) -> None:
    if kind.sheet:
        if request.subject:
            heading = table_heading("types", request.type)
            raise CommandLineError("subject-with-sheet", type=request.type, heading=heading)
        return
    if not (request.subject or request.names_priors or kind.schools == "overdue"):
        names = prepared_forms(office.workspace, office.settings, [kind]).names
        code = "prior-unnamed" if withdraws(kind, names) else "subject-missing"
        raise CommandLineError(code, type=request.type)
    if request.file or request.period:
        raise CommandLineError("sheet-unasked", type=request.type)


def answered(
    office: Office, request: Request, found: Plan | Unanswered, question: Question, answer: str
) -> Request:
    """Keep the clerk's answer where it belongs; the request to consider with it.

    Raises:
        InputError: the answer can't be kept (see `questions.keep_answer`).
    """
    if isinstance(question.kept_in, ThisRun):
        return replace(request, answers={**request.answers, question.id: answer})
    if isinstance(question.kept_in, EntryAnswer):
        _keep_recognition(office, question, question.kept_in, answer)
        return replace(request)
    sheet = found.found if isinstance(found, Unanswered) else found.ground.survey
    told = keep_answer(office.workspace, sheet, question, answer)
    return replace(request, answers={**request.answers, **told})


def _keep_recognition(office: Office, question: Question, kept: EntryAnswer, answer: str) -> None:
    """Record in the register which line is the document that was asked about: one of them, or
    none.
    """
    key = kept.about
    lines = dict(zip(question.choices, kept.lines, strict=False))
    chosen = [lines[answer]] if answer in lines else list(kept.lines)
    said = Recognition(key.type, key.subject, key.school, answer in lines)
    with office.register.writing(office.stamp) as writer:
        writer.happen_to(dict.fromkeys(chosen, Recognised(said)))


def declined(plan: Plan) -> None:
    """Keep what the clerk has answered though nothing is issued: the next run offers it."""
    survey = plan.ground.survey
    if survey and survey.basis.whole is None and plan.request.basis.whole:
        keep_basis_answers(survey, plan.request.basis)
    told = plan.request.answers or plan.request.basis.whole
    if survey and told and not survey.kept_at.is_file():
        plan.ground.keep(plan.batch.matter, is_offer=True)


def refused(office: Office, request: Request) -> None:
    """Keep what was told of the covering letter with a request that was then refused: the next run
    offers it. Of a sheet that itself can't be read nothing is kept.
    """
    if not (request.basis.whole and office.settings.document_type(request.type).sheet):
        return
    with suppress(LettersError):
        found = _surveyed(office, request)
        if isinstance(found, Survey) and found.basis.whole is None:
            keep_basis_answers(found, request.basis)


def founded(request: Request, found: Unfounded, basis: BasisAnswers) -> Request:
    """Keep what the clerk has told of the covering letter; the request to consider with it."""
    keep_basis_answers(found.survey, basis)
    return replace(request, basis=basis)
