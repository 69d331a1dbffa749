"""The fields of the earlier documents that a letter speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.model.field import Field
from letters_gen.model.prior import CHANGES, ENDS, FIRST, INSTEAD, REMINDS, Prior
from letters_gen.russian.dates import numeric

PRIOR: tuple[Field[Prior], ...] = (
    Field("номер", "номер документа", "01-16/219", lambda one: one.number),
    Field("дата", "дата документа", "18.04.2023", lambda one: numeric(one.day)),
    Field("вид", "вид документа", "Уведомление", lambda one: one.title),
    Field("заголовок", "заголовок документа", "О недостижении …", lambda one: one.heading),
    Field(
        "срок",
        "срок, к которому ждали ответа; пусто, если его не было",
        "25.04.2023",
        lambda one: numeric(one.deadline) if one.deadline else "",
    ),
    Field(
        "изменения",
        "что в нём меняется: сказанное в --changes за номером; пусто, если не сказано",
        "пункт 4 исключить",
        lambda one: "; ".join(one.said),
    ),
)
_LISTS = (
    ("напоминаем", "документы, ответ на которые просрочен", (REMINDS,)),
    ("прекращаем", "документы, которые этот прекращает: приказы, письма", (ENDS,)),
    ("изменяем", "документы, которые этот изменяет", (CHANGES,)),
)
_ONES = (("первое", FIRST), ("взамен", INSTEAD))


def prior_groups() -> tuple[Group[NumberedLetter], ...]:
    """The fields of earlier documents, in a list for each thing that a letter does to them."""
    groups: list[Group[NumberedLetter]] = [
        ListGroup(name, PRIOR, partial(_of, relations), meaning=meaning)
        for name, meaning, relations in _LISTS
    ]
    groups += [
        Group(name, PRIOR, partial(_one, relation), is_blank=True) for name, relation in _ONES
    ]
    return tuple(groups)


def _of(relations: Sequence[str], one: NumberedLetter) -> list[Prior]:
    return [prior for prior in one.letter.priors if prior.relation in relations]


def _one(relation: str, one: NumberedLetter) -> Prior | None:
    return next((prior for prior in one.letter.priors if prior.relation == relation), None)
