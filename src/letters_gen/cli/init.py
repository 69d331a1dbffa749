"""init: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click

from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _


@click.command(
    help=_("Make a new workspace with the sample office. DIR is an empty or a new folder.")
)
@click.argument("directory", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
@click.option(
    "--sample",
    type=click.Choice(["sferum", "max"]),
    default="sferum",
    help=_("Which sample office: sferum (the week of April 2023) or max (MAX, three roles)."),
)
def init(directory: Path, sample: str) -> None:
    from letters_gen.office.sample import make_workspace

    workspace = make_workspace(directory, sample)
    say(_("The workspace is made: {folder}").format(folder=workspace.root))
    say(
        _(
            "Next: write your office into letters.toml, your schools into data/schools.csv; then "
            "letters-gen doctor."
        )
    )
