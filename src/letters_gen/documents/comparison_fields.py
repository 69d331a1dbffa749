"""The fields of a statement (справка): the week beside the week before, places, conclusions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from letters_gen.documents.comparison import (
    Conclusions,
    Placed,
    Running,
    Seen,
    compared,
    conclusions,
    placed,
    ranked_by,
    seen_now,
    seen_then,
)
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.letter import Letter
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.summary_fields import SUMMARY, SummaryLine, points
from letters_gen.model.field import Field
from letters_gen.model.judgement import Requirement
from letters_gen.model.matter import PastWeek
from letters_gen.model.settings import Settings
from letters_gen.russian.dates import numeric
from letters_gen.russian.numbers import value_text
from letters_gen.russian.ordinals import week_running

# How many earlier weeks a statement looks back upon.
MOST_WEEKS = 12
# The groups that need the weeks before.
COMPARING = ("ранее", "сводка", "места", "выводы", "подряд", "ряд")

RANGE: tuple[Field[Sequence[PastWeek]], ...] = (
    Field("начало", "первый день недели перед этой", "01.04.2023", lambda weeks: _start(weeks, 1)),
    Field(
        "конец",
        "последний день недели перед этой",
        "07.04.2023",
        lambda weeks: numeric(weeks[0].period.end),
    ),
    Field("школ", "сколько школ было в ней", "22", lambda weeks: len(weeks[0].rows)),
    Field(
        "выполнили",
        "сколько школ выполнили в ней все показатели",
        "17",
        lambda weeks: sum(not row.findings for row in weeks[0].rows.values()),
    ),
)


def _start(weeks: Sequence[PastWeek], back: int) -> str:
    return numeric(weeks[back - 1].period.start)


@dataclass(frozen=True, slots=True)
class _Place:
    placed: Placed
    requirement: Requirement
    missed: tuple[str, ...]


def _place(one: _Place) -> str:
    first, last = one.placed.first, one.placed.last
    if not first:
        return "–"
    return str(first) if first == last else f"{first}–{last}"


PLACE: tuple[Field[_Place], ...] = (
    Field("место", "место; при равенстве общее", "1–13", _place),
    Field(
        "название", "краткое название школы", "МКОУ «Генухская СОШ»", lambda one: one.placed.name
    ),
    Field(
        "значение",
        "значение показателя, по которому место",
        "100%",
        lambda one: value_text(one.placed.value, one.requirement),
    ),
    Field(
        "ранее",
        "оно же неделей раньше",
        "87,5%",
        lambda one: value_text(one.placed.before, one.requirement),
    ),
    Field(
        "изменение",
        "изменение, в процентных пунктах",
        "+12,5",
        lambda one: points(one.placed.value, one.placed.before) or "–",
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
    """Conclusions, and how many schools they name at most."""

    said: Conclusions
    most: int
    ranking: str

    def names(self, schools: Sequence[str]) -> str:
        """The schools, '' where there are too many to be named."""
        return ", ".join(schools) if len(schools) <= self.most else ""


CONCLUSIONS: tuple[Field[_Told], ...] = (
    Field(
        "впервые",
        "у кого замечания есть, а неделей раньше не было; пусто, если их много",
        "МКОУ «Генухская СОШ»",
        lambda one: one.names(one.said.newly),
    ),
    Field("впервые_число", "сколько их", "8", lambda one: len(one.said.newly)),
    Field(
        "исправили",
        "у кого замечания были, а теперь нет; пусто, если их много",
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
    Field("чаще_число", "сколько это школ", "9", lambda one: one.said.missed),
    Field("недель", "сколько прежних недель известно", "3", lambda one: one.said.known),
    Field(
        "показатель_мест",
        "показатель, по которому места",
        "Доля зарегистрированных",
        lambda one: one.ranking,
    ),
)


@dataclass(frozen=True, slots=True)
class _Row:
    running: Running
    most: int


RUNNING: tuple[Field[_Row], ...] = (
    Field(
        "неделя",
        "которую неделю подряд",
        "вторую неделю подряд",
        lambda one: week_running(one.running.weeks),
    ),
    Field("недель", "сколько недель подряд", "2", lambda one: one.running.weeks),
    Field("число", "сколько школ", "5", lambda one: len(one.running.schools)),
    Field(
        "школы",
        "какие; пусто, если их много",
        "МКОУ «Генухская СОШ»",
        lambda one: ", ".join(one.running.schools) if len(one.running.schools) <= one.most else "",
    ),
)


def comparison_groups(settings: Settings) -> tuple[Group[NumberedLetter], ...]:
    """The fields of one paper about many schools and a week beside those before it."""
    return (
        Group("ранее", RANGE, _weeks, is_blank=True),
        ListGroup(
            "сводка",
            SUMMARY,
            partial(_summary, settings),
            meaning="район по показателям: эта неделя и прежняя",
        ),
        ListGroup("места", PLACE, partial(_places, settings), meaning="школы по местам"),
        Group("выводы", CONCLUSIONS, partial(_conclusions, settings)),
        ListGroup(
            "подряд",
            RUNNING,
            partial(_running, settings),
            meaning="у кого замечания не первую неделю, по числу недель",
        ),
    )


def _weeks(one: NumberedLetter) -> Sequence[PastWeek] | None:
    week = one.letter.batch.matter.week
    return week.before if week and week.before else None


def _now(letter: Letter) -> list[Seen]:
    return seen_now(letter.rows, letter.findings)


def _before(one: NumberedLetter) -> list[Seen] | None:
    weeks = _weeks(one)
    return seen_then(weeks[0]) if weeks else None


def _summary(settings: Settings, one: NumberedLetter) -> list[SummaryLine]:
    lines = []
    for line in compared(settings.indicators.values(), _now(one.letter), _before(one)):
        source = line.indicator.source
        base = settings.columns[source.columns[1]].title if source.is_share else ""
        lines.append(SummaryLine(line, base))
    return lines


def _places(settings: Settings, one: NumberedLetter) -> list[_Place]:
    rule = ranked_by(settings.indicators.values())
    if rule is None:
        return []
    rules = settings.indicators.values()
    found = []
    for school in placed(rule, _now(one.letter), _before(one)):
        missed = tuple(other.title for other in rules if other.key in school.missed)
        found.append(_Place(school, rule.requirement, missed))
    return found


def _conclusions(settings: Settings, one: NumberedLetter) -> _Told:
    rule = ranked_by(settings.indicators.values())
    said = _said(settings, one)
    return _Told(said, one.letter.batch.type.schools_named, rule.title if rule else "")


def _said(settings: Settings, one: NumberedLetter) -> Conclusions:
    return conclusions(settings.indicators.values(), _now(one.letter), _weeks(one) or ())


def _running(settings: Settings, one: NumberedLetter) -> list[_Row]:
    most = one.letter.batch.type.schools_named
    return [_Row(running, most) for running in _said(settings, one).running]
