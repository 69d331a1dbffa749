"""What the office has done about a week already, read where the documents of a batch tell of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from letters_gen.documents.batch import Batch
from letters_gen.documents.taken_fields import tells_of_taken
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import is_withdrawn
from letters_gen.model.taken import Ordered, Sent, Taken
from letters_gen.register.book import Register

Item = TypeVar("Item")


def with_taken(batch: Batch, forms: Forms, register: Register) -> Batch:
    """`batch` with what has been done about its week, where a template names that; else as it
    is.
    """
    return with_all_taken(batch, register) if tells_of_taken(forms.names) else batch


def with_all_taken(batch: Batch, register: Register) -> Batch:
    """`batch` with what has been done about its week, whatever its templates name."""
    week = batch.matter.week
    if week is None:
        return batch
    kinds = [kind for kind in batch.settings.types.values() if kind.key != batch.type.key]
    orders = [kind.key for kind in kinds if kind.form == "order"]
    letters = [kind.key for kind in kinds if kind.each and kind.answer]
    subject = batch.matter.subject
    taken = Taken(
        _sent(list(_issued(register, letters, subject))),
        _order(list(_issued(register, orders, subject))),
    )
    return replace(batch, matter=replace(batch.matter, week=replace(week, taken=taken)))


def _issued(register: Register, types: Iterable[str], subject: str) -> Iterable[Entry]:
    for key in types:
        yield from (entry for entry in register.batch(key, subject) if entry.is_issued)


def _sent(entries: Sequence[Entry]) -> Sent | None:
    """What the letters that stand tell."""
    standing = [one for one in entries if not one.replaced_by and not is_withdrawn(one)]
    if not standing:
        return None
    days = [entry.date for entry in standing]
    until = [entry.own.deadline for entry in standing]
    answered = _answered(entries, {entry.school for entry in standing})
    unmarked = tuple(entry.number for entry in standing if not entry.has_left)
    numbers = _numbers(standing)
    return Sent(len(standing), numbers, _common(days), _common(until), answered, unmarked)


def _answered(entries: Sequence[Entry], asked: Collection[str]) -> int:
    """How many of the schools have answered; one that answered a letter replaced since has, too."""
    return len({one.school for one in entries if one.answers and one.school in asked})


def _numbers(entries: Sequence[Entry]) -> str:
    """Numbers that follow each other as a run: between its ends no other document is named."""
    runs: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda one: (one.series, one.year, one.seq)):
        last = runs[-1][-1] if runs else None
        follows = (entry.series, entry.year, entry.seq - 1)
        if last and (last.series, last.year, last.seq) == follows:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    told = [" – ".join(dict.fromkeys((run[0].number, run[-1].number))) for run in runs]
    return "№\N{NO-BREAK SPACE}" + ", ".join(told)


def _common(days: Sequence[date | None]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


def _order(entries: Sequence[Entry]) -> Ordered | None:
    return Ordered(entries[-1].number, entries[-1].date) if entries else None
