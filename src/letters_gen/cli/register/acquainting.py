"""register acquainted: who has read an order, and who hasn't yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.options import DATE, json_option
from letters_gen.cli.register.acts import desk, meant, report
from letters_gen.cli.register.reading import number_argument
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import WordChoice
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.model.entry import Entry
    from letters_gen.records.acquainting import Reading


@click.command(
    help=_(
        "Record who has been acquainted with an order, and show who hasn't yet. NAME is a person, "
        "as the journal is to have it."
    )
)
@number_argument
@click.argument("names", metavar="NAME...", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help=_("All who haven't been yet."))
@click.option(
    "--except", "leaving_out", metavar="NAME", multiple=True, help=_("Not this one; repeatable.")
)
@click.option("--on", "day", type=DATE, metavar="D", help=_("When; today without it."))
@click.option("--refused", metavar="T", default="", help=_("They refused to sign: the act of it."))
@click.option(
    "--by",
    "way",
    type=WordChoice({"mail": _("mail")}),
    help=_("Not by signature: the order was mailed."),
)
@json_option
@click.pass_obj
def acquainted(
    session: Session,
    number: str,
    year: int | None,
    names: tuple[str, ...],
    everybody: bool,
    leaving_out: tuple[str, ...],
    day: date | None,
    refused: str,
    way: str | None,
    as_json: bool,
) -> None:
    from letters_gen.records import acquainting
    from letters_gen.wording.answers import acquainted_lines

    entry = meant(session, number, year)
    reading = acquainting.Reading(
        names,
        day or session.today,
        everybody,
        leaving_out,
        acquainting.BY_MAIL if way else "",
        refused,
    )
    # Neither names nor --all: who hasn't been yet is only shown.
    if names or everybody:
        if not _is_meant(entry, reading):
            say(_("Nothing was entered."), aside=True)
            return
        entry = acquainting.mark_acquainted(desk(session), entry, reading)
    first, *rest = acquainted_lines(entry)
    report(entry, first, as_json)
    for line in () if as_json else rest:
        say(line)


def _is_meant(entry: Entry, reading: Reading) -> bool:
    """Whether those whom the order doesn't name are meant all the same; they are told of, and
    asked about on a terminal.
    """
    from letters_gen.records.acquainting import strangers
    from letters_gen.wording.sentences import told_oddity

    strange = list(strangers(entry, reading))
    for oddity in strange:
        say_told(told_oddity(oddity), "!", aside=True)
    return not (strange and can_ask()) or ask_yes(_("Enter it all the same?"))
