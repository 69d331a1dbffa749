"""register reserve, annul: what the clerk enters by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_text, ask_yes, can_ask, say_waiting
from letters_gen.cli.options import DATE, json_option
from letters_gen.cli.register.reading import number_argument, series_option
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import Whole
from letters_gen.errors import InputError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.model.entry import Entry
    from letters_gen.records.acts import Desk


def desk(session: Session) -> Desk:
    """Where this run's acts are done."""
    from letters_gen.records.acts import Desk

    return Desk(session.workspace, session.settings, session.register, session.stamp(), say_waiting)


def meant(session: Session, number: str, year: int | None) -> Entry:
    """The entry whose number the clerk has written; raises as `lookup.meant_entry`."""
    from letters_gen.records.lookup import meant_entry

    return meant_entry(session.register, session.settings, number, year, session.today)


def report(entry: Entry, told: str, as_json: bool) -> None:
    """Tell what has become of an entry: in words, or as JSON."""
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.entry_json import entry_json

    if as_json:
        print_json(entry_json(entry))
    else:
        say(told)


@click.command(help=_("Take the next number for a letter typed by hand."))
@series_option
@click.option(
    "--date", "day", type=DATE, metavar="D", help=_("The day of signing; today without it.")
)
@click.option("--heading", metavar="T", help=_("What the letter is about; asked for if missing."))
@click.option("--addressee", metavar="T", help=_("Whom it is addressed to; asked for if missing."))
@click.option("--executor", metavar="T", help=_("Who prepared it: a key of [executors] or a name."))
@click.option(
    "--signatory",
    metavar="KEY",
    help=_("Who signs: a key of [signatories]; the first without it."),
)
@click.option(
    "--in-reply-to",
    "answers",
    metavar="T",
    default="",
    help=_("The letter that it answers: its incoming number with us, or number and date."),
)
@click.option(
    "--count",
    type=Whole(1, 1000),
    default=1,
    metavar="N",
    help=_("Take a run of N numbers."),
)
@json_option
@click.pass_obj
def reserve(
    session: Session,
    series: str | None,
    day: date | None,
    heading: str | None,
    addressee: str | None,
    executor: str | None,
    signatory: str | None,
    answers: str,
    count: int,
    as_json: bool,
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.reports import reserved_json
    from letters_gen.records import acts
    from letters_gen.register.chronology import odd_day
    from letters_gen.wording.sentences import told_oddity

    on = day or session.today
    chosen = acts.chosen_series(session.settings, series)
    heading = (heading or "").strip() or ask_text(_("What the letter is about"), "--heading")
    addressee = (addressee or "").strip() or ask_text(_("Whom it is addressed to"), "--addressee")
    _refuse_far_day(session, on)
    for oddity in odd_day(session.register, chosen, on):
        say_told(told_oddity(oddity), "!", aside=True)
    typed = acts.Typed(on, heading, addressee, chosen.key, executor, count, signatory, answers)
    entries = acts.reserve(desk(session), typed)
    if as_json:
        print_json(reserved_json(entries))
    else:
        _tell_reserved(session, entries)


def _tell_reserved(session: Session, entries: Sequence[Entry]) -> None:
    from letters_gen.wording.next_steps import after_reserving

    say("\n".join(entry.number for entry in entries))
    if not session.quiet:
        for line in after_reserving(entries):
            say(line, aside=True)


def _refuse_far_day(session: Session, day: date) -> None:
    """Ask whether a day of signing is meant of whose year nothing else is.

    Raises:
        InputError: `date-far` where nobody can be asked.
    """
    from letters_gen.register.chronology import is_far_year
    from letters_gen.wording.sentences import told_failure

    every = session.settings.series.values()
    if not is_far_year(session.register, every, day.year, {session.today.year}):
        return
    fault = InputError("date-far", day=day)
    if not can_ask():
        raise fault
    told = told_failure(fault)
    if not ask_yes(_("{text} Is that right?").format(text=told.text)):
        say(_("No number was taken."), aside=True)
        raise click.exceptions.Exit(0)


@click.command(help=_("Make a document void. Its number stays used up and is never given again."))
@number_argument
@click.option("--reason", metavar="T", help=_("Why; asked for if missing."))
@click.option("--yes", is_flag=True, help=_("Don't ask."))
@json_option
@click.pass_obj
def annul(
    session: Session, number: str, year: int | None, reason: str | None, yes: bool, as_json: bool
) -> None:
    from letters_gen.records import acts
    from letters_gen.wording.entries import annulling_line

    standing = meant(session, number, year)
    acts.refuse_annulling(desk(session), standing)
    if not session.quiet:
        say(annulling_line(standing), aside=True)
    because = (reason or "").strip() or ask_text(
        _("Why is {number} annulled").format(number=standing.number), "--reason"
    )
    if not yes and can_ask() and not ask_yes(_("Annul it?")):
        say(_("Nothing was annulled."), aside=True)
        return
    entry = acts.annul(desk(session), standing, because)
    report(entry, _("{number} is annulled.").format(number=entry.number), as_json)
