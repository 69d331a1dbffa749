"""The making of a plan: what is wanted, held against what the register has, and what the clerk
should know before saying yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from letters_gen.documents.head import named_cases
from letters_gen.documents.letter import Letter
from letters_gen.issuing.alike import alike_questions
from letters_gen.issuing.appendix_sheets import with_sheets_counted
from letters_gen.issuing.batches import batch_of, older_sheets
from letters_gen.issuing.cautions import cautions, no_longer_due, weeks_letter
from letters_gen.issuing.decisions import decided, refuse_differences
from letters_gen.issuing.doubts import (
    addressee_questions,
    basis_questions,
    day_questions,
    text_questions,
    week_questions,
)
from letters_gen.issuing.drafting import shared_of_batch, wanted_letters
from letters_gen.issuing.editions import in_place_of, refuse_spared, spared
from letters_gen.issuing.form_doubts import form_questions
from letters_gen.issuing.ground import Ground
from letters_gen.issuing.past import with_past
from letters_gen.issuing.plan import Plan
from letters_gen.issuing.priors import NO_PRIORS, Priors, refuse_misnamed, subject_of
from letters_gen.issuing.request import Request
from letters_gen.issuing.sparing import spared_schools
from letters_gen.issuing.standing import Standing, standing_of
from letters_gen.issuing.taken import with_taken
from letters_gen.issuing.trial import try_filling
from letters_gen.making.document import Document
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.making.filling import Filling, prepared_forms
from letters_gen.model.oddity import Oddity
from letters_gen.model.question import Question
from letters_gen.register.book import Register
from letters_gen.register.chronology import odd_day
from letters_gen.register.format_change import refuse_changed_format
from letters_gen.register.reservation import refuse_borne
from letters_gen.week.questions import headless


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
        *addressee_questions(plan.batch, plan.request),
        *basis_questions(plan.batch, plan.request),
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
