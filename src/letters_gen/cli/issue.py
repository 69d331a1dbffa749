"""issue, weekly, notices, order: plan, show, ask, issue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from letters_gen.cli.asking import ask_questions, ask_yes, can_ask, say_waiting
from letters_gen.cli.asking_basis import ask_basis, say_offer_taken
from letters_gen.cli.covering import check_basis, enter_basis
from letters_gen.cli.named_documents import changed_documents, named_documents
from letters_gen.cli.options import issuing_options, sheet_argument
from letters_gen.cli.plan_screen import show_next, show_outcome, show_plan
from letters_gen.cli.printed import NOTHING_PRINTED, Printed, cover_of, printed_files, tell_outdated
from letters_gen.cli.progress import progress_shown
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Unanswered, Unfounded
    from letters_gen.issuing.issue import Outcome
    from letters_gen.issuing.plan import Plan
    from letters_gen.issuing.request import Request
    from letters_gen.making.workers import Workers
    from letters_gen.templating import CompiledTemplate


@dataclass(frozen=True)
class How:
    """How a command goes about it.

    Attributes:
        workers: who makes the documents.
        to_print: whether they are also put into files to print.
        every: whether the plan lists every document.
        basis_received: when the covering letter came in that is to be entered; None for none.
    """

    dry_run: bool
    yes: bool
    as_json: bool
    workers: Workers
    to_print: bool
    every: bool
    basis_received: date | None


@click.command(
    help=_(
        "Issue a document of any type. TYPE is a table of [types], FILE the monitoring sheet, "
        "the latest without it."
    )
)
@click.argument("type_key", metavar="TYPE")
@sheet_argument
@issuing_options
@click.pass_obj
def issue(session: Session, /, type_key: str, **asked: Any) -> int:
    return _run(session, *_request(session, type_key, **asked))


@click.command(
    help=_(
        "Issue the weekly letter and its appendices. FILE is the monitoring sheet, the latest "
        "without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def weekly(session: Session, /, **asked: Any) -> int:
    return _run(session, *_request(session, "weekly", **asked))


@click.command(
    help=_(
        "Issue a notice to each school that falls short. FILE is the monitoring sheet, the "
        "latest without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def notices(session: Session, /, **asked: Any) -> int:
    return _run(session, *_request(session, "notice", **asked))


@click.command(
    help=_(
        "Issue the order and the sheets that go with it. FILE is the monitoring sheet, the latest "
        "without it."
    )
)
@sheet_argument
@issuing_options
@click.pass_obj
def order(session: Session, /, **asked: Any) -> int:
    return _run(session, *_request(session, "order", **asked))


def _request(
    session: Session,
    type_key: str,
    basis_author: str | None,
    basis_number: str | None,
    basis_date: date | None,
    basis_due: date | None,
    basis_received: date | None,
    correct: str | None,
    new_edition: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    jobs: int | None,
    cluster: str,
    to_print: bool,
    every: bool,
    subject: str,
    ends: tuple[str, ...],
    changes: tuple[str, ...],
    **asked: Any,
) -> tuple[Request, How]:
    from letters_gen.issuing.request import Remake, Request
    from letters_gen.making.workers import Workers
    from letters_gen.model.basis import told_basis

    if correct is not None and new_edition is not None:
        raise click.UsageError(_("Give either --correct or --new-edition."))
    because = correct if correct is not None else new_edition
    if because is not None and not because.strip():
        raise click.UsageError(_("Give a reason: it stands in the register."))
    request = Request(
        type=type_key,
        subject=" ".join(subject.split()),
        ends=named_documents(session, ends),
        changes=changed_documents(session, changes),
        today=session.today,
        basis=told_basis(basis_author, basis_number, basis_date, basis_due),
        remake=Remake(new_edition is not None, because.strip()) if because else None,
        **asked,
    )
    return request, How(
        dry_run, yes, as_json, Workers(jobs, cluster), to_print, every, basis_received
    )


def _run(session: Session, request: Request, how: How) -> int:
    from letters_gen.cli.json_output import issuing_json, print_json
    from letters_gen.issuing.issue import planned
    from letters_gen.week.questions import refuse_open_questions

    outcome, cover = None, None
    while outcome is None:
        plan = _plan(session, request, how)
        request = plan.request
        show_plan(plan, session.quiet, how.as_json, how.every, how.to_print)
        refuse_open_questions(plan.questions)
        check_basis(session, plan, how.basis_received)
        cover = cover_of(session.office) if how.to_print else None
        if how.dry_run or (plan.is_done and not plan.found_inns):
            outcome = planned(plan)
        else:
            _confirm(plan, how.yes or plan.is_done)
            outcome = _carried_out(session, plan, how)
    show_outcome(plan, outcome, how.dry_run, aside=how.as_json)
    printed = NOTHING_PRINTED if how.dry_run else _followed(session, plan, how, cover)
    if how.as_json:
        print_json(issuing_json(plan, outcome, printed.files, printed.lost_numbers))
    else:
        show_next(plan, outcome, printed.files)
    return printed.exit_status


def _followed(session: Session, plan: Plan, how: How, cover: CompiledTemplate | None) -> Printed:
    """What an outcome is followed by: the covering letter entered, files to print written, and
    those told that hold what is no more.
    """
    if how.basis_received:
        enter_basis(session, plan, how.basis_received)
    printed = NOTHING_PRINTED
    if cover:
        printed = printed_files(session.office, plan, cover, how.as_json)
    tell_outdated(session.office, plan, printed, how.as_json)
    return printed


def _plan(session: Session, request: Request, how: How) -> Plan:
    """The plan, once what isn't known or certain has been asked for where somebody can be asked.

    Raises:
        InputError: something that nothing can be assumed for is left open.
    """
    from letters_gen.issuing.flow import Unanswered, Unfounded, considered

    asks = can_ask() and not (how.yes or how.dry_run)
    while True:
        found = considered(session.office, request)
        if isinstance(found, Unfounded):
            request = _founded(request, found, how)
            continue
        before = request
        if asks:
            request, asks = _answered(session, request, found)
        if request is not before:
            continue
        if isinstance(found, Unanswered):
            found.refuse()
        return found


def _founded(request: Request, found: Unfounded, how: How) -> Request:
    """The request with the covering letter: asked for, or, where it was offered and nobody is
    asked, taken. Raises InputError `basis-missing`.
    """
    from letters_gen.issuing.flow import founded

    if can_ask() and not (how.yes and found.is_offer) and not how.dry_run:
        return founded(request, found, ask_basis(found))
    if not found.is_offer:
        found.refuse()
    say_offer_taken(found)
    return replace(request, basis=found.known)


def _answered(session: Session, request: Request, found: Plan | Unanswered) -> tuple[Request, bool]:
    """The request with the clerk's answers kept; and whether all was answered: what was left with a
    dash isn't asked about again.
    """
    from letters_gen.issuing.flow import answered

    office, given = session.office, 0
    for question, answer in ask_questions(found.questions):
        request = answered(office, request, found, question, answer)
        given += 1
    session.reread_settings()
    return request, given == len(found.questions)


def _carried_out(session: Session, plan: Plan, how: How) -> Outcome | None:
    """What the run did; None, told, where other documents or numbers than those agreed to would
    now be issued.
    """
    from letters_gen.issuing.issue import Watch
    from letters_gen.issuing.issue import issue as carry_out

    agreed = None if how.yes else plan.fingerprint
    with progress_shown(session.quiet) as progress:
        watch = Watch(say_waiting, progress)
        outcome = carry_out(plan, session.register, session.stamp(), watch, how.workers, agreed)
    if outcome is None:
        told = _("The register has changed meanwhile. Nothing was issued; now it would be:")
        say(told, aside=True)
    return outcome


def _confirm(plan: Plan, yes: bool) -> None:
    """The question before a number is taken.

    Raises:
        CommandLineError: `needs-yes`: neither --yes nor somebody to ask.
        click.Abort: the answer was no.
    """
    if yes:
        return
    if not can_ask():
        raise CommandLineError("needs-yes")
    from letters_gen.issuing.flow import declined
    from letters_gen.wording.plans import question

    if not ask_yes(question(plan)):
        declined(plan)
        say(_("Nothing was issued."), aside=True)
        raise click.exceptions.Exit(0)
