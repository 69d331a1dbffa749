"""envelopes: C5 envelopes for documents that go by post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import json_option
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.model.period import Period


@click.command(
    help=_(
        "Make C5 envelopes for documents, to print: one for each addressee who hasn't got them "
        "yet. NUMBER is a number, a range (226-238), or several."
    )
)
@numbers_options
@click.option("--all", "everybody", is_flag=True, help=_("Also for those who have got theirs."))
@json_option
@click.pass_obj
def envelopes(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    everybody: bool,
    as_json: bool,
) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.mail_json import left_out_json
    from letters_gen.cli.mail_screen import show_left_out
    from letters_gen.delivery.envelopes import make_envelopes

    entries = meant_documents(session, numbers, period, year)
    made = make_envelopes(session.workspace, session.settings, entries, everybody)
    show_left_out(made.left_out, aside=True)
    if as_json:
        told = [
            {"to": one.addressee, "address": one.address, "numbers": list(one.numbers)}
            for one in made.envelopes
        ]
        left_out = [left_out_json(one) for one in made.left_out]
        print_json({"file": made.path, "envelopes": told, "left_out": left_out})
    elif made.path:
        told_count = _("Envelopes: {number}. To print: {path}")
        say(told_count.format(number=len(made.envelopes), path=made.path))
    elif made.left_out:
        say(_("No envelope was made."))
    else:
        say(_("There is nobody to send to by post."))
    return 1 if made.left_out else 0
