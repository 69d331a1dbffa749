"""A plan and what a run did, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.screen import say, say_assumed, say_oddities
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.issuing.issue import Outcome
    from letters_gen.issuing.plan import Plan


def show_plan(plan: Plan, quiet: bool, aside: bool, every: bool, to_print: bool) -> None:
    """What would be issued, what is odd about it, and what is assumed."""
    from letters_gen.wording.plans import plan_lines

    if not quiet:
        for line in plan_lines(plan, every):
            say(line, aside=aside)
        if to_print:
            told = _("  to print: a file in letters/{year}/print")
            say(told.format(year=plan.day.year), aside=aside)
    say_oddities(plan.warnings, aside=aside)
    say_assumed([question for question in plan.questions if not question.is_open], aside=aside)


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
