"""register rename-office: an office that has another id from now on."""

from __future__ import annotations

import re

import click

from letters_gen.cli.register.acts import desk
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _

_ID = re.compile(r"[A-Za-z0-9_-]+")


@click.command(
    "rename-office",
    help=_(
        "Record that the office has another id in letters.toml: its numbers go on. OLD is the id "
        "in the register, NEW the one in letters.toml."
    ),
)
@click.argument("former", metavar=_("OLD"))
@click.argument("now", metavar=_("NEW"))
@click.pass_obj
def rename_office(session: Session, former: str, now: str) -> None:
    from letters_gen.records.renaming import rename_office as record

    if not _ID.fullmatch(now):
        told = _("{found} can't be an id: Latin letters, digits, hyphen and underscore only.")
        raise click.UsageError(told.format(found=now))
    record(desk(session), former, now)
    say(
        _("The office {former} is called {now} from now on; its numbers go on.").format(
            former=former, now=now
        )
    )
