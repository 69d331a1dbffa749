"""register verify-code: whether a document's code is this office's."""

from __future__ import annotations

import click

from letters_gen.cli.options import json_option
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _


@click.command(
    "verify-code",
    help=_(
        "Tell whether this office issued the document whose QR code says TEXT: under which "
        "number, to whom and when."
    ),
)
@click.argument("text", metavar="TEXT", nargs=-1, required=True)
@json_option
@click.pass_obj
def verify_code(session: Session, text: tuple[str, ...], as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.entry_json import entry_json
    from letters_gen.records.codes import verified_code
    from letters_gen.wording.scans import code_lines

    entry = verified_code(session.register, session.settings, " ".join(text))
    if as_json:
        print_json({"ok": True, "entry": entry_json(entry)})
        return
    for line in code_lines(entry):
        say(line)
