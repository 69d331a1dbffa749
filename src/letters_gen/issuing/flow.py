"""One flow for every door: a request → what is missing, or a plan → an outcome.

A door shows and asks; what it asks about, and what is then done, is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from letters_gen.errors import CommandLineError
from letters_gen.issuing.ground import subject_ground, week_ground
from letters_gen.issuing.plan import Plan, make_plan
from letters_gen.issuing.request import Request
from letters_gen.model.basis import BasisAnswers
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.week.basis import known_basis, standing_basis
from letters_gen.week.survey import Survey, survey


@dataclass(frozen=True)
class Office:
    """Where documents are issued: a clerk's folder, its settings, its register."""

    workspace: Workspace
    settings: Settings
    register: Register


@dataclass(frozen=True)
class Unknown:
    """A plan that can't be made yet: the covering letter of the sheet isn't known.

    Attributes:
        known: as much of it as is.
    """

    survey: Survey
    known: BasisAnswers


def considered(office: Office, request: Request) -> Plan | Unknown:
    """What `request` comes to: the plan, or what must be told before there can be one.

    Raises:
        CommandLineError: `subject-missing`, `subject-with-sheet`, `sheet-unasked`: a type without a
            sheet takes a subject, and no file; others the reverse.
        InputError: see `survey` and `make_plan`.
    """
    kind = office.settings.document_type(request.type)
    _refuse_misfits(request, kind.sheet)
    if not kind.sheet:
        ground = subject_ground(office.workspace, office.settings)
        known = standing_basis(office.register, kind, request.subject, request.basis)
        return make_plan(ground, replace(request, basis=known), office.register)
    surveyed = survey(
        office.workspace, office.settings, office.register, request.file, request.period
    )
    known = known_basis(surveyed, kind, request.basis, office.register)
    if known.whole is None:
        return Unknown(surveyed, known)
    return make_plan(week_ground(surveyed), replace(request, basis=known), office.register)


def _refuse_misfits(request: Request, sheet: bool) -> None:
    if sheet and request.subject:
        raise CommandLineError("subject-with-sheet", type=request.type)
    if not sheet and not request.subject:
        raise CommandLineError("subject-missing", type=request.type)
    if not sheet and (request.file or request.period):
        raise CommandLineError("sheet-unasked", type=request.type)
