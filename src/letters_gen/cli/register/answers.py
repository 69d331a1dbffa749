"""register answers: what is awaited, what is overdue, how many came in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import DATE, FILE, json_option
from letters_gen.cli.screen import say, table
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters_gen.records.answers import Answers, Awaited, Tally

_SHOWN = 30


@click.command(
    help=_(
        "Show which answers are awaited and which are overdue, and how many came in time, by "
        "school and by period. FILE is an .xlsx to write them into."
    )
)
@click.argument("file", type=FILE, required=False)
@click.option("--from", "since", type=DATE, metavar="D", help=_("Only of this date or later."))
@click.option("--to", "until", type=DATE, metavar="D", help=_("Only of this date or earlier."))
@click.option(
    "--school", metavar="SCHOOL", help=_("Only about this school: part of its name, or its ИНН.")
)
@click.option("--on", "day", type=DATE, metavar="D", help=_("As of this day; today without it."))
@json_option
@click.pass_obj
def answers(
    session: Session,
    file: Path | None,
    since: date | None,
    until: date | None,
    school: str | None,
    day: date | None,
    as_json: bool,
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.reports import answers_json
    from letters_gen.records.answers import answers_of
    from letters_gen.records.answers_book import write_answers
    from letters_gen.register.wanted import Wanted

    on = day or session.today
    wanted = Wanted(since=since, until=until, school=school)
    found = answers_of(session.register, session.settings, wanted, on)
    if file is not None:
        write_answers(file, found, on)
    if as_json:
        print_json(answers_json(found))
        return
    _show(found)
    if file is not None:
        say(_("Written: {path}").format(path=file))


def _show(found: Answers) -> None:
    if not found.awaited and not found.schools:
        say(_("No document asks for an answer and has been sent."))
        return
    told = _("Awaited: {awaited}; overdue: {overdue}")
    say(told.format(awaited=len(found.awaited), overdue=len(found.overdue)))
    if found.awaited:
        say(_awaited_table(found.awaited[:_SHOWN]))
        _say_more(len(found.awaited))
    for heading, tallies in ((_("School"), found.schools), (_("Period"), found.periods)):
        if tallies:
            say(_tally_table(heading, list(tallies.values())[:_SHOWN]))
            _say_more(len(tallies))


def _say_more(count: int) -> None:
    if count > _SHOWN:
        told = _("… and {number} more: all of them go into an .xlsx.")
        say(told.format(number=count - _SHOWN))


def _awaited_table(awaited: Iterable[Awaited]) -> str:
    from letters_gen.russian.dates import numeric

    rows = [
        (
            one.entry.number,
            numeric(one.entry.date),
            ", ".join(one.of),
            numeric(one.entry.own.deadline) if one.entry.own.deadline else "–",
            str(one.late or "–"),
        )
        for one in awaited
    ]
    headings = [_("Number"), _("Date"), _("Who is to answer"), _("Due"), _("Working days late")]
    return table(headings, rows, right=[4])


def _tally_table(heading: str, tallies: Iterable[Tally]) -> str:
    from letters_gen.russian.numbers import value_text

    rows = [(one.name, str(one.due), str(one.in_time), value_text(one.share)) for one in tallies]
    return table([heading, _("Were due"), _("In time"), _("Share")], rows, right=[1, 2, 3])
