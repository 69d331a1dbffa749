"""Questions as fieldsets of radio buttons, and what was ticked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from letters_gen.errors import InputError
from letters_gen.model.question import Question
from letters_gen.web.told import for_page, page_failures
from letters_gen.wording.language import gettext as _
from letters_gen.wording.sentences import Told, told_failure

_CHOICE, _OTHER = "=", "other"
_LONGEST = 1000
_BUTTON = re.compile("q-[0-9a-f]+")


@dataclass(frozen=True)
class Asked:
    """A question as the page shows it.

    Attributes:
        name: of its buttons; the text of another answer has the same with `-text`.
        told: what isn't certain, where, and what to do.
        choices: what it may be, each with the value of its button.
        assumed: what is taken while nobody answers, None where nothing can be.
        takes_others: whether anything else may be answered.
        ticked, text: what was answered and couldn't be taken.
        problem: why it couldn't.
    """

    question: Question
    name: str
    told: Told
    choices: Sequence[tuple[str, str]]
    assumed: str | None
    takes_others: bool
    ticked: str = ""
    text: str = ""
    problem: str = ""


@dataclass
class Given:
    """What a form answers.

    Attributes:
        answers: of each question what was answered, where it can be that.
        problems: of the others why it can't, by the names of their buttons.
        strays: how many answers there are to questions that nobody asks any more.
    """

    answers: list[tuple[Question, str]] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    strays: int = 0


def asked(
    questions: Iterable[Question],
    problems: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
) -> list[Asked]:
    """The questions, those that stop the documents first.

    Args:
        problems: why what `form` answers can't be taken, by the names of the buttons.
    """
    shown = sorted(questions, key=lambda one: not one.is_open)
    return [_asked(one, problems or {}, form or {}) for one in shown]


def _asked(question: Question, problems: Mapping[str, str], form: Mapping[str, str]) -> Asked:
    name = name_of(question)
    return Asked(
        question,
        name,
        for_page(told_failure(question.fault)),
        [(f"{_CHOICE}{choice}", choice) for choice in question.choices],
        question.assumed,
        bool(question.others),
        ticked=form.get(name, "") if name in problems else "",
        text=form.get(f"{name}-text", "") if name in problems else "",
        problem=problems.get(name, ""),
    )


def name_of(question: Question) -> str:
    """The name of a question's buttons; an id may hold anything."""
    return f"q-{hashlib.sha256(question.id.encode()).hexdigest()[:16]}"


def given(questions: Iterable[Question], form: Mapping[str, str]) -> Given:
    """What `form` answers of the `questions` that are asked now; a text of one's own counts without
    its button, too.
    """
    found = Given()
    known = {name_of(question): question for question in questions}
    for name, question in known.items():
        text = form.get(f"{name}-text", "")
        ticked = form.get(name) or (_OTHER if text.strip() else "")
        if not ticked:
            continue
        answer = _answer(ticked, text)
        if answer and question.accepts(answer):
            found.answers.append((question, answer))
        else:
            found.problems[name] = _problem(ticked, answer)
    found.strays = _strays(known, form)
    return found


def keep_each(found: Given, keep: Callable[[Question, str], None]) -> None:
    """Keep each answer that was given. Where one can't be kept, for Excel holds the directory, that
    is told beside its question, and the others are kept all the same.
    """
    kept = []
    for question, text in found.answers:
        try:
            keep(question, text)
        except InputError as error:
            told = page_failures(error).shown[0]
            found.problems[name_of(question)] = " ".join(filter(None, (told.text, told.mend)))
        else:
            kept.append((question, text))
    found.answers = kept


def _strays(known: Collection[str], form: Mapping[str, str]) -> int:
    """How many buttons are ticked of questions that nobody asks any more."""
    buttons = [name for name, value in form.items() if value and _BUTTON.fullmatch(name)]
    return sum(name not in known for name in buttons)


def _answer(ticked: str, text: str) -> str:
    if ticked == _OTHER:
        return " ".join(text.split())[:_LONGEST]
    return ticked.removeprefix(_CHOICE)


def _problem(ticked: str, answer: str) -> str:
    if ticked != _OTHER:
        return _("Choose anew: what may be answered has changed meanwhile")
    if not answer:
        return _("Write your own answer, or choose one of those above")
    return _("That can't be the answer: {answer}").format(answer=answer)
