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
    from collections.abc import Iterable

    from letters_gen.issuing.request import BasisAnswers
    from letters_gen.model.doubt import Doubt

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


def ask_doubts(doubts: Iterable[Doubt]) -> dict[Doubt, str]:
    """The clerk's answer to each doubt: the number of a choice, another text, or nothing for what is assumed.

    A dash leaves this one and all that follow as they are, unanswered.
    """
    from letters_gen.cli.screen import say_doubt

    answers: dict[Doubt, str] = {}
    for doubt in doubts:
        say_doubt(doubt, aside=True)
        for number, choice in enumerate(doubt.choices, 1):
            say(f"    {number}. {choice}", aside=True)
        question = _("Number, or the right form; - leaves the rest as assumed")
        answer = click.prompt(question, default="1" if doubt.assumed else None, err=True).strip()
        if answer == "-":
            break
        is_number = answer.isdecimal() and 0 < int(answer) <= len(doubt.choices)
        answers[doubt] = doubt.choices[int(answer) - 1] if is_number else answer
    return answers


def say_waiting(holder: str) -> None:
    """Tell that another run must be waited for."""
    say(_("Another run is issuing: {holder}. Waiting until it is done …").format(holder=holder), aside=True)


def ask_basis(known: BasisAnswers) -> BasisAnswers:
    """What is missing of the covering letter."""
    author = known.author or click.prompt(_("Who sent the covering letter (nominative)"), err=True)
    number = known.number or click.prompt(_("Its number"), err=True)
    day = known.date or click.prompt(_("Its date"), type=DATE, err=True)
    return replace(known, author=author, number=number, date=day)
