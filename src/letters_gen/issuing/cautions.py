"""What the clerk should know before a number is taken, beyond what is odd about the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from letters_gen.errors import Place
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.request import Request
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Entry
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.model.statement import SharedStatement
from letters_gen.register.book import Register
from letters_gen.russian.deadlines import is_calendar_known

_LATE_DAYS = 31
_WEEKLY = "weekly"


def cautions(
    decisions: Sequence[Decision], request: Request, shared: SharedStatement, period: Period
) -> Iterator[Oddity]:
    """Of the documents themselves: a far date, and what doesn't change although it was asked
    for.
    """
    if any(decision.takes_number for decision in decisions):
        yield from _odd_dates(request.signed_on, shared.basis, period)
    until = _deadline(decisions, request.signed_on)
    if until is not None and not is_calendar_known(until.year):
        yield Oddity("calendar-unknown", Place(), {"year": until.year, "until": until})
    yield from _standing_dates(decisions, request)
    kept = [one.standing for one in decisions if one.act is Act.KEEP and one.standing]
    yield from _kept_otherwise(kept, request, shared)
    for decision in decisions:
        entry = decision.standing
        if decision.act is Act.LEAVE and entry is not None:
            because = entry.annulled_because
            yield Oddity("annulled-by-hand", Place(), {"number": entry.number, "because": because})


def _odd_dates(day: date, basis: Basis | None, period: Period) -> Iterator[Oddity]:
    """Of new documents signed on `day`."""
    if abs((day - period.end).days) > _LATE_DAYS:
        yield Oddity("date-far-from-period", Place(), {"day": day, "end": period.end})
    if day < period.end:
        yield Oddity("date-before-period-ends", Place(), {"day": day, "end": period.end})
    if basis is not None and day < basis.date:
        yield Oddity("date-before-basis", Place(), {"day": day, "basis": basis.date})


def _deadline(decisions: Sequence[Decision], day: date) -> date | None:
    """The deadline of those documents that are signed on `day`; None where they have none."""
    letters = (
        decision.letter for decision in decisions if decision.takes_number and decision.letter
    )
    first = next(letters, None)
    return first.deadline(day) if first else None


def _standing_dates(decisions: Sequence[Decision], request: Request) -> Iterator[Oddity]:
    """Documents that keep the date of their number, although another was asked for."""
    if request.day is None:
        return
    staying = [one for one in decisions if not one.takes_number and one.act is not Act.WITHDRAW]
    standing = [one.standing for one in staying if one.standing is not None]
    other_day = [entry for entry in standing if entry.date != request.day]
    if other_day:
        told = {"number": _numbers(other_day), "day": other_day[0].date}
        yield Oddity("date-stands", Place(), told)


def _kept_otherwise(
    kept: Sequence[Entry], request: Request, shared: SharedStatement
) -> Iterator[Oddity]:
    """What documents that stay as they are state otherwise than they would now."""
    signed = [one for one in kept if one.signatory != shared.signatory.name]
    if signed and request.signatory:
        told = {"number": _numbers(signed), "name": signed[0].signatory}
        yield Oddity("signatory-stands", Place(), told)
    prepared = [one for one in kept if one.executor != shared.executor]
    if prepared:
        told = {"number": _numbers(prepared), "name": prepared[0].executor}
        yield Oddity("executor-stands", Place(), told)
    for code, is_other in _OTHERWISE:
        other = [one for one in kept if is_other(one.shared, shared)]
        if other:
            yield Oddity(code, Place(), {"number": _numbers(other)})


def _compared_otherwise(was: SharedStatement, now: SharedStatement) -> bool:
    """Whether documents for schools would be compared with other figures of the district."""
    if now.week is None or now.week.figures is None:
        return False
    return was.week is None or was.week.compared != now.week.compared


def _set_otherwise(was: SharedStatement, now: SharedStatement) -> bool:
    """Whether settings that documents state have changed; what a first program didn't keep
    hasn't.
    """
    kept = (
        (was.heading or None, now.heading),
        (was.office, now.office),
        (was.week and was.week.asks, now.week and now.week.asks),
    )
    return any(before is not None and before != after for before, after in kept)


def _made_of_others(was: SharedStatement, now: SharedStatement) -> bool:
    """Whether the templates have changed."""
    return was.templates is not None and was.templates != now.templates


_OTHERWISE = (
    ("figures-stand", _compared_otherwise),
    ("settings-stand", _set_otherwise),
    ("template-stands", _made_of_others),
)


def _numbers(entries: Sequence[Entry]) -> list[str]:
    return [entry.number for entry in entries]


def week_without_letter(
    register: Register, settings: Settings, kind: DocumentType, period: Period
) -> Iterator[Oddity]:
    """Of documents to schools: the week's letter to all of them, where it isn't issued yet."""
    if kind.is_for_schools and _WEEKLY in settings.types:
        issued = (entry.is_issued for entry in register.batch(_WEEKLY, period.subject))
        if not any(issued):
            yield Oddity("weekly-not-issued", Place(), {"period": period})
