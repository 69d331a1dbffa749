"""The fields of what the office has done about a week already."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group
from letters_gen.model.field import Field
from letters_gen.model.taken import Ordered, Sent, Taken
from letters_gen.russian.dates import numeric

_SENT, _ORDER = "направлено", "приказ"


def tells_of_taken(names: Collection[str]) -> bool:
    """Whether one of the fields `names` needs the register to be asked."""
    return any(name.partition(".")[0] in (_SENT, _ORDER) for name in names)


def _day(day: date | None) -> str:
    return numeric(day) if day else ""


SENT: tuple[Field[Sent], ...] = (
    Field("число", "сколько писем школам об этой неделе ждут ответа", "13", lambda one: one.count),
    Field("номера", "их номера", "№ 01-16/225 – 01-16/237", lambda one: one.numbers),
    Field("дата", "их дата; пусто, если даты разные", "25.04.2023", lambda one: _day(one.day)),
    Field("срок", "срок ответа; пусто, если разный", "03.05.2023", lambda one: _day(one.deadline)),
    Field("ответили", "сколько организаций ответили", "8", lambda one: one.answered),
)
ORDERED: tuple[Field[Ordered], ...] = (
    Field("номер", "номер приказа об этой неделе", "45-ОД", lambda one: one.number),
    Field("дата", "дата этого приказа", "25.04.2023", lambda one: numeric(one.day)),
)


def taken_groups() -> tuple[Group[Batch], ...]:
    """What has been done about the week; empty where nothing was."""
    return (
        Group(_SENT, SENT, lambda batch: _taken(batch).sent, is_blank=True),
        Group(_ORDER, ORDERED, lambda batch: _taken(batch).order, is_blank=True),
    )


def _taken(batch: Batch) -> Taken:
    return batch.matter.week.taken if batch.matter.week else Taken()
