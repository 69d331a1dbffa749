"""What the clerk should know before a number is taken, beyond what is odd about the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from letters_gen.documents.batch import Batch
from letters_gen.errors import Place
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.request import Request
from letters_gen.model.entry import Entry
from letters_gen.model.matter import Matter
from letters_gen.model.oddity import Oddity
from letters_gen.register.book import Register
from letters_gen.russian.deadlines import is_calendar_known

_LATE_DAYS = 31
_WEEKLY = "weekly"


def cautions(
    decisions: Sequence[Decision], request: Request, shared: Mapping[str, Any], matter: Matter
) -> Iterator[Oddity]:
    """Of the documents themselves: a far date, and what doesn't change although it was asked
    for.
    """
    day = request.signed_on
    if any(decision.takes_number for decision in decisions):
        yield from _odd_date(day, matter)
    standing = [
        decision.standing
        for decision in decisions
        if decision.standing is not None
        and not decision.takes_number
        and decision.act is not Act.WITHDRAW
    ]
    until = _deadline(decisions, day)
    if until is not None and not is_calendar_known(until.year):
        yield Oddity("calendar-unknown", Place(), {"year": until.year, "until": until})
    other_day = [entry for entry in standing if request.day not in (None, entry.date)]
    if other_day:
        yield Oddity(
            "date-stands", Place(), {"number": _numbers(other_day), "day": other_day[0].date}
        )
    yield from _kept_otherwise(decisions, request, shared)
    left = [
        decision.standing
        for decision in decisions
        if decision.act is Act.LEAVE and decision.standing
    ]
    for entry in left:
        yield Oddity(
            "annulled-by-hand", Place(), {"number": entry.number, "because": entry.annulled_because}
        )


def _odd_date(day: date, matter: Matter) -> Iterator[Oddity]:
    """A day of signing far from the week, or before what the documents rely on."""
    if matter.week:
        end = matter.week.monitoring.period.end
        if abs((day - end).days) > _LATE_DAYS:
            yield Oddity("date-far-from-period", Place(), {"day": day, "end": end})
        if day < end:
            yield Oddity("date-before-period-ends", Place(), {"day": day, "end": end})
    if matter.basis and day < matter.basis.date:
        yield Oddity("date-before-basis", Place(), {"day": day, "basis": matter.basis.date})


def _deadline(decisions: Sequence[Decision], day: date) -> date | None:
    """The deadline of those documents that are signed on `day`; None where they have none."""
    letters = (
        decision.letter for decision in decisions if decision.takes_number and decision.letter
    )
    first = next(letters, None)
    return first.batch.deadline(day) if first else None


def _kept_otherwise(
    decisions: Sequence[Decision], request: Request, shared: Mapping[str, Any]
) -> Iterator[Oddity]:
    kept = [
        decision.standing
        for decision in decisions
        if decision.act is Act.KEEP and decision.standing
    ]
    for part, code in (("signatory", "signatory-stands"), ("executor", "executor-stands")):
        other = [entry for entry in kept if entry.shared[part]["name"] != shared[part]["name"]]
        if other and (part != "signatory" or request.signatory):
            yield Oddity(
                code, Place(), {"number": _numbers(other), "name": other[0].shared[part]["name"]}
            )
    district = [name for name in ("figures", "averages") if name in shared]
    other = [
        entry for entry in kept if any(entry.shared.get(name) != shared[name] for name in district)
    ]
    if other:
        yield Oddity("figures-stand", Place(), {"number": _numbers(other)})
    settings = ("heading", "office", "asks")
    other = [
        entry
        for entry in kept
        if any(entry.shared.get(name, shared[name]) != shared[name] for name in settings)
    ]
    if other:
        yield Oddity("settings-stand", Place(), {"number": _numbers(other)})
    other = [
        entry
        for entry in kept
        if entry.shared.get("templates", shared["templates"]) != shared["templates"]
    ]
    if other:
        yield Oddity("template-stands", Place(), {"number": _numbers(other)})


def _numbers(entries: Sequence[Entry]) -> list[str]:
    return [entry.number for entry in entries]


def week_without_letter(register: Register, batch: Batch) -> Iterator[Oddity]:
    """Of documents for each school: the week's letter to all of them, where it isn't issued yet."""
    week = batch.matter.week
    if week and batch.type.each and _WEEKLY in batch.settings.types:
        issued = (entry.is_issued for entry in register.batch(_WEEKLY, batch.matter.subject))
        if not any(issued):
            yield Oddity("weekly-not-issued", Place(), {"period": week.monitoring.period})
