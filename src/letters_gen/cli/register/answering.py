"""register incoming, answered: letters that came in, answers by telephone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_text, ask_yes, can_ask, typed_answer
from letters_gen.cli.options import DATE, FILE, json_option
from letters_gen.cli.register.acts import desk, meant
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR
from letters_gen.errors import CommandLineError, InputError
from letters_gen.model.answer import BY_TELEPHONE
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.model.entry import Entry
    from letters_gen.records.answering import Correspondent
    from letters_gen.register.incoming import Received

_NUMBERS = _("Which of our documents it answers; repeatable.")


@click.command(help=_("Enter a letter that came in, and the answers that it brings."))
@click.option("--from", "sender", metavar="T", help=_("Whom it is from; asked for if missing."))
@click.option(
    "--number", metavar="T", help=_("The number that it bears, or б/н; asked for if missing.")
)
@click.option("--date", "day", type=DATE, metavar="D", help=_("Its date; asked for if missing."))
@click.option("--received", type=DATE, metavar="D", help=_("When it came; today without it."))
@click.option("--heading", metavar="T", default="", help=_("What it is about."))
@click.option("--sheets", metavar="T", default="", help=_("Its sheets and appendices: 2, 1/3."))
@click.option("--answers", "numbers", metavar="NUMBER", multiple=True, help=_NUMBERS)
@click.option("--year", type=YEAR, metavar="Y", help=_("The year of those numbers."))
@click.option("--file", type=FILE, help=_("The letter itself: a scan or a document."))
@click.option("--resolution", metavar="T", default="", help=_("Who is to do what."))
@click.option("--due", type=DATE, metavar="D", help=_("By when."))
@click.option(
    "--another", is_flag=True, help=_("Without a number, and not the one entered of that day.")
)
@json_option
@click.pass_obj
def incoming(
    session: Session,
    sender: str | None,
    number: str | None,
    day: date | None,
    received: date | None,
    heading: str,
    sheets: str,
    numbers: tuple[str, ...],
    year: int | None,
    file: Path | None,
    resolution: str,
    due: date | None,
    another: bool,
    as_json: bool,
) -> None:
    from letters_gen.model.answer import IncomingStatement
    from letters_gen.records.answering import answering_heading, their_number
    from letters_gen.register.incoming import Received, incoming_series

    incoming_series(session.settings)
    whom = _correspondent(session, _given(sender, _("Whom it is from"), "--from"))
    theirs = their_number(_given(number, _("Its number, or б/н"), "--number"))
    dated = day or _asked_day()
    came = received or session.today
    answered = _answered(session, whom, numbers, year, came)
    said = IncomingStatement(whom.name, theirs, dated, sheets, resolution)
    about = heading.strip() or answering_heading(answered)
    letter = Received(said, about, whom.school, due, tuple(answered), another)
    entry = _entered(session, letter, came, file)
    _report(session, entry, answered, as_json)


def _given(text: str | None, question: str, option: str) -> str:
    return (text or "").strip() or ask_text(question, option).strip()


def _asked_day() -> date:
    if not can_ask():
        raise CommandLineError("option-missing", option="--date")
    day: date = typed_answer(_("Its date"), kind=DATE)
    return day


def _correspondent(session: Session, text: str) -> Correspondent:
    """Whom the letter is from; a school that is named almost so is asked about, else told."""
    from letters_gen.records.answering import correspondent

    whom = correspondent(session.workspace, text)
    for name in whom.nearest:
        asked = _("Is «{found}» the school {name}?").format(found=text, name=name)
        if can_ask() and ask_yes(asked):
            return correspondent(session.workspace, name)
    if whom.nearest and not can_ask():
        told = _("! «{found}» isn't in the directory; entered as written. Like it: {names}.")
        say(told.format(found=text, names=", ".join(whom.nearest)), aside=True)
    return whom


def _answered(
    session: Session, whom: Correspondent, numbers: Sequence[str], year: int | None, day: date
) -> list[Entry]:
    """The documents that the letter answers: those named, and those that the clerk then adds."""
    from letters_gen.records import answering
    from letters_gen.russian.dates import numeric

    answered = [meant(session, one, year) for one in dict.fromkeys(numbers)]
    answering.refuse_unanswerable(answered, whom, day)
    if whom.school is None:
        return answered
    others = list(answering.also_awaited(session.register, whom.school, answered))
    for entry in others:
        named = {"number": entry.number, "day": numeric(entry.date), "heading": entry.heading}
        if not can_ask():
            told = _("! {number} of {day} awaits an answer too: {heading}.")
            say(told.format(**named), aside=True)
        elif ask_yes(_question(answered).format(**named)):
            answered.append(entry)
    return answered


def _question(answered: Sequence[Entry]) -> str:
    if answered:
        return _("Does it answer {number} of {day} too ({heading})?")
    return _("Does it answer {number} of {day} ({heading})?")


def _entered(session: Session, letter: Received, day: date, file: Path | None) -> Entry:
    """Enter the letter; one without a number, that perhaps stands already, is asked about."""
    from letters_gen.records.answering import enter_incoming
    from letters_gen.wording.sentences import told_failure

    try:
        return enter_incoming(desk(session), letter, day, file)
    except InputError as error:
        if error.code != "incoming-unnumbered-twice" or not can_ask():
            raise
        say(told_failure(error).text, aside=True)
        if not ask_yes(_("Is this another letter?")):
            raise click.exceptions.Exit(0) from error
    return enter_incoming(desk(session), replace(letter, is_another=True), day, file)


def _report(session: Session, entry: Entry, answered: Sequence[Entry], as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.entry_json import entry_json
    from letters_gen.russian.dates import numeric
    from letters_gen.wording.answers import answered_line

    if as_json:
        print_json(entry_json(entry))
        return
    # What the clerk writes on the paper is Russian whatever the screen speaks.
    say(f"Вх. № {entry.number} от {numeric(entry.date)}")
    for one in answered:
        say(answered_line(one, entry.date, session.settings.office.days_off))


@click.command(help=_("Record an answer that came by telephone, or without a letter of its own."))
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option("--year", type=YEAR, metavar="Y", help=_("The year of the numbers."))
@click.option("--from", "sender", metavar="T", help=_("Who has answered, of several recipients."))
@click.option("--on", "day", type=DATE, metavar="D", help=_("When; today without it."))
@click.option("--way", metavar="T", default=BY_TELEPHONE, show_default=True, help=_("How it came."))
@click.option("--note", metavar="T", default="", help=_("What was said."))
@json_option
@click.pass_obj
def answered(
    session: Session,
    numbers: tuple[str, ...],
    year: int | None,
    sender: str | None,
    day: date | None,
    way: str,
    note: str,
    as_json: bool,
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.entry_json import entry_json
    from letters_gen.model.answer import Answer
    from letters_gen.records.answering import mark_answered
    from letters_gen.wording.answers import answered_line

    came = day or session.today
    entries = [meant(session, one, year) for one in dict.fromkeys(numbers)]
    whom = _correspondent(session, sender) if sender else None
    done = mark_answered(desk(session), entries, whom, Answer("", came, way, note=note))
    if as_json:
        print_json({"entries": [entry_json(entry) for entry in done]})
        return
    for entry in done:
        say(answered_line(entry, came, session.settings.office.days_off))
