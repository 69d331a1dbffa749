"""Questions on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from letters_gen.cli.screen import fitted, say
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letters_gen.model.question import Question

_YES = {"y", "yes", "д", "да"}
_NO = {"n", "no", "н", "нет", ""}


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def typed_answer(
    question: str, default: str | None = None, kind: click.ParamType[Any] | None = None
) -> Any:
    """What is typed behind a question, broken between words as far as the terminal is wide; Enter
    takes the default.

    Args:
        default: None asks until something is typed.
        kind: what the answer is to be; a text without it.
    """
    shown = f"{question} [{default}]:" if default else f"{question}:"
    return click.prompt(
        fitted(shown),
        default=default,
        type=kind,
        show_default=False,
        show_choices=False,
        prompt_suffix=" ",
        err=True,
    )


def ask_yes(question: str) -> bool:
    """A question that is answered with yes or no; no by default."""
    while True:
        asked = _("{question} [y/N]").format(question=question)
        answer = typed_answer(asked, default="").strip().casefold()
        if answer in _YES | _NO:
            return answer in _YES
        say(_("Answer д (yes) or н (no); Enter means no."), aside=True)


def ask_text(question: str, option: str) -> str:
    """A text that must be given: asked for on a terminal.

    Raises:
        CommandLineError: `option-missing` where nobody can be asked.
    """
    if not can_ask():
        raise CommandLineError("option-missing", option=option)
    answer: str = typed_answer(question)
    return answer


def ask_questions(questions: Iterable[Question]) -> Iterator[tuple[Question, str]]:
    """Each question with the clerk's answer: the number of a choice, another answer, or nothing for
    what is assumed.

    A dash leaves this one and all that follow as they are, unanswered.
    """
    from letters_gen.cli.screen import say_question

    for question in questions:
        say_question(question, aside=True)
        for number, choice in enumerate(question.choices, 1):
            sign = "–" if _takes_numbers(question) else f"{number}."
            say(f"    {sign} {choice}", aside=True)
        answer = _answer(question)
        if answer is None:
            return
        yield question, answer


def _takes_numbers(question: Question) -> bool:
    """Whether a number may be the answer itself: then it can't stand for a choice."""
    return question.accepts("1")


def _answer(question: Question) -> str | None:
    """An answer that can be one, asked for until it is given; None for a dash."""
    if _takes_numbers(question):
        asked = _("Your answer: a number or the words shown; - leaves it open")
    elif question.is_open:
        asked = _("Your answer; - leaves it open, and nothing is issued")
    else:
        asked = _("Number, or the right form; - leaves the rest as assumed")
    assumed = None if question.is_open else "1"
    while True:
        answer: str = typed_answer(asked, assumed).strip()
        if answer == "-":
            return None
        if question.accepts(answer):
            return answer
        if answer.isdecimal() and 0 < int(answer) <= len(question.choices):
            return question.choices[int(answer) - 1]
        say(_("That can't be it: {answer}.").format(answer=answer), aside=True)


def ask_words(question: str, offered: str = "") -> str:
    """A text that isn't blank, asked for until it is given; an empty answer, or a yes, takes what
    is `offered`.
    """
    while True:
        answer: str = typed_answer(question, offered or None)
        if offered and answer.strip().casefold() in _YES:
            return offered
        if answer.strip():
            return answer.strip()


def say_waiting(holder: str) -> None:
    """Tell that another run must be waited for."""
    say(
        _("Another run is issuing: {holder}. Waiting until it is done …").format(holder=holder),
        aside=True,
    )
