"""The fields of envelopes, each with its value: who sends, and of each whom it goes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.documents.batch_fields import OFFICE, Letterhead
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.postal import parted_address
from letters_gen.model.field import Field
from letters_gen.model.settings import Office
from letters_gen.russian.typography import unbreakable

TEMPLATE = "envelope.docx"


@dataclass(frozen=True)
class Envelope:
    """One envelope.

    Attributes:
        addressee: post and name, in the dative; `address`: with its index.
        numbers: those of the documents in it.
    """

    addressee: str
    address: str
    numbers: Sequence[str]


@dataclass(frozen=True)
class Envelopes:
    """The envelopes of one file, one a page."""

    office: Office
    envelopes: Sequence[Envelope]


SENDER: tuple[Field[Office], ...] = (
    Field(
        "адрес",
        "адрес отправителя без индекса",
        "РД, МР «Цунтинский район», с. Цунта",
        lambda office: parted_address(office.address)[1],
    ),
    Field(
        "индекс",
        "индекс отправителя",
        "368412",
        lambda office: parted_address(office.address)[0],
    ),
)

ENVELOPE: tuple[Field[Envelope], ...] = (
    Field(
        "кому",
        "кому: должность, организация, фамилия",
        "Директору МКОУ «Генухская СОШ» Рамазанову Р.А.",
        lambda one: one.addressee,
    ),
    Field(
        "куда",
        "адрес без индекса",
        "РД, Цунтинский район, с. Генух",
        lambda one: parted_address(one.address)[1],
    ),
    Field("индекс", "индекс", "368412", lambda one: parted_address(one.address)[0]),
    Field(
        "номера",
        "номера документов в конверте",
        "№ 01-16/220, 01-16/235",
        lambda one: "№\N{NO-BREAK SPACE}" + ", ".join(map(unbreakable, one.numbers)),
    ),
)

ENVELOPES: tuple[Group[Envelopes], ...] = (
    Group("учреждение", OFFICE, lambda one: Letterhead(one.office)),
    Group("отправитель", SENDER, lambda one: one.office),
    ListGroup("конверты", ENVELOPE, lambda one: one.envelopes, meaning="конверты, по одному"),
)
