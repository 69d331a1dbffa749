"""page: the clerk's page in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import Whole
from letters_gen.errors import InputError, UnavailableError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.office.workspace import Workspace

_LAST_PORT = 65535


@click.command(
    help=_(
        "The week's work in the browser. Starts a page on this machine alone and opens it; where "
        "it runs already, opens that one. In an empty folder it first asks for your office."
    )
)
@click.option(
    "--port",
    type=Whole(1, _LAST_PORT),
    metavar="N",
    help=_("The port that it listens at; any free one without it."),
)
@click.option("--no-browser", is_flag=True, help=_("Only tell the address, open no browser."))
@click.option(
    "--read-only",
    "reads_only",
    is_flag=True,
    help=_("The journal alone, for an auditor: nothing can be changed."),
)
@click.option(
    "--shortcut", is_flag=True, help=_("Put a shortcut to the page into the office's folder.")
)
@click.pass_obj
def page(
    session: Session, port: int | None, no_browser: bool, reads_only: bool, shortcut: bool
) -> None:
    workspace, founds = _place(session, may_found=not (shortcut or reads_only))
    if shortcut:
        from letters_gen.office.shortcut import lay_shortcut

        path = lay_shortcut(workspace)
        say(_("The shortcut is made: {path}").format(path=path))
        return
    try:
        from letters_gen.web.serving import serve
    except ModuleNotFoundError as error:
        raise UnavailableError("page-package-missing", name=error.name or "") from error
    serve(workspace, session, port or 0, not no_browser, say, reads_only, founds)


def _place(session: Session, may_found: bool) -> tuple[Workspace, bool]:
    """The workspace that is meant, or the empty folder where one is to be founded; which it is."""
    from letters_gen.office.workspace import place_for_one

    try:
        return session.workspace, False
    except InputError:
        place = place_for_one(session.folder, session.home, Path.cwd()) if may_found else None
        if place is None:
            raise
        return place, True
