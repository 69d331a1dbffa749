"""The chain that a document stands in: the letter it rests on, what went out on it, what answered
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from letters_gen.model.entry import Entry
from letters_gen.model.settings import DocumentType
from letters_gen.register.book import Register
from letters_gen.register.incoming import letters_of
from letters_gen.register.wanted import Wanted

# As many entries of one kind are told one by one; of more their count.
_MOST = 5


@dataclass(frozen=True)
class Related:
    """One document of a chain.

    Attributes:
        relation: what it is to the entry: `basis`, `letter`, `notice`, `order`, `statement`,
            `answer`, `reminder`, or `answered` of a document that an incoming letter answers.
        number, day: of several the first; of one that isn't in the register as it is known.
        type: the key of its type, '' where no template made it.
        count: how many of a kind there are, told together.
    """

    relation: str
    number: str
    day: date | None
    title: str
    type: str = ""
    count: int = 1


def chain_of(register: Register, types: Iterable[DocumentType], entry: Entry) -> list[Related]:
    """What stands before and after `entry`, in the order of the matter."""
    kinds = list(types)
    if entry.own.incoming:
        return [*_answered(entry), *_resting(register, kinds, entry)]
    return [
        *_bases(register, entry),
        *_of_week(register, kinds, entry),
        *_answers(entry),
        *_reminders(register, kinds, entry),
    ]


def _bases(register: Register, entry: Entry) -> Iterator[Related]:
    """The letter that it rests on, under the number of the journal of incoming documents."""
    basis = entry.basis
    if basis is None:
        return
    known = [one for one in letters_of(register, basis.number, basis.date) if not one.is_annulled]
    for one in known[:1]:
        yield _link("basis", one)


def _of_week(register: Register, kinds: list[DocumentType], entry: Entry) -> Iterator[Related]:
    """The other documents on the same week: letters to all, and notices to its school."""
    if entry.period is None:
        return
    for kind in kinds:
        if kind.key == entry.key.type or not kind.sheet:
            continue
        school = entry.key.school if kind.each and entry.key.school else None
        found = register.batch(kind.key, entry.key.subject, school)
        yield from _told(found, "notice" if kind.each else kind.form)


def _told(found: list[Entry], relation: str) -> Iterator[Related]:
    """These entries, one by one; many of them as one."""
    if len(found) > _MOST:
        first = found[0]
        yield Related(relation, first.number, first.date, first.title, first.key.type, len(found))
        return
    for one in found:
        if not one.is_annulled:
            yield _link(relation, one)


def _answers(entry: Entry) -> Iterator[Related]:
    for answer in entry.answers:
        yield Related("answer", answer.incoming, answer.on, answer.way)


def _reminders(register: Register, kinds: list[DocumentType], entry: Entry) -> Iterator[Related]:
    """The reminders of it: their subjects name its number."""
    for kind in kinds:
        if kind.schools == "overdue" and entry.key.school:
            for one in register.of_school(kind.key, entry.key.school):
                if entry.number in one.key.subject and not one.is_annulled:
                    yield _link("reminder", one)


def _answered(entry: Entry) -> Iterator[Related]:
    """What an incoming letter answers, as it was told when it was entered."""
    assert entry.own.incoming is not None
    for told in entry.own.incoming.answers:
        yield Related("answered", told.number, told.day, "")


def _resting(register: Register, kinds: list[DocumentType], entry: Entry) -> Iterator[Related]:
    """The letters to all that rest on an incoming one."""
    said = entry.own.incoming
    assert said is not None
    for kind in kinds:
        if kind.each:
            continue
        for one in register.newest(Wanted(type=kind.key, text=said.number), _MOST)[0]:
            basis = one.basis
            if basis and (basis.number, basis.date) == (said.number, said.day):
                yield _link(kind.form, one)


def _link(relation: str, entry: Entry) -> Related:
    return Related(relation, entry.number, entry.date, entry.title, entry.key.type)
