"""The cover of a print file: the documents that it lists, what these have in common, and its
fields, each with its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from letters_gen.documents.batch_fields import (
    BASIS,
    EXECUTOR,
    OFFICE,
    PERIOD,
    SIGNATORY,
    Letterhead,
)
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.model.basis import Basis
from letters_gen.model.entry import Entry
from letters_gen.model.field import Field
from letters_gen.model.period import Period
from letters_gen.model.person import Executor
from letters_gen.model.settings import Office
from letters_gen.model.statement import StatedSignatory
from letters_gen.russian.full_names import parsed_name

TEMPLATE = "print-cover.docx"
Value = TypeVar("Value")


@dataclass(frozen=True)
class Listed:
    """A document as the cover lists it.

    Attributes:
        path: of its file, in the workspace.
        whom: its school, else its addressee; `head`: the school's head, «Абакаров Г.К.», '' where
            it greets nobody.
        period: the week that it is about; `basis`: the letter that it relies on; None where it
            states none.
    """

    number: str
    day: date
    path: str
    title: str
    whom: str
    period: Period | None
    basis: Basis | None
    signatory: StatedSignatory
    executor: Executor
    head: str = ""


def listed_document(entry: Entry) -> Listed:
    """An entry that has its document, as the cover lists it."""
    document = entry.document
    assert document is not None
    return Listed(
        number=entry.number,
        day=entry.date,
        path=document.path,
        title=entry.title,
        whom=entry.school or entry.addressee,
        period=entry.period,
        basis=entry.basis,
        signatory=entry.shared.signatory,
        executor=Executor("", entry.executor),
        head=_short(entry.own.head or ""),
    )


def _short(head: str) -> str:
    """Surname and initials; what can't be taken apart stays as it is."""
    name = parsed_name(head) if head else None
    if name is None or not (name.surname and name.initials):
        return head
    return f"{name.surname} {name.initials}"


@dataclass(frozen=True)
class Cover:
    """The cover of one volume.

    Attributes:
        bookmarks: at the start of each document, which the cover's fields of the page name.
        volume: which volume it is, from 1, of so many `volumes`.
    """

    office: Office
    documents: Sequence[Listed]
    bookmarks: Sequence[str]
    volume: int = 1
    volumes: int = 1


@dataclass(frozen=True)
class CoverLine:
    """A document on the cover.

    Attributes:
        page: on which it begins behind a cover of one page; the print file puts the right one into
            the field that shows it.
    """

    document: Listed
    bookmark: str
    page: int


def _volume(cover: Cover) -> str:
    if cover.volumes == 1:
        return ""
    return f"том\N{NO-BREAK SPACE}{cover.volume} из\N{NO-BREAK SPACE}{cover.volumes}"


_VOLUME: tuple[Field[Cover], ...] = (
    Field("том", "который это том и из скольких; пусто, если том один", "том 2 из 5", _volume),
)

_LINE: tuple[Field[CoverLine], ...] = (
    Field("номер", "регистрационный номер", "01-16/220", lambda line: line.document.number),
    Field(
        "школа", "краткое название школы", "МКОУ «Генухская СОШ»", lambda line: line.document.whom
    ),
    Field(
        "руководитель",
        "её руководитель; пусто, если документ не одной школе",
        "Абакаров Г.К.",
        lambda line: line.document.head,
    ),
    Field(
        "закладка",
        "закладка в начале документа: для поля PAGEREF",
        "_print_1",
        lambda line: line.bookmark,
    ),
    Field(
        "страница",
        "страница файла печати, с которой документ начинается",
        "2",
        lambda line: str(line.page),
    ),
)


def _basis(cover: Cover) -> Basis | None:
    return _common(one.basis for one in cover.documents)


def _signatory(cover: Cover) -> StatedSignatory | None:
    return _common(one.signatory for one in cover.documents)


def _executor(cover: Cover) -> Executor | None:
    return _common(one.executor for one in cover.documents)


def _common(values: Iterable[Value]) -> Value | None:
    """What all of them are; None where they differ."""
    found = set(values)
    if len(found) != 1:
        return None
    return found.pop()


def _period(cover: Cover) -> Period | None:
    """From the first day of the earliest to the last day of the latest; None where a document is
    about no week.
    """
    periods = [one.period for one in cover.documents if one.period]
    if len(periods) < len(cover.documents):
        return None
    first = min(period.start for period in periods)
    last = max(period.end for period in periods)
    return Period(first, last)


def _lines(cover: Cover) -> list[CoverLine]:
    pairs = zip(cover.documents, cover.bookmarks, strict=True)
    return [CoverLine(one, mark, page) for page, (one, mark) in enumerate(pairs, 2)]


# What the documents of a volume don't have in common is empty on its cover.
COVER: tuple[Group[Cover], ...] = (
    Group("учреждение", OFFICE, lambda cover: Letterhead(cover.office)),
    Group("основание", BASIS, _basis, is_blank=True),
    Group("период", PERIOD, _period, is_blank=True),
    Group("подписант", SIGNATORY, _signatory, is_blank=True),
    Group("исполнитель", EXECUTOR, _executor, is_blank=True),
    Group("опись", _VOLUME, lambda cover: cover),
    ListGroup("документы", _LINE, _lines, meaning="документы файла печати, по порядку номеров"),
)
