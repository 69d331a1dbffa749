"""What the office has done about a week already, read where the documents of a batch tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from letters_gen.documents.batch import Batch
from letters_gen.documents.taken_fields import tells_of_taken
from letters_gen.making.filling import Forms
from letters_gen.model.entry import Entry
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
    if not entries:
        return None
    ordered = sorted(entries, key=lambda entry: (entry.series, entry.year, entry.seq))
    first, last = ordered[0].number, ordered[-1].number
    numbers = f"№\N{NO-BREAK SPACE}{first}" + (f" – {last}" if last != first else "")
    days = [entry.date for entry in entries]
    until = [entry.own.deadline for entry in entries]
    answered = sum(bool(entry.answers) for entry in entries)
    return Sent(len(entries), numbers, _common(days), _common(until), answered)


def _common(days: Sequence[date | None]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


def _order(entries: Sequence[Entry]) -> Ordered | None:
    return Ordered(entries[-1].number, entries[-1].date) if entries else None
