"""The fields of one school and of one finding, each with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from letters_gen.compliance import judged_value
from letters_gen.documents.head import head_of
from letters_gen.documents.inflecting import Inflected
from letters_gen.documents.standings import own_standing
from letters_gen.model.field import Field
from letters_gen.model.judgement import Finding, Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.past import SchoolPast
from letters_gen.model.settings import Settings
from letters_gen.russian.numbers import requirement_text, value_text
from letters_gen.russian.phrases import sentence


@dataclass(frozen=True, slots=True)
class NamedSchool:
    """A school that a document names: its row of the sheet, and what it has to mend."""

    row: Row
    findings: Sequence[Finding]
    past: SchoolPast | None = None


@dataclass(frozen=True, slots=True)
class NamedFinding:
    """A finding, and what earlier weeks tell of its school; None where nobody asked."""

    finding: Finding
    past: SchoolPast | None = None

    @property
    def indicator(self) -> Indicator:
        """What isn't met."""
        return self.finding.indicator


@dataclass(frozen=True, slots=True)
class AveragedIndicator:
    """An indicator, and how the whole district stands on it, as documents show it."""

    indicator: Indicator
    average: str
    standing: str = ""


def _head(school: NamedSchool) -> str:
    name = head_of(school.row.school).name
    return Inflected.of(name) if name else ""


def _post(school: NamedSchool) -> str:
    post = head_of(school.row.school).post
    return Inflected.of(post) if post else ""


_NAME: Field[NamedSchool] = Field(
    "название",
    "краткое название школы",
    "МКОУ «Генухская СОШ»",
    lambda school: school.row.school.short_name,
)
_ASKS: Field[NamedSchool] = Field(
    "замечания",
    "что школе нужно исправить; пусто, если замечаний нет",
    "Обеспечить активацию профиля",
    lambda school: sentence(finding.indicator.finding for finding in school.findings),
)
_EMAIL: Field[NamedSchool] = Field(
    "почта",
    "адрес электронной почты школы",
    "school@example.org",
    lambda school: school.row.school.email,
)
LISTED_SCHOOL = (_NAME, _ASKS, _EMAIL)

OWN_SCHOOL: tuple[Field[NamedSchool], ...] = (
    _NAME,
    Field(
        "полное",
        "полное название школы",
        "муниципальное казённое общеобразовательное учреждение «…»",
        lambda school: school.row.school.full_name,
    ),
    Field("инн", "ИНН школы", "0538003986", lambda school: school.row.school.inn),
    Field(
        "руководитель",
        "руководитель школы, в именительном падеже",
        "Рамазанов Рамазан Алиевич",
        _head,
    ),
    Field(
        "должность",
        "должность руководителя, в именительном падеже",
        "директор",
        _post,
    ),
    _ASKS,
)

FINDING: tuple[Field[NamedFinding], ...] = (
    Field(
        "школа",
        "краткое название школы",
        "МКОУ «Генухская СОШ»",
        lambda one: one.finding.school.short_name,
    ),
    Field(
        "значение",
        "значение показателя у школы",
        "87,5%",
        lambda one: value_text(one.finding.value, one.indicator.requirement),
    ),
    Field(
        "подробно",
        "значение показателя у школы внутри предложения, доля – с тем, сколько из скольких",
        "57,1% (8 из 14 учителей)",
        lambda one: own_standing(one.finding),
    ),
)


# What all findings of an indicator have alike.
INDICATOR: tuple[Field[AveragedIndicator], ...] = (
    Field(
        "показатель",
        "название показателя",
        "Доля зарегистрированных",
        lambda one: one.indicator.title,
    ),
    Field(
        "требование",
        "что требуется",
        "не менее 100%",
        lambda one: requirement_text(one.indicator.requirement),
    ),
    Field("по_району", "показатель в среднем по району", "75,4%", lambda one: one.average),
    Field(
        "по_району_подробно",
        "показатель по району: доля – с тем, сколько из скольких, иначе – во скольких организациях "
        "он выполняется",
        "75,4% (325 из 431)",
        lambda one: one.standing,
    ),
    Field(
        "что_сделать",
        "что нужно сделать",
        "Зарегистрировать всех учителей",
        lambda one: sentence([one.indicator.finding]),
    ),
)


def column_fields(settings: Settings) -> tuple[Field[NamedSchool], ...]:
    """The office's own columns of the sheet, and the judged shares that stand in none of them."""
    columns: list[Field[NamedSchool]] = []
    for column in settings.shown_columns:
        example = "Активен" if column.is_text else "27"
        columns.append(Field(column.field, column.title, example, partial(_cell, column.key)))
    for rule in settings.judged_shares:
        columns.append(Field(rule.field, rule.title, "87,5%", partial(_share, rule)))
    return tuple(columns)


def _cell(column: str, school: NamedSchool) -> str:
    return value_text(school.row.value(column))


def _share(rule: Indicator, school: NamedSchool) -> str:
    return value_text(judged_value(school.row, rule.source), rule.requirement)
