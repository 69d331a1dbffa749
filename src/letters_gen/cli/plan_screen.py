"""A plan and what a run did, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.screen import say, say_question, say_told
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.issuing.issue import Outcome
    from letters_gen.issuing.plan import Plan
    from letters_gen.model.oddity import Oddity

# Of one kind of warning; --json has all of them.
_MOST_ALIKE = 10


def show_plan(plan: Plan, quiet: bool, aside: bool, every: bool, to_print: bool) -> None:
    """What would be issued, what is odd about it, and what is assumed."""
    from letters_gen.wording.plans import plan_lines
    from letters_gen.wording.sentences import told_oddity

    if not quiet:
        for line in plan_lines(plan, every):
            say(line, aside=aside)
        if to_print:
            told = _("  to print: a file in letters/{year}/print")
            say(told.format(year=plan.day.year), aside=aside)
    by_code: dict[str, list[Oddity]] = {}
    for oddity in plan.warnings:
        by_code.setdefault(oddity.code, []).append(oddity)
    for alike in by_code.values():
        for oddity in alike[:_MOST_ALIKE]:
            say_told(told_oddity(oddity), "!", aside=aside)
        _say_more(len(alike), aside)
    assumed = [question for question in plan.questions if not question.is_open]
    for question in assumed[:_MOST_ALIKE]:
        say_question(question, aside=aside)
    _say_more(len(assumed), aside)


def _say_more(number: int, aside: bool) -> None:
    """That there are more of a kind than were shown."""
    if number > _MOST_ALIKE:
        rest = number - _MOST_ALIKE
        told = ngettext("  … and {number} more like this", "  … and {number} more like this", rest)
        say(told.format(number=rest), aside=aside)


def show_outcome(plan: Plan, outcome: Outcome, dry_run: bool, aside: bool) -> None:
    """What the run did, and where the files are."""
    from letters_gen.wording.plans import outcome_lines

    for line in outcome_lines(plan, outcome, dry_run):
        say(line, aside=aside)


def show_next(plan: Plan, outcome: Outcome, printed: Sequence[str]) -> None:
    """What comes next, where something was issued."""
    from letters_gen.wording.next_steps import after_issuing

    if outcome.issued:
        say(after_issuing(plan, bool(printed)))
