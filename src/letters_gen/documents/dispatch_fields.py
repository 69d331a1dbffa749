"""The fields of the dispatch list (реестр отправки), each with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters_gen.documents.batch_fields import OFFICE, Letterhead
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.recipients import Recipient
from letters_gen.model.entry import Entry
from letters_gen.model.field import Field
from letters_gen.model.period import Period
from letters_gen.model.rendering import sheets_text
from letters_gen.model.settings import Office
from letters_gen.model.ways import HAND
from letters_gen.russian.dates import numeric

TEMPLATE = "dispatch.docx"
NO_RECEIPT = "–"
"""What stands where nobody signs for a document."""


@dataclass(frozen=True)
class Dispatch:
    """One document to one of its recipients.

    Attributes:
        way: by which it went, or is to go; '' where neither is known.
        on: when it went, None where it hasn't.
        id: of the message, '' where it wasn't mailed.
    """

    entry: Entry
    recipient: Recipient
    way: str
    on: date | None
    id: str = ""

    @property
    def sheets(self) -> str:
        """How many sheets it has, '' where nobody has counted them."""
        return sheets_text(self.entry)

    @property
    def receipt(self) -> str:
        """Room to sign for it, where it goes by hand or the way isn't known."""
        return "" if self.way in (HAND, "") else NO_RECEIPT


@dataclass(frozen=True)
class DispatchList:
    """All that goes out of some days.

    Attributes:
        way: by which all of it goes, '' where the ways differ.
    """

    office: Office
    days: Period
    way: str
    lines: Sequence[Dispatch]


LIST: tuple[Field[DispatchList], ...] = (
    Field("начало", "первый день", "18.04.2023", lambda one: numeric(one.days.start)),
    Field("конец", "последний день", "30.04.2023", lambda one: numeric(one.days.end)),
    Field("способ", "способ, если он один для всех; иначе пусто", HAND, lambda one: one.way),
)


def _sent(one: Dispatch) -> str:
    return numeric(one.on) if one.on else ""


LINE: tuple[Field[Dispatch], ...] = (
    Field("номер", "регистрационный номер", "01-16/220", lambda one: one.entry.number),
    Field("дата", "дата документа", "18.04.2023", lambda one: numeric(one.entry.date)),
    Field("адресат", "кому", "МКОУ «Генухская СОШ»", lambda one: one.recipient.name),
    Field("должность", "должность руководителя", "директор", lambda one: one.recipient.head[0]),
    Field(
        "имя",
        "фамилия и инициалы руководителя",
        "Рамазанов Р.А.",
        lambda one: one.recipient.head[1],
    ),
    Field("способ", "способ отправки", "эл. почта", lambda one: one.way),
    Field("отправлено", "день отправки; пусто, если не отправлено", "19.04.2023", _sent),
    Field("листов", "сколько листов", "2", lambda one: one.sheets),
    Field("расписка", "место для подписи; «–», если оно не нужно", "", lambda one: one.receipt),
)

DISPATCH: tuple[Group[DispatchList], ...] = (
    Group("учреждение", OFFICE, lambda one: Letterhead(one.office)),
    Group("реестр", LIST, lambda one: one),
    ListGroup("отправления", LINE, lambda one: one.lines, meaning="отправления, по порядку"),
)
