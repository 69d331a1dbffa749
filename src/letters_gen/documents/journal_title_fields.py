"""The fields of a journal's title sheet and of the inscription on its last sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from letters_gen.documents.batch_fields import OFFICE, Letterhead
from letters_gen.documents.fields import Group
from letters_gen.model.field import Field
from letters_gen.model.period import Period
from letters_gen.model.settings import Office, Series
from letters_gen.russian.dates import numeric

TEMPLATE = "journal-title.docx"


@dataclass(frozen=True)
class Keeping:
    """How long a journal is kept, and which article of the list of periods of storage says so;
    '' where nobody has said.
    """

    term: str = ""
    article: str = ""


# Перечень, approved by the order of Росархив № 236 of 20.12.2019: journals of letters. Of orders
# the office looks it up itself.
_LETTERS = Keeping("5 лет", "182г")
_KEPT = {"outgoing": _LETTERS, "incoming": _LETTERS}
# Room to write by hand.
_TERM, _ARTICLE = "_" * 16, "_" * 8


def keeping_of(series: Iterable[Series], journal: str) -> Keeping:
    """How long a journal is kept: as one of its series says, else as journals of letters are."""
    for one in series:
        if one.journal == journal and (one.kept or one.article):
            return Keeping(one.kept, one.article)
    return _KEPT.get(journal, Keeping())


@dataclass(frozen=True)
class JournalTitle:
    """A journal of a year.

    Attributes:
        title: «Журнал регистрации исходящих документов».
        days: of its first and of its last entry.
        is_closed: whether its year is over.
        registered: how many entries it has.
    """

    office: Office
    title: str
    year: int
    days: Period
    is_closed: bool
    registered: int
    keeping: Keeping


_JOURNAL: tuple[Field[JournalTitle], ...] = (
    Field(
        "название",
        "как журнал называется",
        "Журнал регистрации исходящих документов",
        lambda one: one.title,
    ),
    Field("год", "год журнала", "2023", lambda one: str(one.year)),
    Field("начат", "день первой записи", "18.04.2023", lambda one: numeric(one.days.start)),
    Field(
        "окончен",
        "день последней записи; пусто, пока год не кончился",
        "29.12.2023",
        lambda one: numeric(one.days.end) if one.is_closed else "",
    ),
    Field("записей", "сколько в журнале записей", "217", lambda one: str(one.registered)),
    Field("срок", "срок хранения", "5 лет", lambda one: one.keeping.term or _TERM),
    Field(
        "статья",
        "статья перечня сроков хранения",
        "182г",
        lambda one: one.keeping.article or _ARTICLE,
    ),
)

JOURNAL_TITLE: tuple[Group[JournalTitle], ...] = (
    Group("учреждение", OFFICE, lambda one: Letterhead(one.office)),
    Group("журнал", _JOURNAL, lambda one: one),
)
