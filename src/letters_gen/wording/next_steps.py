"""What comes next, in one line after each command."""

from __future__ import annotations

from letters_gen.issuing.plan import Plan
from letters_gen.wording.language import gettext as _

_NOTICE = "notice"


def after_issuing(plan: Plan, is_printed: bool) -> str:
    """What the clerk does after documents were issued: the week's letter is followed by notices,
    what is issued to each school is printed, then sent; an order is made known.
    """
    kind = plan.type
    if _notices_follow(plan):
        return _("Next: the notices, letters-gen notices; then print, sign and send.")
    numbers = [number for one, number in plan.numbered() if one.is_written]
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
    if kind.acquaint != "none":
        told = _("Next: sign it and make it known; then letters-gen register acquainted {number}.")
        return told.format(number=span)
    if kind.each and not is_printed:
        return _("Next: put them into one file to print, the same command with --print.")
    return _("Next: sign and send {numbers}; then letters-gen register sent.").format(numbers=span)


def _notices_follow(plan: Plan) -> bool:
    week, kind = plan.batch.matter.week, plan.type
    is_first = kind.form == "letter" and not kind.each
    has_findings = week is not None and bool(week.findings)
    return is_first and has_findings and _NOTICE in plan.batch.settings.types


def after_reserving(number: str) -> str:
    """What follows a number that was taken for a typed letter."""
    told = _("Next: write the letter, and take it in: letters-gen register attach {number} FILE.")
    return told.format(number=number)
