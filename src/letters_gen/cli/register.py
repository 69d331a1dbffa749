"""register: the numbered record of every document."""

from __future__ import annotations

import click

from letters_gen.cli.options import json_option
from letters_gen.cli.screen import say, table
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _


@click.group(help=_("The numbered record of every document."))
def register() -> None:
    pass


@register.command("list", help=_("Show the entries of every year."))
@json_option
@click.pass_obj
def list_(session: Session, as_json: bool) -> None:
    from letters_gen.cli.json_output import entry_json, print_json
    from letters_gen.russian.dates import numeric
    from letters_gen.wording.states import state_text

    entries = session.register.entries()
    if as_json:
        print_json({"entries": [entry_json(entry) for entry in entries]})
        return
    if not entries:
        say(_("The register is empty."))
        return
    rows = [
        (
            entry.number,
            numeric(entry.date),
            state_text(entry.state),
            entry.addressee,
            entry.shared["heading"],
        )
        for entry in entries
    ]
    say(table([_("Number"), _("Date"), _("State"), _("Addressee"), _("Heading")], rows))
