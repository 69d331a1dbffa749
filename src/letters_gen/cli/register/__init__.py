"""register: the numbered record of every document. `reading` shows, `acts` enters, `journals` takes
out and in.
"""

from __future__ import annotations

import click

from letters_gen.cli.listing import Listing
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


@click.group(cls=Listing, help=_("The numbered record of every document."))
def register() -> None:
    pass


for command in (
    list_,
    find,
    show,
    next_,
    reserve,
    attach,
    signed,
    sent,
    acquainted,
    redate,
    annul,
    incoming,
    answered,
    answers,
    dispatch,
    export,
    inventory,
    verify,
    verify_code,
    backup,
    restore,
    import_,
    rename_office,
):
    register.add_command(command)
