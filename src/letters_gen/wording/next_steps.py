"""What comes next, in one line after each command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letters_gen.issuing.plan import Plan
from letters_gen.model.entry import Entry
from letters_gen.model.registration_number import parsed_number
from letters_gen.russian.dates import numeric
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
    return _signing(plan, numbers, is_printed)


def after_restoring(journals: Sequence[str]) -> Iterator[str]:
    """What the clerk does after a copy took the place of the register.

    Args:
        journals: the paths of those that bring back what the copy hasn't; none where it has all, or
            where the former register couldn't be read.
    """
    for path in journals:
        told = _(
            "The numbers that the copy hasn't would be given again. Bring them back first: "
            'letters-gen register import "{path}"'
        )
        yield told.format(path=path)
    if journals:
        yield _("Next: letters-gen register verify.")
        return
    yield _(
        "Next: letters-gen register verify. Numbers given after the copy come back from the "
        "last journal exported: letters-gen register import FILE."
    )


def _signing(plan: Plan, numbers: list[str], is_printed: bool) -> str:
    kind = plan.type
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
    if kind.form == "order":
        told = _(
            "Next: sign {numbers} and acquaint people with it: letters-gen register signed "
            "{number}, then letters-gen register acquainted {number}."
        )
        return told.format(numbers=span, number=numbers[0])
    if kind.each and not is_printed and len(numbers) > 1:
        return _printing(plan)
    if plan.batch.settings.mail:
        told = _("Next: sign {numbers}, attach the scans, then letters-gen send.")
        return told.format(numbers=span)
    told = _("Next: sign and send {numbers}; then letters-gen register sent {run}.")
    return told.format(numbers=span, run=_run(numbers, plan))


def _run(numbers: list[str], plan: Plan) -> str:
    """Numbers as a command takes them: one, or a range of running numbers."""
    if len(numbers) == 1:
        return numbers[0]
    series = [plan.type.series]
    first, last = (parsed_number(one, series) for one in (numbers[0], numbers[-1]))
    return f"{first.seq}-{last.seq}" if first and last else " ".join(numbers)


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


def after_attaching(entry: Entry, before: Entry) -> str:
    """What follows the text of a letter that was typed elsewhere; '' after any other file."""
    if not entry.by_hand or before.document or not entry.document or entry.is_signed:
        return ""
    told = _(
        "Next: sign {number} and send it; then letters-gen register signed {number} and "
        "letters-gen register sent {number}."
    )
    return told.format(number=entry.number)


def after_reserving(entries: Sequence[Entry]) -> Iterator[str]:
    """What was taken for typed letters, and what follows."""
    number = entries[0].number
    taken = _("Taken: the number {number} of {day}.")
    yield taken.format(number=number, day=numeric(entries[0].date))
    told = _("Next: write the letter, and take it in: letters-gen register attach {number} FILE.")
    yield told.format(number=number)
