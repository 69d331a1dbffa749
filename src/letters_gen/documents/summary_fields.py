"""The fields of one indicator of the district: this week beside the week before."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from letters_gen.documents.comparison import Compared, Level
from letters_gen.model.field import Field
from letters_gen.model.judgement import Requirement, Value
from letters_gen.russian.numbers import mean, requirement_text, value_text


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """An indicator of the whole district, and the title of what it is a share of."""

    compared: Compared
    base: str


def _value(level: Level | None, requirement: Requirement) -> str:
    """The district's share; '' of any other indicator."""
    if level is None or level.sums is None:
        return ""
    return value_text(level.sums.share, requirement)


def _detail(level: Level | None) -> str:
    if level is None or level.sums is None:
        return ""
    return f"{level.sums.part} из\N{NO-BREAK SPACE}{level.sums.whole}"


def _met(level: Level | None) -> str:
    return "" if level is None else f"{level.met} из\N{NO-BREAK SPACE}{level.judged}"


def points(now: Value | None, before: Value | None) -> str:
    """The change of a share in percentage points, of a count in units: `+12,6`, `−3`, `0`; '' where
    there is nothing to compare.
    """
    if now is None or before is None or isinstance(now, str) or isinstance(before, str):
        return ""
    scale = 100 if isinstance(now, Fraction) or isinstance(before, Fraction) else 1
    change = scale * (Fraction(now) - Fraction(before))
    shown = mean(abs(change))
    if shown == "0":
        return shown
    return f"{'+' if change > 0 else '−'}{shown}"


def _change(one: SummaryLine) -> str:
    before = one.compared.before
    sums, earlier = one.compared.now.sums, before.sums if before else None
    return points(sums.share, earlier.share) if sums and earlier else ""


def _whole(level: Level | None) -> str:
    return str(level.sums.whole) if level and level.sums else ""


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
        "выполнили_ранее", "то же неделей раньше", "17 из 22", lambda one: _met(one.compared.before)
    ),
    Field(
        "по_району",
        "доля по району; пусто, если показатель не доля",
        "88%",
        lambda one: _value(one.compared.now, one.compared.indicator.requirement),
    ),
    Field("подробно", "из чего она", "441 из 501", lambda one: _detail(one.compared.now)),
    Field(
        "ранее",
        "доля по району неделей раньше",
        "75,4%",
        lambda one: _value(one.compared.before, one.compared.indicator.requirement),
    ),
    Field("подробно_ранее", "из чего она", "325 из 431", lambda one: _detail(one.compared.before)),
    Field("изменение", "изменение доли, в процентных пунктах", "+12,6", _change),
    Field("основа", "от чего считается доля", "Всего по штату", lambda one: one.base),
    Field("основа_число", "сколько это по району", "501", lambda one: _whole(one.compared.now)),
    Field("основа_ранее", "сколько было; пусто, если столько же", "431", _changed_base),
)
