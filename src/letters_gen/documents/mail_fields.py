"""What the words of a message may name: the office, the document that goes with it, its school."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letters_gen.documents.batch_fields import (
    BASIS,
    EXECUTOR,
    OFFICE,
    PERIOD,
    SIGNATORY,
    Letterhead,
)
from letters_gen.documents.fields import Group, ListGroup
from letters_gen.documents.head import head_of
from letters_gen.documents.inflecting import Inflected
from letters_gen.documents.recipients import Recipient
from letters_gen.model.entry import Entry
from letters_gen.model.field import Field
from letters_gen.model.person import Executor
from letters_gen.model.settings import Office
from letters_gen.russian.dates import numeric

TEMPLATE = "mail.txt"
_SUBJECT = re.compile(r"\s*Тема:(.*)")
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Mail:
    """One message: what it takes to whom."""

    office: Office
    entry: Entry
    recipient: Recipient
    attachments: Sequence[str]


def _until(mail: Mail) -> str:
    until = mail.entry.own.deadline
    return numeric(until) if until else ""


LETTER: tuple[Field[Mail], ...] = (
    Field("номер", "регистрационный номер", "01-16/220", lambda mail: mail.entry.number),
    Field("дата", "дата подписания", "18.04.2023", lambda mail: numeric(mail.entry.date)),
    Field("вид", "вид документа", "Уведомление", lambda mail: mail.entry.title or "Документ"),
    Field(
        "заголовок",
        "заголовок к тексту",
        "О недостижении показателей",
        lambda mail: mail.entry.heading,
    ),
    Field("срок", "срок исполнения; пусто, если его нет", "25.04.2023", _until),
    Field(
        "ответ",
        "ждём ли ответа: «да» или пусто",
        "да",
        lambda mail: "да" if mail.entry.shared.answer else "",
    ),
)


def _name(recipient: Recipient) -> str:
    return recipient.school.short_name if recipient.school else recipient.name


def _head(recipient: Recipient) -> str:
    name = head_of(recipient.school).name if recipient.school else None
    return Inflected.of(name) if name else ""


RECIPIENT: tuple[Field[Recipient], ...] = (
    Field("название", "кому: краткое название школы", "МКОУ «Генухская СОШ»", _name),
    Field("руководитель", "руководитель школы", "Рамазанов Рамазан Алиевич", _head),
)

ATTACHMENT: tuple[Field[str], ...] = (
    Field("название", "имя файла", "01-16_220 Уведомление.pdf", lambda name: name),
)

MAIL: tuple[Group[Mail], ...] = (
    Group("учреждение", OFFICE, lambda mail: Letterhead(mail.office)),
    Group("письмо", LETTER, lambda mail: mail),
    Group("школа", RECIPIENT, lambda mail: mail.recipient),
    Group("основание", BASIS, lambda mail: mail.entry.basis, is_blank=True),
    Group("период", PERIOD, lambda mail: mail.entry.period, is_blank=True),
    Group("подписант", SIGNATORY, lambda mail: mail.entry.shared.signatory, is_blank=True),
    Group("исполнитель", EXECUTOR, lambda mail: Executor("", mail.entry.executor)),
    ListGroup("вложения", ATTACHMENT, lambda mail: mail.attachments, meaning="файлы при письме"),
)


def parted_words(filled: str) -> tuple[str, str] | None:
    """The subject and the text of a message, out of its template filled: the first line is «Тема:»
    and the subject. None where it isn't.
    """
    first, _, text = filled.lstrip("\r\n").partition("\n")
    subject = _SUBJECT.fullmatch(first.rstrip("\r"))
    if subject is None or not subject[1].strip():
        return None
    return " ".join(subject[1].split()), _GAP.sub("\n\n", text).strip() + "\n"
