"""What the clerk should know before a number is taken, beyond what is odd about the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.errors import Place
from letters_gen.issuing.decisions import Act, Decision
from letters_gen.issuing.editions import why_spared
from letters_gen.issuing.request import Request
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import ended_by
from letters_gen.model.matter import Matter
from letters_gen.model.oddity import Oddity
from letters_gen.model.prior import CHANGES
from letters_gen.model.statement import SharedStatement, sums_of
from letters_gen.register.book import Register
from letters_gen.russian.deadlines import is_calendar_known
from letters_gen.russian.nominative import is_nominative

_LATE_DAYS = 31
_SPARED = {
    "entry-sent": "sent-not-corrected",
    "entry-signed": "signed-not-corrected",
    "entry-edited": "edited-not-corrected",
}
_WEEKLY = "weekly"
# What is done with documents that bear their date already, and go on to.
_DATED = (Act.FINISH, Act.REVISE, Act.CORRECT, Act.KEEP, Act.LEAVE, Act.AWAIT)


def cautions(
    decisions: Sequence[Decision], request: Request, shared: SharedStatement
) -> Iterator[Oddity]:
    """Of the documents themselves: a far date, and what doesn't change although it was asked
    for.
    """
    new = next((one.letter for one in decisions if one.takes_number), None)
    if new is not None:
        yield from _unsaid_changes(new)
        yield from _odd_dates(request.signed_on, new.batch.matter)
        yield from _odd_deadline(new.batch, request.signed_on)
        yield from _unmarked(new.batch.matter)
    yield from _standing_dates(decisions, request)
    kept = _standing(decisions, Act.KEEP)
    yield from _other_people(kept, request, shared)
    yield from _other_contents(kept, shared)
    for code in ("entry-sent", "entry-signed", "entry-edited"):
        kept_out = [one for one in _standing(decisions, Act.SPARE) if why_spared(one) == code]
        if kept_out:
            yield Oddity(_SPARED[code], Place(), {"number": _numbers(kept_out)})
    for entry in _standing(decisions, Act.LEAVE):
        told = {"number": entry.number, "because": entry.annulled_because}
        yield Oddity("annulled-by-hand", Place(), told)


def _odd_dates(day: date, matter: Matter) -> Iterator[Oddity]:
    """Of new documents, signed on `day`: far from their week, or before what they rely on."""
    if matter.week:
        end = matter.week.monitoring.period.end
        if abs((day - end).days) > _LATE_DAYS:
            yield Oddity("date-far-from-period", Place(), {"day": day, "end": end})
        if day < end:
            yield Oddity("date-before-period-ends", Place(), {"day": day, "end": end})
    if matter.basis and not is_nominative(matter.basis.author):
        yield Oddity("basis-author-case", Place(), {"author": matter.basis.author})
    if matter.basis and day < matter.basis.date:
        yield Oddity("date-before-basis", Place(), {"day": day, "basis": matter.basis.date})


def _unsaid_changes(letter: Letter) -> Iterator[Oddity]:
    """The documents that a new one changes without saying what is changed in them."""
    unsaid = [one.number for one in letter.priors if one.relation == CHANGES and not one.said]
    if unsaid:
        yield Oddity("changes-unsaid", Place(), {"number": unsaid, "first": unsaid[0]})


def _odd_deadline(batch: Batch, day: date) -> Iterator[Oddity]:
    """Of new documents, signed on `day`: whose days off aren't known, or too late for the covering
    letter.
    """
    until, basis = batch.deadline(day), batch.matter.basis
    if until is None:
        return
    if not is_calendar_known(until.year):
        yield Oddity("calendar-unknown", Place(), {"year": until.year, "until": until})
    if batch.type.is_due_by_basis and day > until:
        yield Oddity("signed-after-due", Place(), {"day": day, "due": until})
    elif basis and basis.due and until > basis.due:
        yield Oddity("deadline-after-due", Place(), {"until": until, "due": basis.due})


def _unmarked(matter: Matter) -> Iterator[Oddity]:
    """Letters that a new document says were sent, and that nobody has marked as sent."""
    sent = matter.week.taken.sent if matter.week else None
    if sent and sent.unmarked:
        yield Oddity("told-as-sent", Place(), {"number": list(sent.unmarked)})


def _standing(decisions: Sequence[Decision], *acts: Act) -> list[Entry]:
    """The entries with which one of `acts` is done."""
    return [one.standing for one in decisions if one.act in acts and one.standing is not None]


def _standing_dates(decisions: Sequence[Decision], request: Request) -> Iterator[Oddity]:
    """Documents that keep the date of their number, although another was asked for."""
    if request.day is None:
        return
    other = [entry for entry in _standing(decisions, *_DATED) if entry.date != request.day]
    if other:
        told = {"number": _numbers(other), "day": other[0].date}
        yield Oddity("date-stands", Place(), told)


def _other_people(
    kept: Sequence[Entry], request: Request, shared: SharedStatement
) -> Iterator[Oddity]:
    """Documents that stay as they are, though another would now sign or prepare them."""
    signed = [entry for entry in kept if entry.signatory != shared.signatory.name]
    if signed and request.signatory:
        told = {"number": _numbers(signed), "name": signed[0].signatory}
        yield Oddity("signatory-stands", Place(), told)
    prepared = [entry for entry in kept if entry.executor != shared.executor]
    if prepared:
        told = {"number": _numbers(prepared), "name": prepared[0].executor}
        yield Oddity("executor-stands", Place(), told)


def _other_contents(kept: Sequence[Entry], shared: SharedStatement) -> Iterator[Oddity]:
    """Documents that stay as they are, though something that all share would now be another."""
    for code, is_other in _CONTENTS:
        other = [entry for entry in kept if is_other(entry.shared, shared)]
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
        (was.people or None, now.people),
        (was.week and was.week.asks, now.week and now.week.asks),
    )
    return any(before is not None and before != after for before, after in kept)


def _made_of_others(was: SharedStatement, now: SharedStatement) -> bool:
    """Whether the templates have changed."""
    return was.templates is not None and was.templates != now.templates


_CONTENTS = (
    ("figures-stand", _compared_otherwise),
    ("settings-stand", _set_otherwise),
    ("template-stands", _made_of_others),
)


def _numbers(entries: Sequence[Entry]) -> list[str]:
    return [entry.number for entry in entries]


def weeks_letter(register: Register, batch: Batch, shared: SharedStatement) -> Iterator[Oddity]:
    """Of documents for each school: the week's letter to all of them, where it isn't issued yet, or
    states other figures than the sheet gives now.
    """
    week = batch.matter.week
    if week is None or not batch.type.each or _WEEKLY not in batch.settings.types:
        return
    issued = [one for one in register.batch(_WEEKLY, batch.matter.subject) if one.is_issued]
    if not issued:
        yield Oddity("weekly-not-issued", Place(), {"period": week.monitoring.period})
    for letter in issued:
        if _says_otherwise(letter, shared):
            yield Oddity("weekly-figures-stand", Place(), {"number": letter.number})


def _says_otherwise(letter: Entry, shared: SharedStatement) -> bool:
    """Whether the figures of a letter that stands aren't those that notices are compared with."""
    now = shared.week.figures if shared.week else None
    was = letter.own.figures
    if was is None or now is None or letter.replaced_by or ended_by(letter):
        return False
    return sums_of(was) != sums_of(now)


def no_longer_due(stranded: Sequence[Entry]) -> Iterator[Oddity]:
    """Of documents that stand, to schools that no longer fall short: the way out."""
    left = [entry.number for entry in stranded if entry.has_left]
    if left:
        yield Oddity("sent-not-due", Place(), {"number": left})
    here = [entry.number for entry in stranded if not entry.has_left]
    if here:
        yield Oddity("issued-not-due", Place(), {"number": here})
