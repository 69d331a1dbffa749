"""print: documents issued long ago, in files to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import PERIOD, json_option
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR
from letters_gen.errors import DamageError, together
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters_gen.model.entry import Entry
    from letters_gen.model.period import Period


@click.command(
    "print",
    help=_("Put issued documents into files to print. NUMBER is a document's number, or several."),
)
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1)
@click.option("--period", type=PERIOD, metavar="D-D", help=_("All documents signed on these days."))
@click.option(
    "--year", type=YEAR, metavar="Y", help=_("The year of the numbers; this year's without it.")
)
@json_option
@click.pass_obj
def print_(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    as_json: bool,
) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.delivery.print_files import (
        changed_files,
        lost_files,
        printable,
        printed_again,
    )

    entries = _wanted(session, numbers, period, year)
    lost = lost_files(session.workspace, entries)
    entries = [entry for entry in entries if entry.key not in lost]
    if lost and not any(map(printable, entries)):
        raise together(lost.values())
    files = []
    for path in printed_again(session.workspace, session.settings, entries):
        say(_("To print: {path}").format(path=path), aside=as_json)
        files.append(path)
    _tell_changed(changed_files(session.workspace, entries))
    left_out = [entry.number for entry in entries if not printable(entry)]
    _tell_left_out(left_out, as_json)
    if as_json:
        print_json({"print_files": files, "left_out": left_out, **_lost_json(lost.values())})
    return _told_lost(lost.values())


def _wanted(
    session: Session, numbers: tuple[str, ...], period: Period | None, year: int | None
) -> list[Entry]:
    """The documents that are named, by their numbers or by the days of their signing."""
    from letters_gen.records.lookup import meant_entry
    from letters_gen.register.wanted import Wanted

    if bool(numbers) == bool(period):
        raise click.UsageError(_("Name either numbers or --period."))
    register, settings = session.register, session.settings
    if period:
        return list(register.entries(Wanted(since=period.start, until=period.end)))
    return [meant_entry(register, settings, text, year, session.today) for text in numbers]


def _told_lost(lost: Iterable[DamageError]) -> int:
    """Name the documents whose file is missing; the exit status that this makes."""
    from letters_gen.wording.sentences import told_failure

    status = 0
    for error in lost:
        say_told(told_failure(error), "✗", aside=True)
        status = error.exit_status
    return status


def _tell_left_out(numbers: list[str], aside: bool) -> None:
    if numbers:
        told = _("Left out, for they have no Word file that stands: {numbers}")
        say(told.format(numbers=", ".join(numbers)), aside=aside)


def _tell_changed(numbers: Iterable[str]) -> None:
    for number in numbers:
        told = _("№ {number}: the file was changed after issue; it is printed as it is now.")
        say(told.format(number=number), aside=True)


def _lost_json(lost: Iterable[DamageError]) -> dict[str, list[object]]:
    """The numbers whose file is missing, where there are such."""
    numbers = [error.arguments["number"] for error in lost]
    return {"lost": numbers} if numbers else {}
