"""init: a new workspace, of a sample office or of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_questions, ask_text, can_ask, typed_answer
from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.model.question import Question
    from letters_gen.office.own_office import OwnOffice


@click.command(
    help=_(
        "Make a new workspace: of your office, or of the sample office to try things on. DIR is an "
        "empty or a new folder."
    )
)
@click.argument("directory", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
@click.option("--name", help=_("Your office's name, as in the letterhead."))
@click.option("--district", help=_("Your district, as sheets name it; without it all rows count."))
@click.option(
    "--from",
    "sheet",
    type=click.Path(path_type=Path),
    help=_("Fill the directory with the schools of this monitoring sheet."),
)
@click.option(
    "--sample",
    type=click.Choice(["sferum", "max"]),
    help=_("Which sample office: sferum (the week of April 2023) or max (MAX, three roles)."),
)
def init(
    directory: Path, name: str | None, district: str | None, sheet: Path | None, sample: str | None
) -> None:
    office = _own_office(name, district, sheet, sample)
    if office is None:
        _make_sample(directory, sample or "sferum")
    else:
        _make_own(directory, sample or "sferum", office, sheet)


def _own_office(
    name: str | None, district: str | None, sheet: Path | None, sample: str | None
) -> OwnOffice | None:
    """The office that was told or asked for; None where the sample is wanted."""
    from letters_gen.office.own_office import OwnOffice

    if not name:
        name = _asked_name(is_own=bool(district or sheet), is_sample=sample is not None)
    if not name:
        return None
    if district is None and can_ask():
        district = _asked(_("Your district, as sheets name it (Enter: all rows of a sheet count)"))
    return OwnOffice(" ".join(name.split()), " ".join((district or "").split()))


def _asked_name(is_own: bool, is_sample: bool) -> str:
    """The office's name, '' for the sample's: asked for where nothing else says which is wanted."""
    if is_own:
        return ask_text(_("Your office's name, as in the letterhead"), "--name")
    if is_sample or not can_ask():
        return ""
    return _asked(_("Your office's name, as in the letterhead (Enter: the sample office, to try)"))


def _asked(question: str) -> str:
    """An answer that may be empty."""
    answer: str = typed_answer(question, default="")
    return answer.strip()


def _make_sample(directory: Path, sample: str) -> None:
    from letters_gen.office.sample import make_workspace

    workspace = make_workspace(directory, sample)
    say(_("The sample office is made: {folder}").format(folder=workspace.root))
    say(
        _(
            "Its sheets, schools and people are samples, to try things on: letters-gen weekly "
            "issues a letter, letters-gen notices a notice to each school, letters-gen order an "
            "order."
        )
    )
    say(_("For your own office, run it in another folder: letters-gen init DIR --name …"))


def _make_own(directory: Path, sample: str, office: OwnOffice, sheet: Path | None) -> None:
    from letters_gen.week.founding import found_office
    from letters_gen.week.questions import refuse_open_questions
    from letters_gen.week.survey import Asked

    found = found_office(directory, sample, office, sheet, ask_questions if can_ask() else _nobody)
    if isinstance(found, Asked):
        return refuse_open_questions(found.questions)
    if sheet:
        told = _("Schools in data/schools.csv: {number}; enter their heads there.")
        say(told.format(number=found.schools))
    say(_("The workspace is made: {folder}").format(folder=found.workspace.root))
    say(_("Fill in requisites and names in letters.toml; letters-gen doctor says what is missing."))
    say(_("Numbers begin with 1; to go on from a paper journal, set first in [series.outgoing]."))
    say(_("What the templates say is a sample: read them in Word and write your own."))
    return None


def _nobody(_questions: Iterable[Question]) -> Iterable[tuple[Question, str]]:
    """Where nobody sits at a terminal, nothing is answered."""
    return ()
