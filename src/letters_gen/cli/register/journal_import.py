"""register import: a journal kept in Excel, shown as it was read before it is taken over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.register.acts import desk
from letters_gen.cli.register.reading import series_option
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.records.journal_import import Import, Intake


@click.command(
    "import",
    help=_(
        "Take over a journal kept in Excel: what was read is shown first, then all lines are "
        "taken over, or none. FILE is the spreadsheet."
    ),
)
@click.argument("file", type=FILE)
@series_option
@click.option("--dry-run", is_flag=True, help=_("Show what was read, and take nothing over."))
@click.option("--yes", is_flag=True, help=_("Don't ask; doubtful lines are taken as they stand."))
@json_option
@click.pass_obj
def import_(
    session: Session, file: Path, series: str | None, dry_run: bool, yes: bool, as_json: bool
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.reports import import_json, intake_json
    from letters_gen.records.journal_import import read_import, take_over

    place = desk(session)
    intake = read_import(place, file, series)
    _show(intake, aside=as_json)
    if dry_run:
        if as_json:
            print_json(intake_json(intake))
        return
    if intake.new and not yes:
        _confirm(intake)
    done = take_over(place, intake)
    if as_json:
        print_json(import_json(done))
    else:
        _show_done(done)


def _show(intake: Intake, aside: bool) -> None:
    from letters_gen.wording.intakes import intake_lines
    from letters_gen.wording.sentences import told_oddity

    for line in intake_lines(intake):
        say(line, aside=aside)
    for oddity in (*intake.paper.oddities, *intake.doubtful):
        say_told(told_oddity(oddity), "!", aside=aside)


def _confirm(intake: Intake) -> None:
    """The questions before anything is entered.

    Raises:
        CommandLineError: `needs-yes`: neither --yes nor somebody to ask.
    """
    from letters_gen.wording.intakes import doubt_question, intake_question

    if not can_ask():
        raise CommandLineError("import-needs-yes")
    questions = [*map(doubt_question, intake.doubtful), intake_question(intake)]
    if not all(map(ask_yes, questions)):
        say(_("Nothing was taken over."), aside=True)
        raise click.exceptions.Exit(0)


def _show_done(done: Import) -> None:
    from letters_gen.wording.sentences import told_oddity

    for note in done.notes:
        if note.code in ("journal-gap", "journal-twin", "journal-tails"):
            say_told(told_oddity(note), "!")
    say(_("Lines taken over: {number}").format(number=done.imported))
    if done.known:
        say(_("Lines taken over before: {number}").format(number=done.known))
    say(_("The next number: {number}").format(number=done.next))
