"""The fields of the inner list of a file (внутренняя опись дела), each with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters_gen.documents.batch_fields import OFFICE, Letterhead
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.inflecting import signature
from letters_gen.model.field import Field
from letters_gen.model.period import Period
from letters_gen.model.settings import Office
from letters_gen.russian.dates import numeric

TEMPLATE = "inventory.docx"


@dataclass(frozen=True, slots=True)
class Filed:
    """A document whose copy lies in the file.

    Attributes:
        position: its running number in the file, from 1 each year.
        whom: the school, else the addressee; of a letter that came in its sender.
        first, last: which sheets of the file it is, 0 where nobody has counted them.
        remark: what the journal remarks of it.
    """

    position: int
    number: str
    day: date
    kind: str
    whom: str
    heading: str
    first: int
    last: int
    remark: str

    @property
    def sheets(self) -> str:
        """`12–14`, `12`; '' where nobody has counted them."""
        return span_text(self.first, self.last)


def span_text(first: int, last: int) -> str:
    """`12–14`, `12` where both are the same; '' where the first is 0."""
    if not first:
        return ""
    return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Unfiled:
    """A number of the file of which it has no copy: why."""

    number: str
    because: str


@dataclass(frozen=True)
class Inventory:
    """What lies in one file of one year.

    Attributes:
        case: the index of the file: `01-16`.
        days: those alone that are listed, None for the year so far.
        filed: the documents in the order in which they lie there.
        unfiled: the numbers of these days that have none there.
        compiler: who makes the list, `Фамилия И.О.`; `made`: on which day.
    """

    office: Office
    case: str
    year: int
    days: Period | None
    filed: Sequence[Filed]
    unfiled: Sequence[Unfiled]
    compiler: str
    made: date

    @property
    def sheets(self) -> str:
        """Which sheets of the file its documents are, '' where not all are counted."""
        if not self.filed or not all(one.first for one in self.filed):
            return ""
        return span_text(self.filed[0].first, self.filed[-1].last)


def _left_out(one: Inventory) -> str:
    return "; ".join(f"№ {lacking.number} ({lacking.because})" for lacking in one.unfiled)


_CASE: tuple[Field[Inventory], ...] = (
    Field("индекс", "индекс дела по номенклатуре", "01-16", lambda one: one.case),
    Field("год", "год дела", "2023", lambda one: str(one.year)),
)

_LIST: tuple[Field[Inventory], ...] = (
    Field(
        "начало",
        "первый день описи; пусто, если она за весь год",
        "17.04.2023",
        lambda one: numeric(one.days.start) if one.days else "",
    ),
    Field(
        "конец",
        "последний день описи; пусто, если она за весь год",
        "23.04.2023",
        lambda one: numeric(one.days.end) if one.days else "",
    ),
    Field(
        "номера",
        "порядковые номера документов описи",
        "1–18",
        lambda one: span_text(one.filed[0].position, one.filed[-1].position) if one.filed else "",
    ),
    Field(
        "листы",
        "листы дела, на которых её документы; пусто, если не все посчитаны",
        "1–37",
        lambda one: one.sheets,
    ),
    Field(
        "не_подшиты",
        "номера, чьих документов в деле нет, и почему; пусто, если таких нет",
        "№ 01-16/225 (аннулирован: ошибка в адресате)",
        _left_out,
    ),
    Field("дата", "день, в который опись составлена", "24.04.2023", lambda one: numeric(one.made)),
    Field(
        "составитель",
        "имя составителя, инициалы впереди",
        "П.П. Магомедова",
        lambda one: signature(one.compiler),
    ),
)

_LINE: tuple[Field[Filed], ...] = (
    Field("порядковый", "порядковый номер в деле", "2", lambda one: str(one.position)),
    Field("номер", "регистрационный номер", "01-16/220", lambda one: one.number),
    Field("дата", "дата документа", "18.04.2023", lambda one: numeric(one.day)),
    Field("вид", "вид документа", "Уведомление", lambda one: one.kind),
    Field(
        "кому",
        "школа или адресат; у входящего — от кого",
        "МКОУ «Генухская СОШ»",
        lambda one: one.whom,
    ),
    Field(
        "заголовок",
        "о чём документ",
        "О недостижении показателей использования ИКОП «Сферум»",
        lambda one: one.heading,
    ),
    Field("листы", "листы дела; пусто, если не посчитаны", "3–4", lambda one: one.sheets),
    Field("примечание", "что о документе отмечено в журнале", "", lambda one: one.remark),
)

INVENTORY: tuple[Group[Inventory], ...] = (
    Group("учреждение", OFFICE, lambda one: Letterhead(one.office)),
    Group("дело", _CASE, lambda one: one),
    Group("опись", _LIST, lambda one: one),
    ListGroup("документы", _LINE, lambda one: one.filed, meaning="документы дела, по порядку"),
)
