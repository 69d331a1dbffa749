"""The fields of an order: what is to be done by which schools, and who signs to have seen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from letters_gen.documents.acquaintance import READER, Reader, readers
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.letter_fields import NumberedLetter, averaged
from letters_gen.documents.school_fields import INDICATOR, AveragedIndicator
from letters_gen.documents.school_lists import named_schools
from letters_gen.model.field import Field


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator that some schools do not meet, and these as a clause names them."""

    indicator: AveragedIndicator
    schools: Sequence[str]
    named: str


def _of_indicator(value: Callable[[AveragedIndicator], object], one: Measure) -> object:
    return value(one.indicator)


MEASURE: tuple[Field[Measure], ...] = (
    *(
        Field(one.name, one.meaning, one.example, partial(_of_indicator, one.value))
        for one in INDICATOR
    ),
    Field(
        "школы",
        "школы, которые показатель не выполнили, или их число, если их много",
        "МКОУ «Генухская СОШ», МКОУ «Кидеринская СОШ»",
        lambda one: one.named,
    ),
    Field(
        "все_школы",
        "все школы, которые показатель не выполнили",
        "МКОУ «Генухская СОШ», МКОУ «Кидеринская СОШ»",
        lambda one: ", ".join(one.schools),
    ),
    Field("число", "сколько школ его не выполнили", "2", lambda one: len(one.schools)),
)


def order_groups(sheet: bool) -> tuple[Group[NumberedLetter], ...]:
    """The fields of one paper about many schools that orders name besides.

    Args:
        sheet: of one that is about a week's monitoring.
    """
    told = "лист ознакомления: кто расписывается"
    measured = "невыполненные показатели по одному, каждый со своими школами"
    groups: list[Group[NumberedLetter]] = [
        ListGroup("ознакомление", READER, _readers, meaning=told)
    ]
    if sheet:
        groups.append(ListGroup("меры", MEASURE, _measures, meaning=measured))
    return tuple(groups)


def _measures(one: NumberedLetter) -> list[Measure]:
    """The indicators that schools of the letter do not meet, in the order of the settings."""
    batch = one.letter.batch
    failing: dict[str, list[str]] = {key: [] for key in batch.settings.indicators}
    for finding in one.letter.findings:
        failing[finding.indicator.key].append(finding.school.short_name)
    found = []
    for key, names in failing.items():
        if names:
            rule = batch.settings.indicators[key]
            named = named_schools(names, batch.type.schools_named, batch.type.collapse)
            found.append(Measure(averaged(one, rule), names, named))
    return found


def _readers(one: NumberedLetter) -> list[Reader]:
    return readers(one.letter)
