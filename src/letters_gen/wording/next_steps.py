"""What comes next, in one line after each command."""

from __future__ import annotations

from letters_gen.issuing.plan import Plan
from letters_gen.wording.language import gettext as _

_NOTICE = "notice"


def after_issuing(plan: Plan, is_printed: bool) -> str:
    """What the clerk does after documents were issued: the week's letter is followed by notices,
    people are acquainted with an order, what is issued to each school is printed, then sent.
    """
    kind = plan.type
    if kind.typed:
        return _typed(plan)
    if _is_followed_by_notices(plan):
        return _("Next: the notices, letters-gen notices; then print, sign and send.")
    numbers = [number for one, number in plan.numbered() if one.is_written]
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
    if kind.form == "order":
        told = _(
            "Next: sign {numbers} and acquaint people with it: letters-gen register signed "
            "{number}, then letters-gen register acquainted {number}."
        )
        return told.format(numbers=span, number=numbers[0])
    if kind.each and not is_printed:
        return _printing(plan)
    if plan.batch.settings.mail:
        told = _("Next: sign {numbers}, attach the scans, then letters-gen send.")
        return told.format(numbers=span)
    return _("Next: sign and send {numbers}; then letters-gen register sent.").format(numbers=span)


def _printing(plan: Plan) -> str:
    if plan.type.schools != "overdue":
        return _("Next: put them into one file to print, the same command with --print.")
    # Issued, they are overdue no more: the same command would find nothing.
    day = f"{plan.request.signed_on:%d.%m.%Y}"
    told = _("Next: put them into one file to print: letters-gen print --period {day}-{day}.")
    return told.format(day=day)


def _is_followed_by_notices(plan: Plan) -> bool:
    """Whether it is the letter of each week to all schools, and some of them fall short."""
    kind, week = plan.type, plan.batch.matter.week
    is_weekly = kind.form == "letter" and kind.every == "week" and not kind.each
    return bool(is_weekly and week and week.findings) and _NOTICE in plan.batch.settings.types


def _typed(plan: Plan) -> str:
    told = _(
        "Next: type the text into this file in Word, sign the letter; then letters-gen register "
        "signed {number}."
    )
    return told.format(number=next(number for one, number in plan.numbered() if one.is_written))


def after_reserving(number: str) -> str:
    """What follows a number that was taken for a typed letter."""
    told = _("Next: write the letter, and take it in: letters-gen register attach {number} FILE.")
    return told.format(number=number)
