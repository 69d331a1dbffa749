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
    from collections.abc import Iterable, Mapping, Sequence

    from letters_gen.model.entry import Entry, EntryKey
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
    from letters_gen.delivery.print_files import lost_files, printable
    from letters_gen.wording.sentences import told_failure

    wanted = _wanted(session, numbers, period, year)
    lost = lost_files(session.workspace, wanted)
    entries = _standing(wanted, lost)
    files = _printed(session, entries, as_json)
    left_out = [entry.number for entry in entries if not printable(entry)]
    if left_out:
        told = _("Left out, for they have no Word file that stands: {numbers}")
        say(told.format(numbers=", ".join(left_out)), aside=as_json)
    if as_json:
        print_json({"print_files": files, "left_out": left_out, **_lost_json(lost.values())})
    for error in lost.values():
        say_told(told_failure(error), "✗", aside=True)
    return DamageError.exit_status if lost else 0


def _wanted(
    session: Session, numbers: Sequence[str], period: Period | None, year: int | None
) -> list[Entry]:
    """The entries of those numbers, or of the days of `period`."""
    from letters_gen.records.lookup import meant_entry
    from letters_gen.register.wanted import Wanted

    if bool(numbers) == bool(period):
        raise click.UsageError(_("Name either numbers or --period."))
    register, settings = session.register, session.settings
    if period:
        return list(register.entries(Wanted(since=period.start, until=period.end)))
    return [meant_entry(register, settings, text, year, session.today) for text in numbers]


def _standing(wanted: Sequence[Entry], lost: Mapping[EntryKey, DamageError]) -> list[Entry]:
    """Those of `wanted` whose file isn't lost; raises DamageError where none could be printed."""
    from letters_gen.delivery.print_files import printable

    standing = [entry for entry in wanted if entry.key not in lost]
    if lost and not any(map(printable, standing)):
        raise together(lost.values())
    return standing


def _printed(session: Session, entries: Sequence[Entry], aside: bool) -> list[str]:
    """Write the files to print; their paths, each told as it is written, and what was changed."""
    from letters_gen.delivery.print_files import changed_files, printed_again

    files = []
    for path in printed_again(session.workspace, session.settings, entries):
        say(_("To print: {path}").format(path=path), aside=aside)
        files.append(path)
    for number in changed_files(session.workspace, entries):
        told = _("№ {number}: the file was changed after issue; it is printed as it is now.")
        say(told.format(number=number), aside=True)
    return files


def _lost_json(lost: Iterable[DamageError]) -> dict[str, list[object]]:
    """The numbers whose file is missing, where there are such."""
    numbers = [error.arguments["number"] for error in lost]
    return {"lost": numbers} if numbers else {}
