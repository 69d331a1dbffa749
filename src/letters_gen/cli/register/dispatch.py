"""register dispatch: who got what by which way, and the list to sign for what goes by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import json_option
from letters_gen.cli.register.sending import WAY_CHOICE
from letters_gen.cli.screen import say, table
from letters_gen.cli.session import Session
from letters_gen.model.ways import WAYS
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.cli.json_output import Json
    from letters_gen.documents.dispatch_fields import Dispatch, DispatchList
    from letters_gen.model.period import Period


@click.command(
    help=_(
        "Write the dispatch list: who got what by which way, who is still to get it, room to sign. "
        "It goes into letters/journals, for Excel and for Word. NUMBER is a number, a range "
        "(226-238), or several."
    )
)
@numbers_options
@click.option(
    "--by",
    type=WAY_CHOICE,
    help=_("Only what went this way; what hasn't gone yet is listed as going so."),
)
@json_option
@click.pass_obj
def dispatch(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    by: str | None,
    as_json: bool,
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.delivery.dispatch import dispatch_list, write_dispatch

    entries = meant_documents(session, numbers, period, year)
    workspace, settings = session.workspace, session.settings
    way = WAYS[by] if by else ""
    found = dispatch_list(workspace, settings, entries, period, way)
    paths = write_dispatch(workspace, settings, found)
    files = [workspace.relative(path) for path in paths]
    if as_json:
        print_json(_dispatch_json(found, files))
        return
    _show(found)
    for path in files:
        say(path)


def _show(found: DispatchList) -> None:
    """The list as a table, and how many went which way."""
    from letters_gen.delivery.dispatch import ways_of
    from letters_gen.russian.dates import numeric

    rows = [
        (line.entry.number, line.recipient.name, line.way, numeric(line.on) if line.on else "–")
        for line in found.lines
    ]
    say(table([_("Number"), _("Addressee"), _("Way"), _("Sent on")], rows))
    told = ", ".join(f"{way} – {count}" for way, count in ways_of(found).items())
    say(_("In all: {number}; {ways}").format(number=len(rows), ways=told))


def _dispatch_json(found: DispatchList, files: list[str]) -> Json:
    """The report: `on` is null for what hasn't gone, or of which it isn't known."""
    from letters_gen.cli.json_output import period_json
    from letters_gen.delivery.dispatch import ways_of

    return {
        "period": period_json(found.days),
        "deliveries": [_line(line) for line in found.lines],
        "ways": ways_of(found),
        "files": files,
    }


def _line(line: Dispatch) -> Json:
    post, name = line.recipient.head
    return {
        "number": line.entry.number,
        "date": line.entry.date.isoformat(),
        "to": line.recipient.name,
        "post": post or None,
        "name": name or None,
        "way": line.way or None,
        "on": line.on.isoformat() if line.on else None,
        "id": line.id or None,
        "sheets": line.sheets or None,
    }
