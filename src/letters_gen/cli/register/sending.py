"""register sent, signed, redate: what becomes of finished documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import DATE, json_option
from letters_gen.cli.register.acts import desk
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import WordChoice
from letters_gen.model.ways import WAYS
from letters_gen.wording.language import gettext as _
from letters_gen.wording.states import way_text

if TYPE_CHECKING:
    from letters_gen.model.entry import Entry
    from letters_gen.model.period import Period

WAY_CHOICE = WordChoice({way: way_text(way) for way in WAYS})


def _report(entries: Sequence[Entry], told: Callable[[Entry], str], as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.entry_json import entry_json

    if not as_json:
        for entry in entries:
            say(told(entry))
    elif len(entries) == 1:
        print_json(entry_json(entries[0]))
    else:
        print_json({"entries": [entry_json(entry) for entry in entries]})


@click.command(
    help=_(
        "Record that documents have been sent: to all who wait for them, or to those named. "
        "NUMBER is a number, a range (226-238), or several."
    )
)
@numbers_options
@click.option(
    "--to", metavar="T", multiple=True, help=_("Only this recipient, or a part of it; repeatable.")
)
@click.option(
    "--by",
    type=WAY_CHOICE,
    help=_("How it was sent; by e-mail without it."),
)
@click.option("--way", metavar="T", help=_("How it was sent, in words of your own."))
@click.option("--on", "day", type=DATE, metavar="D", help=_("When; today without it."))
@click.option(
    "--undo",
    is_flag=True,
    help=_("It was never sent, or has come back: take back what was recorded."),
)
@click.option("--reason", metavar="T", default="", help=_("Why; needed for --undo."))
@json_option
@click.pass_obj
def sent(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    to: tuple[str, ...],
    by: str | None,
    way: str | None,
    day: date | None,
    undo: bool,
    reason: str,
    as_json: bool,
) -> None:
    from letters_gen.records.sending import mark_sent, undo_sent
    from letters_gen.wording.done import sent_line

    if by and way:
        raise click.UsageError(_("Name either --by or --way."))
    way = way or WAYS[by or "mail"]
    entries, on = meant_documents(session, numbers, period, year), day or session.today
    if undo:
        undone = undo_sent(desk(session), entries, to, reason)
        told = _("{number}: the sending is taken back.")
        _report(undone, lambda entry: told.format(number=entry.number), as_json)
        return
    before = {entry.key: len(entry.deliveries) for entry in entries}
    marked = mark_sent(desk(session), entries, to, way, on)
    _report(marked, lambda entry: sent_line(entry, before[entry.key], way, on), as_json)


@click.command(
    help=_(
        "Record that documents are signed: they aren't corrected from then on. NUMBER is a "
        "number, a range (219-224), or several."
    )
)
@numbers_options
@click.option("--on", "day", type=DATE, metavar="D", help=_("When; today without it."))
@click.option("--undo", is_flag=True, help=_("It was never signed: take back what was recorded."))
@click.option("--reason", metavar="T", default="", help=_("Why; needed for --undo."))
@json_option
@click.pass_obj
def signed(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    day: date | None,
    undo: bool,
    reason: str,
    as_json: bool,
) -> None:
    from letters_gen.records.sending import mark_signed, undo_signed
    from letters_gen.wording.done import signed_line

    def told_signed(entry: Entry) -> str:
        return signed_line(entry, before[entry.key])

    on, meant = day or session.today, meant_documents(session, numbers, period, year)
    if undo:
        undone, told = (
            undo_signed(desk(session), meant, reason),
            _("{number}: the signing is taken back."),
        )
        _report(undone, lambda entry: told.format(number=entry.number), as_json)
        return
    before = {entry.key: entry.signed_on for entry in meant}
    new = [entry for entry in meant if entry.signed_on is None or _is_signed_anew(entry, day)]
    marked = {one.key: one for one in mark_signed(desk(session), new, on, is_meant=True)}
    _report([marked.get(entry.key, entry) for entry in meant], told_signed, as_json)


def _is_signed_anew(entry: Entry, day: date | None) -> bool:
    """Whether the day that was named takes the place of the recorded one: asked where somebody
    can be, told where nobody can.
    """
    from letters_gen.records.sending import signed_otherwise
    from letters_gen.russian.dates import numeric

    if day is None or entry.signed_on is None or not signed_otherwise([entry], day):
        return False
    asked = _("{number} is recorded as signed on {former}. Record {day} in its place?")
    days = {"former": numeric(entry.signed_on), "day": numeric(day)}
    return not can_ask() or ask_yes(asked.format(number=entry.number, **days))


@click.command(
    help=_(
        "Move the date of documents that were signed later than planned, and are neither signed "
        "nor sent yet. NUMBER is a number, a range (219-224), or several."
    )
)
@numbers_options
@click.option("--to", "day", type=DATE, metavar="D", required=True, help=_("The new date."))
@click.option("--reason", metavar="T", default="", help=_("Why."))
@json_option
@click.pass_obj
def redate(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    day: date,
    reason: str,
    as_json: bool,
) -> None:
    from letters_gen.records.sending import redate as move
    from letters_gen.wording.done import redated_line, typed_day_lines

    standing = meant_documents(session, numbers, period, year)
    new = {entry.key for entry in standing if entry.date != day}
    moved = move(desk(session), standing, day, reason)
    _report(moved, lambda entry: redated_line(entry, is_new=entry.key in new), as_json)
    for line in typed_day_lines([one for one in moved if one.key in new]):
        say(line, aside=True)
    if any(entry.state == "reserved" for entry in moved):
        say(
            _(
                "Next: run the command that issued them again; it makes the files with the new "
                "date."
            ),
            aside=True,
        )
