"""The fields of a statement (справка): the week beside the week before, places, conclusions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from letters_gen.compliance import judged_value
from letters_gen.documents.comparison import (
    Conclusions,
    Running,
    compared,
    conclusions,
    failing_in,
)
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.past import change
from letters_gen.documents.summary_fields import SUMMARY, SummaryLine
from letters_gen.model.field import Field
from letters_gen.model.judgement import Indicator, Value
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import change_text, place_text, value_text
from letters_gen.russian.ordinals import week_running


@dataclass(frozen=True, slots=True)
class _Placed:
    """A school in the order of the places by `rule`; `missed` are titles of indicators."""

    row: Row
    past: SchoolPast | None
    rule: Indicator
    missed: tuple[str, ...]

    @property
    def value(self) -> Value | None:
        """The value that its place is by."""
        return judged_value(self.row, self.rule.source)

    @property
    def before(self) -> Value | None:
        """The same the week before."""
        known = self.past.before if self.past else None
        return known.get(self.rule.key) if known else None


PLACE: tuple[Field[_Placed], ...] = (
    Field(
        "место",
        "место; у равных — общее",
        "1–13",
        lambda one: place_text(one.past.place) if one.past else "–",
    ),
    Field(
        "название",
        "краткое название школы",
        "МКОУ «Генухская СОШ»",
        lambda one: one.row.school.short_name,
    ),
    Field(
        "значение",
        "значение показателя, по которому место",
        "100%",
        lambda one: value_text(one.value, one.rule.requirement),
    ),
    Field(
        "раньше",
        "оно же неделю назад",
        "87,5%",
        lambda one: value_text(one.before, one.rule.requirement),
    ),
    Field(
        "изменение",
        "изменение за неделю",
        "+12,5 п.п.",
        lambda one: change_text(change(one.value, one.before)) or "–",
    ),
    Field("не_выполнено", "сколько показателей не выполнено", "2", lambda one: len(one.missed)),
    Field(
        "показатели",
        "какие показатели не выполнены",
        "Доля зарегистрированных; Служебные чаты",
        lambda one: "; ".join(one.missed),
    ),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """Conclusions, how many schools they name at most, and what places are by."""

    said: Conclusions
    most: int
    ranked_by: str

    def names(self, schools: Sequence[str]) -> str:
        """The schools, '' where there are too many to be named."""
        return ", ".join(schools) if len(schools) <= self.most else ""


CONCLUSIONS: tuple[Field[_Told], ...] = (
    Field(
        "впервые",
        "у кого замечания появились на этой неделе; пусто, если их много",
        "МКОУ «Генухская СОШ»",
        lambda one: one.names(one.said.newly),
    ),
    Field("впервые_число", "сколько их", "8", lambda one: len(one.said.newly)),
    Field(
        "исправили",
        "у кого неделю назад замечания были, а теперь нет; пусто, если их много",
        "МКОУ «Генухская СОШ»",
        lambda one: one.names(one.said.mended),
    ),
    Field("исправили_число", "сколько их", "4", lambda one: len(one.said.mended)),
    Field(
        "чаще",
        "показатели, которых не выполнили больше всего школ",
        "«Доля зарегистрированных»",
        lambda one: ", ".join(f"«{rule.title}»" for rule in one.said.commonest),
    ),
    Field(
        "чаще_показателей",
        "сколько это показателей",
        "1",
        lambda one: len(one.said.commonest),
    ),
    Field("чаще_число", "сколько это школ", "9", lambda one: one.said.missed),
    Field(
        "выполнили_раньше",
        "сколько школ неделю назад выполнили всё; пусто, если она неизвестна",
        "17",
        lambda one: "" if one.said.met_before is None else str(one.said.met_before),
    ),
    Field(
        "место_по",
        "показатель, по которому места",
        "Доля зарегистрированных",
        lambda one: one.ranked_by,
    ),
)


@dataclass(frozen=True, slots=True)
class _Row:
    running: Running
    most: int


def _running_names(one: _Row) -> str:
    schools = one.running.schools
    return ", ".join(schools) if len(schools) <= one.most else ""


RUNNING: tuple[Field[_Row], ...] = (
    Field(
        "неделя",
        "которую неделю подряд",
        "вторую неделю подряд",
        lambda one: week_running(one.running.weeks),
    ),
    Field("недель", "сколько недель подряд", "2", lambda one: one.running.weeks),
    Field("число", "сколько школ", "5", lambda one: len(one.running.schools)),
    Field("школы", "какие; пусто, если их много", "МКОУ «Генухская СОШ»", _running_names),
)


def comparison_groups(settings: Settings) -> tuple[Group[NumberedLetter], ...]:
    """The fields of one paper about many schools and a week beside the week before."""
    summary = "показатели по одному: эта неделя и прошлая"
    running = "у кого замечания не первую неделю, по числу недель"
    return (
        ListGroup("сводка", SUMMARY, partial(_summary, settings), meaning=summary),
        ListGroup("места", PLACE, partial(_places, settings), meaning="школы по местам"),
        Group("выводы", CONCLUSIONS, partial(_conclusions, settings)),
        ListGroup("подряд", RUNNING, partial(_running, settings), meaning=running),
    )


def _summary(settings: Settings, one: NumberedLetter) -> list[SummaryLine]:
    lines = []
    for line in compared(one.letter, settings):
        source = line.indicator.source
        base = settings.columns[source.columns[1]].title if source.is_share else ""
        lines.append(SummaryLine(line, base))
    return lines


def _places(settings: Settings, one: NumberedLetter) -> list[_Placed]:
    if not settings.judged_shares:
        return []
    letter, rule, failing = one.letter, settings.judged_shares[0], failing_in(one.letter)
    found = []
    for row in letter.rows:
        keys = failing.get(row.school.key, ())
        missed = tuple(settings.indicators[key].title for key in keys)
        found.append(_Placed(row, letter.pasts.get(row.school.key), rule, missed))
    return sorted(found, key=_by_place)


def _by_place(one: _Placed) -> tuple[bool, int]:
    place = one.past.place if one.past else None
    return place is None, place.first if place else 0


def _conclusions(settings: Settings, one: NumberedLetter) -> _Told:
    shares = settings.judged_shares
    said = conclusions(one.letter, settings)
    return _Told(said, one.letter.batch.type.schools_named, shares[0].title if shares else "")


def _running(settings: Settings, one: NumberedLetter) -> list[_Row]:
    most = one.letter.batch.type.schools_named
    return [_Row(running, most) for running in conclusions(one.letter, settings).running]
