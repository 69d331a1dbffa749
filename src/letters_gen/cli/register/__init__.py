"""register: the numbered record of every document. `reading` shows, `acts` enters, `journals` takes
out and in.
"""

from __future__ import annotations

import click

from letters_gen.cli.register.acquainting import acquainted
from letters_gen.cli.register.acts import annul, reserve
from letters_gen.cli.register.answering import answered, incoming
from letters_gen.cli.register.answers import answers
from letters_gen.cli.register.attaching import attach
from letters_gen.cli.register.code_check import verify_code
from letters_gen.cli.register.dispatch import dispatch
from letters_gen.cli.register.inventory import inventory
from letters_gen.cli.register.journal_import import import_
from letters_gen.cli.register.journals import backup, export, verify
from letters_gen.cli.register.reading import find, list_, next_, show
from letters_gen.cli.register.renaming import rename_office
from letters_gen.cli.register.restoring import restore
from letters_gen.cli.register.sending import redate, sent, signed
from letters_gen.wording.language import gettext as _


@click.group(help=_("The numbered record of every document."))
def register() -> None:
    pass


for command in (
    list_,
    show,
    find,
    next_,
    reserve,
    attach,
    annul,
    sent,
    signed,
    redate,
    acquainted,
    incoming,
    answers,
    answered,
    dispatch,
    inventory,
    export,
    import_,
    verify,
    verify_code,
    backup,
    restore,
    rename_office,
):
    register.add_command(command)
