"""The program's commands, and the options before them."""

from __future__ import annotations

from pathlib import Path

import click

from letters_gen.cli.check import check
from letters_gen.cli.decline import decline
from letters_gen.cli.doctor import doctor
from letters_gen.cli.envelopes import envelopes
from letters_gen.cli.history import history
from letters_gen.cli.init import init
from letters_gen.cli.issue import issue, notices, order, weekly
from letters_gen.cli.listing import Listing
from letters_gen.cli.page import page
from letters_gen.cli.pdf import pdf
from letters_gen.cli.preview import preview
from letters_gen.cli.print_again import print_
from letters_gen.cli.register import register
from letters_gen.cli.send import send
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import speak_usage
from letters_gen.cli.template import template
from letters_gen.wording.language import LANGUAGES
from letters_gen.wording.language import gettext as _


@click.group(
    cls=Listing,
    help=_("From the ministry's weekly monitoring to issued, numbered official letters."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(package_name="letters-gen", message="letters-gen %(version)s")
@click.option(
    "-w", "folder", type=click.Path(path_type=Path), metavar="DIR", help=_("The office's folder.")
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help=_("The language of messages; Russian without it.")
)
@click.option("-q", "quiet", is_flag=True, help=_("Say only what was issued and what failed."))
@click.option("-v", "verbose", is_flag=True, help=_("Say where a failure came from."))
@click.pass_obj
def program(
    session: Session, folder: Path | None, lang: str | None, quiet: bool, verbose: bool
) -> None:
    session.folder, session.quiet, session.verbose = folder, quiet, verbose


for command in (
    init,
    doctor,
    page,
    check,
    weekly,
    notices,
    order,
    issue,
    preview,
    print_,
    pdf,
    send,
    envelopes,
    register,
    history,
    decline,
    template,
):
    program.add_command(command)
speak_usage(program)
