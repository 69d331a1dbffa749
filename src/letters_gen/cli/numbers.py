"""The documents that a command means: NUMBER…, ranges of them, or `--period`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from letters_gen.cli.options import PERIOD
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.model.entry import Entry
    from letters_gen.model.period import Period

Command = TypeVar("Command", bound=Callable[..., Any])


def numbers_options(command: Command) -> Command:
    """NUMBER…, ranges of them, or `--period`; `--year`."""
    year = click.option(
        "--year",
        type=YEAR,
        metavar="Y",
        help=_("The year of the numbers; without it this year's, or the only one that has them."),
    )
    period = click.option(
        "--period", type=PERIOD, metavar="D-D", help=_("All documents signed on these days.")
    )
    argument = click.argument("numbers", metavar=_("[NUMBER]..."), nargs=-1)
    return argument(period(year(command)))


def meant_documents(
    session: Session, numbers: Sequence[str], period: Period | None, year: int | None
) -> list[Entry]:
    """The entries of those numbers, or the documents that stand of the days of `period`; the
    numbers inside a range that there aren't are told.
    """
    from letters_gen.records.lookup import entries_of_days, meant_entries

    if bool(numbers) == bool(period):
        raise click.UsageError(_("Name either numbers or --period."))
    if period:
        return entries_of_days(session.register, period)
    meant = meant_entries(session.register, session.settings, numbers, year, session.today)
    if meant.absent:
        gaps = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in meant.absent)
        say(_("The register hasn't these numbers: {numbers}").format(numbers=gaps), aside=True)
    return list(meant.entries)
