"""The earlier documents that those of a run speak of: named by the clerk, or overdue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.letter import Letter
from letters_gen.errors import CommandLineError, InputError
from letters_gen.issuing.prior_fit import refuse_unfit
from letters_gen.issuing.request import Request
from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.entry_state import ended_by
from letters_gen.model.monitoring import Row
from letters_gen.model.prior import CHANGES, ENDS, FIRST, INSTEAD, REMINDS, Prior
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.register.book import Register
from letters_gen.register.wanted import Wanted
from letters_gen.russian.dates import numeric


@dataclass(frozen=True)
class Priors:
    """The earlier documents of a run.

    Attributes:
        by_school: those of each school, by its key; '' for those about none.
        subjects: what then tells a letter from others of its type, by the same.
        addressees: whom documents about no school were addressed to.
    """

    by_school: Mapping[str, tuple[Prior, ...]] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    addressees: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Prior, ...]:
        """All of them, for one paper about many schools."""
        return tuple(prior for priors in self.by_school.values() for prior in priors)

    @property
    def subject(self) -> str:
        """What documents that the clerk names the earlier ones for are about: their numbers."""
        named = (prior.number for prior in self.all if prior.relation in (ENDS, CHANGES))
        return ", ".join(dict.fromkeys(named))


NO_PRIORS = Priors()


def priors_of(
    register: Register,
    settings: Settings,
    kind: DocumentType,
    request: Request,
    rows: Iterable[Row],
) -> Priors:
    """The earlier documents that a run speaks of.

    Args:
        rows: the schools that the run could be about.

    Raises:
        InputError: `prior-twice`: a document is to be ended and changed; what `refuse_unfit` tells.
    """
    if kind.schools == "overdue":
        keys = {row.school.short_name: row.school.key for row in rows}
        return _overdue(register, kind, request.signed_on, keys)
    if request.names_priors:
        return _named(register, settings, kind, request)
    return NO_PRIORS


def _named(register: Register, settings: Settings, kind: DocumentType, request: Request) -> Priors:
    found: dict[str, tuple[Prior, ...]] = {}
    addressees: dict[str, str] = {}
    for key in request.changes.keys() & set(request.ends):
        raise InputError("prior-twice", number=register.entry(key).number)
    relations = dict.fromkeys(request.ends, ENDS) | dict.fromkeys(request.changes, CHANGES)
    standing = register.of_keys(list(relations))
    for key, entry in standing.items():
        prior = replace(_prior(relations[key], entry), said=request.changes.get(key, ()))
        named = [prior, *_instead(register, entry)]
        found[key.school] = (*found.get(key.school, ()), *named)
        addressees[key.school] = entry.addressee
    priors = Priors(found, {}, addressees)
    if not register.batch(kind.key, subject_of(request, priors)):
        for key, entry in standing.items():
            refuse_unfit(settings, kind, relations[key], entry)
    return priors


def _instead(register: Register, entry: Entry) -> Iterator[Prior]:
    """The later edition that stands instead of a document, where there is one."""
    key = entry.key
    for other in register.batch(key.type, key.subject) if key.type else ():
        is_later = other.key.school == key.school and other.key.edition > key.edition
        if is_later and other.is_issued:
            yield _prior(INSTEAD, other)


def _prior(relation: str, entry: Entry) -> Prior:
    key = entry.key
    return Prior(
        relation,
        entry.number,
        entry.date,
        (key.type, key.subject, key.school, key.edition),
        entry.title,
        entry.heading,
        entry.own.deadline,
    )


def prior_key(prior: Prior) -> EntryKey:
    """What the register knows an earlier document by."""
    return EntryKey(*prior.key)


def _overdue(register: Register, kind: DocumentType, day: date, keys: Mapping[str, str]) -> Priors:
    """What answers are late on `day`, school by school, where no reminder of it runs any more."""
    late = _late_by_school(register, kind, day, keys)
    since = min((one.day for priors in late.values() for one in priors), default=day)
    reminded = _reminders(register, kind, since) if late else {}
    found: dict[str, tuple[Prior, ...]] = {}
    subjects: dict[str, str] = {}
    for school, priors in late.items():
        earlier = [one for one in reminded.get(school, ()) if _speaks_of(one, priors)]
        until = _latest_deadline(priors, earlier)
        if until < day:
            found[school] = (*priors, *(_prior(FIRST, one) for one in earlier[:1]))
            subjects[school] = f"{', '.join(_numbers(priors))} (срок {numeric(until)})"
    return Priors(found, subjects)


def _numbers(priors: Iterable[Prior]) -> list[str]:
    return [prior.number for prior in priors]


def _latest_deadline(priors: Iterable[Prior], reminders: Iterable[Entry]) -> date:
    """The last day that anything of it is awaited by."""
    days = [*(prior.deadline for prior in priors), *(one.own.deadline for one in reminders)]
    return max(day for day in days if day is not None)


def subject_of(request: Request, priors: Priors) -> str:
    """What documents without a sheet are about: the numbers that they end or change, and what the
    clerk has said.
    """
    return ": ".join(filter(None, (priors.subject, request.subject)))


def _late_by_school(
    register: Register, kind: DocumentType, day: date, keys: Mapping[str, str]
) -> dict[str, tuple[Prior, ...]]:
    late: dict[str, tuple[Prior, ...]] = {}
    for entry in register.entries(Wanted(overdue_on=day)):
        if ended_by(entry) or entry.key.type == kind.key:
            continue
        late_ones = [keys.get(name, name) for name in unanswered(entry)]
        for school in [entry.key.school] if entry.school else late_ones:
            late[school] = (*late.get(school, ()), _prior(REMINDS, entry))
    return late


def _reminders(register: Register, kind: DocumentType, since: date) -> dict[str, list[Entry]]:
    """The reminders that stand, by the school's key, the first one first."""
    found: dict[str, list[Entry]] = {}
    for entry in register.entries(Wanted(type=kind.key, since=since)):
        if entry.is_issued:
            found.setdefault(entry.key.school, []).append(entry)
    return found


def _speaks_of(reminder: Entry, priors: Iterable[Prior]) -> bool:
    keys = {prior.key for prior in priors}
    return any(prior.key in keys for prior in reminder.own.priors)


def refuse_misnamed(names: Collection[str], batch: Batch, priors: Priors) -> None:
    """Raises CommandLineError `prior-unnamed`: a letter is to withdraw documents, and none is
    named; InputError `prior-itself`: a document is to end or change itself.
    """
    kind, own = batch.type, (batch.type.key, batch.matter.subject)
    for prior in priors.all:
        if prior.relation in (ENDS, CHANGES) and prior.key[:2] == own:
            raise InputError("prior-itself", number=prior.number)
    if withdraws(kind, names) and not priors.subject:
        raise CommandLineError("prior-unnamed", type=kind.key)


def withdraws(kind: DocumentType, names: Collection[str]) -> bool:
    """Whether letters of a type withdraw earlier ones: their templates name them."""
    return kind.form == "letter" and "прекращаем" in names


def standing_entries(register: Register, batch: Batch, wanted: Iterable[Letter]) -> list[Entry]:
    """What the register has of a batch; of letters with subjects of their own, these."""
    own = {letter.subject: letter for letter in wanted if letter.subject}
    if not own:
        return register.batch(batch.type.key, batch.matter.subject)
    # Nothing that reminds of a document is older than it.
    since = min(prior.day for letter in own.values() for prior in letter.priors)
    known = register.entries(Wanted(type=batch.type.key, since=since))
    return [entry for entry in known if entry.key.subject in own]
