"""The fields of a letter to a school that meets what is required: since when, how well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from letters_gen.compliance import judged_value
from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.model.field import Field
from letters_gen.model.judgement import Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.settings import Settings
from letters_gen.russian.agreement import agreed
from letters_gen.russian.dates import numeric
from letters_gen.russian.numbers import out_of, requirement_text, value_text


def _start(batch: Batch) -> str:
    """The first day of the weeks that the type asks for."""
    week, back = batch.matter.week, batch.type.weeks - 1
    assert week is not None
    read = week.past.read
    period = read[back - 1] if 0 < back <= len(read) else week.monitoring.period
    return numeric(period.start)


def _weeks(batch: Batch) -> str:
    number = batch.type.weeks
    return agreed(number, "неделя", "недели", "недель") if number > 1 else ""


SPAN: tuple[Field[Batch], ...] = (
    Field("начало", "первый день недель, за которые вид документа судит", "08.04.2023", _start),
    Field("число", "сколько это недель", "4", lambda batch: batch.type.weeks),
    Field(
        "недели",
        "то же со словом; пусто, если неделя одна",
        "4 недели",
        _weeks,
    ),
)


@dataclass(frozen=True, slots=True)
class _Reached:
    rule: Indicator
    row: Row


def _value(one: _Reached) -> str:
    return value_text(judged_value(one.row, one.rule.source), one.rule.requirement)


def _detail(one: _Reached) -> str:
    if not one.rule.source.is_share:
        return ""
    part, whole = (one.row.count(column) for column in one.rule.source.columns)
    return "" if part is None or whole is None else out_of(part, whole)


REACHED: tuple[Field[_Reached], ...] = (
    Field(
        "показатель", "название показателя", "Доля зарегистрированных", lambda one: one.rule.title
    ),
    Field("значение", "значение у школы", "100%", _value),
    Field("подробно", "из чего доля; пусто у других показателей", "33 из 33", _detail),
    Field(
        "требование",
        "что требуется",
        "не менее 100%",
        lambda one: requirement_text(one.rule.requirement),
    ),
)


def reached_groups(settings: Settings) -> tuple[Group[NumberedLetter], ...]:
    """The fields of a letter to one school about what it has reached."""
    told = "показатели школы по одному"
    return (
        Group("ряд", SPAN, lambda one: one.letter.batch),
        ListGroup("достигнутое", REACHED, partial(_reached, settings), meaning=told),
    )


def _reached(settings: Settings, one: NumberedLetter) -> list[_Reached]:
    [row] = one.letter.rows
    return [_Reached(rule, row) for rule in settings.indicators.values()]
