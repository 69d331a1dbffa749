"""The fields of one indicator of the district: this week beside the week before."""

from __future__ import annotations

from dataclasses import dataclass

from letters_gen.documents.comparison import Compared, Level
from letters_gen.documents.past import change
from letters_gen.model.field import Field
from letters_gen.model.judgement import Requirement
from letters_gen.russian.numbers import change_text, out_of, requirement_text, value_text


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """An indicator of the whole district, and the title of what it is a share of."""

    compared: Compared
    base: str


def _value(level: Level | None, requirement: Requirement) -> str:
    """The district's share; '' of any other indicator."""
    if level is None or level.share is None:
        return ""
    return value_text(level.share, requirement)


def _detail(level: Level | None) -> str:
    if level is None or level.share is None:
        return ""
    return out_of(level.part, level.whole)


def _met(level: Level | None) -> str:
    return "" if level is None else out_of(level.met, level.judged)


def _change(one: SummaryLine) -> str:
    now, before = one.compared.now, one.compared.before
    return change_text(change(now.share, before.share if before else None))


def _whole(level: Level | None) -> str:
    return str(level.whole) if level and level.whole else ""


def _changed_base(one: SummaryLine) -> str:
    now, before = _whole(one.compared.now), _whole(one.compared.before)
    return before if before and before != now else ""


SUMMARY: tuple[Field[SummaryLine], ...] = (
    Field(
        "показатель",
        "название показателя",
        "Доля зарегистрированных",
        lambda one: one.compared.indicator.title,
    ),
    Field(
        "требование",
        "что требуется",
        "не менее 100%",
        lambda one: requirement_text(one.compared.indicator.requirement),
    ),
    Field(
        "выполнили",
        "сколько школ его выполнили, из скольких с данными",
        "18 из 22",
        lambda one: _met(one.compared.now),
    ),
    Field(
        "число_выполнивших",
        "сколько школ его выполнили",
        "18",
        lambda one: one.compared.now.met,
    ),
    Field("оценено", "у скольких школ есть данные", "22", lambda one: one.compared.now.judged),
    Field(
        "выполнили_раньше", "то же неделю назад", "17 из 22", lambda one: _met(one.compared.before)
    ),
    Field(
        "по_району",
        "доля по району; пусто, если показатель не доля",
        "88%",
        lambda one: _value(one.compared.now, one.compared.indicator.requirement),
    ),
    Field("подробно", "из чего она", "441 из 501", lambda one: _detail(one.compared.now)),
    Field(
        "раньше",
        "доля по району неделю назад",
        "75,4%",
        lambda one: _value(one.compared.before, one.compared.indicator.requirement),
    ),
    Field("подробно_раньше", "из чего она", "325 из 431", lambda one: _detail(one.compared.before)),
    Field("изменение", "изменение доли за неделю", "+12,6 п.п.", _change),
    Field("основа", "от чего считается доля", "Всего по штату", lambda one: one.base),
    Field("основа_число", "сколько это по району", "501", lambda one: _whole(one.compared.now)),
    Field("основа_раньше", "сколько было; пусто, если столько же", "431", _changed_base),
)
