"""A run of an issuing command: plan, show, ask, issue, and what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask, say_waiting
from letters_gen.cli.covering import check_basis, enter_basis
from letters_gen.cli.plan_screen import show_next, show_outcome, show_plan
from letters_gen.cli.planning import settled_plan
from letters_gen.cli.previewing import preview_shown
from letters_gen.cli.printed import (
    NOTHING_PRINTED,
    Printed,
    cover_of,
    printed_files,
    tell_outdated,
)
from letters_gen.cli.progress import progress_shown
from letters_gen.cli.rendered import exit_status_of, office_of_pdf, rendered_files
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.errors import CommandLineError, InputError, UnavailableError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.delivery.pdf_files import Rendering
    from letters_gen.delivery.print_pdf import Press
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
        to_preview: whether they are laid out to be looked at, before they are agreed to.
        to_print: whether they are also put into files to print; `to_pdf`: whether their PDFs are
            made; `duplex`: whether these are to be printed on both sides.
        every: whether the plan lists every document.
        basis_received: when the covering letter came in that is to be entered; None for none.
    """

    dry_run: bool
    yes: bool
    as_json: bool
    workers: Workers
    to_preview: bool
    to_print: bool
    to_pdf: bool
    duplex: bool
    every: bool
    basis_received: date | None


@dataclass(frozen=True)
class Tools:
    """What an outcome is followed by needs, looked at before a number is taken: the cover of the
    files to print, LibreOffice's program; none where it isn't asked for.
    """

    cover: CompiledTemplate | None
    program: str

    def press(self, duplex: bool) -> Press | None:
        """What a PDF to print is made with, where one is asked for."""
        from letters_gen.delivery.print_pdf import Press

        return Press(self.cover, self.program, duplex) if self.cover and self.program else None


@dataclass(frozen=True)
class Followed:
    """What an outcome was followed by: the PDFs, the files to print."""

    rendering: Rendering | None = None
    printed: Printed = NOTHING_PRINTED

    @property
    def exit_status(self) -> int:
        """That of a PDF that couldn't be made, or of a document that couldn't be printed."""
        return exit_status_of(self.rendering) or self.printed.exit_status


def carry_out(session: Session, request: Request, how: How) -> int:
    """Carry out `request`; the exit status."""
    from letters_gen.cli.json_output import issuing_json, print_json
    from letters_gen.issuing.flow import refused
    from letters_gen.issuing.issue import as_recorded

    try:
        plan, tools, outcome = _issued(session, request, how)
    except (InputError, UnavailableError):
        if not how.dry_run:
            refused(session.office, request)
        raise
    show_outcome(plan, outcome, how.dry_run, aside=how.as_json)
    after = Followed() if how.dry_run else _followed(session, plan, how, tools)
    if after.rendering:
        outcome = replace(outcome, documents=as_recorded(plan, session.register).documents)
    if how.as_json:
        print_json(issuing_json(plan, outcome, after.printed.files, after.printed.lost_numbers))
    else:
        show_next(plan, outcome, after.printed.files)
    return after.exit_status


def _issued(session: Session, request: Request, how: How) -> tuple[Plan, Tools, Outcome]:
    """The plan that was shown, agreed to and carried out, and what that came to."""
    from letters_gen.issuing.issue import planned
    from letters_gen.week.questions import refuse_open_questions

    outcome = None
    while outcome is None:
        plan = settled_plan(session, request, how.yes, how.dry_run)
        request = plan.request
        show_plan(plan, session.quiet, how.as_json, how.every, how.to_print)
        refuse_open_questions(plan.questions)
        check_basis(session, plan, how.basis_received)
        tools = _tools(session, how)
        if how.to_preview and not plan.is_done:
            preview_shown(session, plan, how.workers.jobs, how.as_json)
        if how.dry_run or (plan.is_done and not plan.found_inns):
            outcome = planned(plan)
        else:
            _confirm(plan, how.yes or plan.is_done)
            outcome = _carried_out(session, plan, how)
    return plan, tools, outcome


def _tools(session: Session, how: How) -> Tools:
    cover = cover_of(session.office) if how.to_print else None
    return Tools(cover, office_of_pdf() if how.to_pdf else "")


def _followed(session: Session, plan: Plan, how: How, tools: Tools) -> Followed:
    """What an outcome is followed by: the covering letter entered, PDFs made, files to print
    written.
    """
    from letters_gen.issuing.issue import entries_of

    if how.basis_received:
        enter_basis(session, plan, how.basis_received)
    rendering = None
    if tools.program:
        entries = entries_of(plan, session.register)
        jobs = how.workers.jobs
        rendering = rendered_files(session, entries, tools.program, jobs, how.as_json)
    printed = NOTHING_PRINTED
    if tools.cover:
        press = tools.press(how.duplex)
        printed = printed_files(session.office, plan, tools.cover, press, how.as_json)
    tell_outdated(session.office, plan, printed, how.as_json)
    return Followed(rendering, printed)


def _carried_out(session: Session, plan: Plan, how: How) -> Outcome | None:
    """What the run did; None, told, where other documents or numbers than those agreed to would
    now be issued.
    """
    from letters_gen.issuing.issue import Watch, issue

    agreed = None if how.yes else plan.fingerprint
    with progress_shown(session.quiet) as progress:
        watch = Watch(say_waiting, progress)
        outcome = issue(plan, session.register, session.stamp(), watch, how.workers, agreed)
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
