"""The fields that tell of earlier weeks, each with its value; and whether a template names one."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from letters_gen.compliance import judged_value
from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group
from letters_gen.documents.past import change, finding_change
from letters_gen.documents.school_fields import NamedFinding, NamedSchool
from letters_gen.model.field import Field
from letters_gen.model.judgement import Indicator, Requirement
from letters_gen.model.past import DistrictPast
from letters_gen.model.settings import Settings
from letters_gen.russian.dates import numeric
from letters_gen.russian.numbers import change_text, place_text, value_text

_BEFORE, _CHANGED = "раньше", "изменение"
_LISTS = ("впервые", "повторно", "исправили", "сводка", "места", "выводы", "подряд")
_GROUPS = (_BEFORE, _CHANGED, *_LISTS)
# Of whom earlier weeks are told, and how the names of such fields begin.
_TOLD = ("школа", "школы", "нарушители", "нарушения")
_MARKS = ("недель", "место", _BEFORE, _CHANGED, "*")
MEETING = "недель_выполняет"
"""For how many weeks running a school has met everything: as far back as a year is read for it."""


def tells_of_past(names: Collection[str]) -> bool:
    """Whether one of the fields `names` needs earlier weeks to be read."""
    return any(_is_past(name) for name in names)


def _is_past(name: str) -> bool:
    first, _, last = name.partition(".")
    return first in _GROUPS or (first in _TOLD and last.startswith(_MARKS))


FINDING_PAST: tuple[Field[NamedFinding], ...] = (
    Field(
        "недель",
        "сколько недель подряд показатель не выполнен, считая эту",
        "2",
        lambda one: one.past and one.past.findings[one.indicator.key],
    ),
    Field(
        _BEFORE,
        "значение показателя неделю назад; пусто, если его не было",
        "50%",
        lambda one: _finding_before(one),
    ),
    Field(
        _CHANGED,
        "насколько показатель изменился за неделю; пусто, если сравнить не с чем",
        "+37,5 п.п.",
        lambda one: one.past and change_text(finding_change(one.finding, one.past)),
    ),
)


def _finding_before(one: NamedFinding) -> str | None:
    if one.past is None:
        return None
    value = one.past.before.get(one.indicator.key) if one.past.before else None
    return "" if value is None else value_text(value, one.indicator.requirement)


_SCHOOL_PAST: tuple[Field[NamedSchool], ...] = (
    Field(
        "недель",
        "сколько недель подряд у школы есть замечания, считая эту; 0, если их нет",
        "2",
        lambda school: school.past and school.past.running,
    ),
    Field(
        MEETING,
        "сколько недель подряд школа выполняет все показатели, считая эту; 0 при замечаниях",
        "0",
        lambda school: school.past and school.past.meeting,
    ),
    Field(
        "место",
        "место в районе по первой из оцениваемых долей; у равных — общее: 1–13",
        "14",
        lambda school: school.past and place_text(school.past.place),
    ),
)


def school_past_fields(settings: Settings) -> tuple[Field[NamedSchool], ...]:
    """What earlier weeks tell of a school; each judged share as it was, and what has changed."""
    fields = list(_SCHOOL_PAST)
    for rule in settings.judged_shares:
        fields += [
            Field(
                f"{_BEFORE}_{rule.field}",
                f"{rule.title} неделю назад; пусто, если значения не было",
                "50%",
                partial(_before, rule),
            ),
            Field(
                f"{_CHANGED}_{rule.field}",
                f"{rule.title}: изменение за неделю; пусто, если сравнить не с чем",
                "+37,5 п.п.",
                partial(_changed, rule),
            ),
        ]
    return tuple(fields)


def _before(rule: Indicator, school: NamedSchool) -> str | None:
    if school.past is None:
        return None
    value = school.past.before.get(rule.key) if school.past.before else None
    return "" if value is None else value_text(value, rule.requirement)


def _changed(rule: Indicator, school: NamedSchool) -> str | None:
    if school.past is None:
        return None
    before = school.past.before.get(rule.key) if school.past.before else None
    return change_text(change(judged_value(school.row, rule.source), before))


def past_groups(settings: Settings) -> tuple[Group[Batch], ...]:
    """How the whole district stood a week ago, and what has changed; all of them empty where there
    is no week just before.
    """
    named = {rule.field: rule.title for rule in settings.indicators.values()}
    columns = [column for column in settings.shown_columns if not column.is_text]
    named |= {column.field: column.title for column in columns}
    named |= {key: rule.title for key, rule in settings.figures.items()}
    period: list[Field[DistrictPast]] = [
        Field("начало", "первый день прошлой недели", "01.04.2023", _first_day),
        Field("конец", "последний день прошлой недели", "07.04.2023", _last_day),
    ]
    rules = {rule.field: rule.requirement for rule in settings.judged_shares}
    before = [
        Field(
            key, f"неделю назад по району: {title}", "75,4%", partial(_value, key, rules.get(key))
        )
        for key, title in named.items()
    ]
    changes = [
        Field(key, f"изменение за неделю по району: {title}", "+12,6 п.п.", partial(_change, key))
        for key, title in named.items()
    ]
    return (
        Group(_BEFORE, [*period, *before], _district, is_blank=True),
        Group(_CHANGED, changes, _district, is_blank=True),
    )


def _district(batch: Batch) -> DistrictPast | None:
    return batch.matter.week.past.district if batch.matter.week else None


def _first_day(past: DistrictPast) -> str:
    return numeric(past.period.start)


def _last_day(past: DistrictPast) -> str:
    return numeric(past.period.end)


def _value(key: str, requirement: Requirement | None, past: DistrictPast) -> str:
    return value_text(past.values[key], requirement) if key in past.values else ""


def _change(key: str, past: DistrictPast) -> str:
    return change_text(past.changes.get(key))
