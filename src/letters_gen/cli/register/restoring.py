"""register restore: a copy in the place of the register."""

from __future__ import annotations

from pathlib import Path

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.options import FILE
from letters_gen.cli.register.acts import desk
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _


@click.command(
    help=_(
        "Restore the register from a copy. What it replaces is kept in letters/backups. FILE is "
        "the copy."
    )
)
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help=_("Don't ask."))
@click.pass_obj
def restore(session: Session, file: Path, yes: bool) -> None:
    from letters_gen.records.restoring import copy_of, lost_by
    from letters_gen.records.restoring import restore as put_back
    from letters_gen.wording.next_steps import after_restoring
    from letters_gen.wording.sentences import listed

    place = desk(session)
    found = copy_of(place, file)
    say(_("Entries in the copy: {number}").format(number=found.entries))
    lost = lost_by(place, file)
    if lost:
        told = _("The copy hasn't these numbers, and the register loses them: {numbers}")
        say(told.format(numbers=listed(lost)))
    if not yes:
        if not can_ask():
            raise CommandLineError("restore-needs-yes")
        if not ask_yes(_("Put the copy in the place of the register?")):
            say(_("Nothing was restored."), aside=True)
            return
    kept = put_back(place, file)
    say(_("The register is restored from {file}.").format(file=file.name))
    if kept.copy:
        told = session.workspace.relative(kept.copy.absolute())
        say(_("What it has replaced is kept: {path}").format(path=told))
    for line in after_restoring([session.workspace.relative(one) for one in kept.journals]):
        say(line)
