"""Questions on a terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from letters_gen.cli.options import DATE
from letters_gen.cli.screen import say
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.request import BasisAnswers

_YES = {"y", "yes", "д", "да"}
_NO = {"n", "no", "н", "нет", ""}


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_yes(question: str) -> bool:
    """A question that is answered with yes or no; no by default."""
    while True:
        prompt = _("{question} [y/N]").format(question=question)
        answer = click.prompt(prompt, default="", show_default=False, err=True).strip().casefold()
        if answer in _YES | _NO:
            return answer in _YES


def ask_text(question: str, option: str) -> str:
    """A text that must be given: asked for on a terminal.

    Raises:
        CommandLineError: `option-missing` where nobody can be asked.
    """
    if not can_ask():
        raise CommandLineError("option-missing", option=option)
    answer: str = click.prompt(question, err=True)
    return answer


def say_waiting(holder: str) -> None:
    """Tell that another run must be waited for."""
    say(_("Another run is issuing: {holder}. Waiting until it is done …").format(holder=holder), aside=True)


def ask_basis(known: BasisAnswers) -> BasisAnswers:
    """What is missing of the covering letter."""
    author = known.author or click.prompt(_("Who sent the covering letter (nominative)"), err=True)
    number = known.number or click.prompt(_("Its number"), err=True)
    day = known.date or click.prompt(_("Its date"), type=DATE, err=True)
    return replace(known, author=author, number=number, date=day)
