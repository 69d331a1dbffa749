"""The fields that all documents of a batch have alike, each with its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import Group
from letters_gen.documents.inflecting import signature
from letters_gen.documents.past_fields import past_groups
from letters_gen.documents.people import PERSON, ROLES
from letters_gen.documents.taken_fields import taken_groups
from letters_gen.model.basis import Basis
from letters_gen.model.field import Field
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.period import Period
from letters_gen.model.person import Executor, Person, Signatory
from letters_gen.model.settings import Office, Settings
from letters_gen.model.statement import StatedSignatory
from letters_gen.russian.dates import numeric, span
from letters_gen.russian.numbers import count
from letters_gen.russian.typography import unbreakable


@dataclass(frozen=True)
class Letterhead:
    """The office as the head of a document shows it; `emblem` is a picture, None where it has
    none.
    """

    office: Office
    emblem: object | None = None


OFFICE: tuple[Field[Letterhead], ...] = (
    Field(
        "название",
        "полное название, как в бланке",
        "МУНИЦИПАЛЬНОЕ КАЗЁННОЕ УЧРЕЖДЕНИЕ «…»",
        lambda head: head.office.name,
    ),
    Field("краткое", "краткое название", "МКУ «УОМПСиТ»", lambda head: head.office.short_name),
    Field(
        "адрес",
        "почтовый адрес",
        "368412 РД, МР «Цунтинский район», с. Цунта",
        lambda head: head.office.address,
    ),
    Field("окпо", "ОКПО", "02120978", lambda head: head.office.okpo),
    Field("огрн", "ОГРН", "5120536001560", lambda head: head.office.ogrn),
    Field("инн", "ИНН", "0538003986", lambda head: head.office.inn),
    Field("кпп", "КПП", "053801001", lambda head: head.office.kpp),
    Field("почта", "адрес электронной почты", "ruo_41@mail.ru", lambda head: head.office.email),
    Field("телефон", "телефон", "88722-55-06-16", lambda head: head.office.phone),
    Field("место", "место составления приказа", "с. Цунта", lambda head: head.office.place),
    Field(
        "район",
        "район, в именительном падеже",
        "Цунтинский район",
        lambda head: head.office.district,
    ),
    Field(
        "эмблема",
        "эмблема: рисунок, подставляемый вместо рисунка-образца",
        "",
        lambda head: head.emblem or "",
    ),
)

BASIS: tuple[Field[Basis], ...] = (
    Field(
        "автор",
        "от кого письмо-основание, в именительном падеже",
        "Министерство образования и науки РД",
        lambda basis: basis.author,
    ),
    # No line ends inside it: «06-5649/06-18/23» is read as one word.
    Field(
        "номер",
        "номер письма-основания",
        "06-5649/06-18/23",
        lambda basis: unbreakable(basis.number),
    ),
    Field("дата", "дата письма-основания", "17.04.2023", lambda basis: numeric(basis.date)),
    Field(
        "срок",
        "срок, который назвало письмо-основание; пусто, если срока нет",
        "25.04.2023",
        lambda basis: numeric(basis.due) if basis.due else "",
    ),
)

PERIOD: tuple[Field[Period], ...] = (
    Field("начало", "первый день мониторинга", "08.04.2023", lambda period: numeric(period.start)),
    Field("конец", "последний день мониторинга", "14.04.2023", lambda period: numeric(period.end)),
    Field(
        "словами",
        "период мониторинга словами",
        "8–14 апреля 2023 г.",
        lambda period: span(period.start, period.end),
    ),
)

SIGNATORY: tuple[Field[Signatory | StatedSignatory], ...] = (
    Field("должность", "должность подписывающего", "Начальник", lambda one: one.post),
    Field(
        "подпись",
        "имя подписывающего, инициалы впереди",
        "Г.К. Абакаров",
        lambda one: signature(one.name),
    ),
)

EXECUTOR: tuple[Field[Executor], ...] = (
    Field("имя", "фамилия и инициалы исполнителя", "Магомедова П.П.", lambda one: one.name),
    Field("телефон", "телефон исполнителя", "88722-55-06-16", lambda one: one.phone),
)


def batch_groups(
    settings: Settings, sheet: bool, emblem: object | None
) -> tuple[Group[Batch], ...]:
    """The fields of a batch.

    Args:
        sheet: whether it is about a week's monitoring: the period, figures and totals.
        emblem: the office's picture, None where there is none.
    """
    groups: list[Group[Batch]] = [
        Group("учреждение", OFFICE, lambda batch: Letterhead(batch.settings.office, emblem)),
        Group("основание", BASIS, lambda batch: batch.matter.basis, is_blank=not sheet),
        Group("подписант", SIGNATORY, lambda batch: batch.signatory),
        Group("исполнитель", EXECUTOR, lambda batch: batch.executor),
    ]
    if sheet:
        groups += taken_groups()
    for role, name in ROLES.items():
        groups.append(Group(name, PERSON, partial(_in_role, role), is_blank=True))
    if settings.words:
        groups.append(Group("слова", _words(settings), lambda batch: batch.settings.words))
    if sheet:
        groups += [
            Group("период", PERIOD, _period),
            Group("показатели", _figures(settings), lambda batch: batch.matter.week),
            Group("итого", _totals(settings), lambda batch: batch.matter.week),
            *past_groups(settings),
        ]
    return tuple(groups)


def _words(settings: Settings) -> list[Field[Mapping[str, str]]]:
    """The names that headings, findings and templates share."""
    return [
        Field(name, "слово из letters.toml", word, partial(_word, name))
        for name, word in settings.words.items()
    ]


def _word(name: str, words: Mapping[str, str]) -> str:
    return words[name]


def _in_role(role: str, batch: Batch) -> Person | None:
    return batch.people.get(role)


def _period(batch: Batch) -> Period | None:
    week = batch.matter.week
    return week.monitoring.period if week else None


def _figures(settings: Settings) -> list[Field[JudgedWeek]]:
    """The office's own figures of the district; one without data has no value."""
    return [
        Field(rule.key, rule.title, "45,3%", partial(_figure, rule.key))
        for rule in settings.figures.values()
    ]


def _figure(key: str, week: JudgedWeek) -> object:
    return week.figures[key].value


def _totals(settings: Settings) -> list[Field[JudgedWeek]]:
    """The sums of the columns of counts, and the district's judged shares."""
    totals: list[Field[JudgedWeek]] = []
    for column in settings.shown_columns:
        if column.kind == "count":
            meaning, value = f"по району: {column.title}", partial(_sum, column.key)
            totals.append(Field(column.field, meaning, "27", value))
    for rule in settings.judged_shares:
        meaning, share = f"по району: {rule.title}", partial(_share, rule.key)
        totals.append(Field(rule.field, meaning, "87,5%", share))
    return totals


def _sum(column: str, week: JudgedWeek) -> str | None:
    """None where the sheet lacks the column."""
    total = week.totals.get(column)
    return None if total is None else count(total)


def _share(indicator: str, week: JudgedWeek) -> str:
    return week.averages[indicator]
