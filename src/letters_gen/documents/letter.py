"""A letter about a week, to the whole district or to one school: its facts, and the fields of its
template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters_gen.documents.district import district_fields
from letters_gen.documents.head import addressee_of, head_of, head_questions
from letters_gen.documents.inflecting import signature
from letters_gen.documents.own_school import SchoolWords
from letters_gen.documents.typesetting import typeset_values, unbroken_names
from letters_gen.model.basis import Basis
from letters_gen.model.judgement import Figure, Finding
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.question import Question
from letters_gen.model.settings import DocumentType, Executor, Settings, Signatory
from letters_gen.russian.dates import numeric, span
from letters_gen.russian.deadlines import deadline
from letters_gen.russian.typography import typeset

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a letter says, but for the number and date that the register gives it.

    Attributes:
        findings: those that it names: the district's, or its own school's.
        addressee: whom it is addressed to, in the dative.
        averages: the district's, by the indicators' keys (see `averages`).
        row: the school that it is about, None for an office-wide letter.
        doubts: what isn't certain of how it addresses the school's head.
    """

    settings: Settings
    type: DocumentType
    basis: Basis
    monitoring: Monitoring
    findings: tuple[Finding, ...]
    figures: Mapping[str, Figure]
    averages: Mapping[str, str]
    signatory: Signatory
    executor: Executor
    addressee: str
    row: Row | None = None
    doubts: tuple[Question, ...] = ()

    def about(self, row: Row, findings: tuple[Finding, ...], directory: str) -> Letter:
        """The same letter about one school of the week, to its head; `directory` is the file that
        doubts point to.
        """
        school, head = row.school, head_of(row.school)
        addressee = addressee_of(school, head, self.type.addressee)
        return self.addressed(
            row, findings, addressee, tuple(head_questions(school, head, directory))
        )

    def addressed(
        self,
        row: Row | None,
        findings: tuple[Finding, ...],
        addressee: str,
        doubts: tuple[Question, ...] = (),
    ) -> Letter:
        """The same letter, about a school whose addressee is known already."""
        # Not `replace`, which takes four times as long: of a country's letters each is made twice.
        return Letter(
            self.settings,
            self.type,
            self.basis,
            self.monitoring,
            findings,
            self.figures,
            self.averages,
            self.signatory,
            self.executor,
            addressee,
            row,
            doubts,
        )

    def deadline(self, day: date) -> date | None:
        """The day by which a letter signed on `day` wants things done; None where its type sets no
        deadline.
        """
        days = self.type.deadline
        return deadline(day, days, self.settings.office.days_off) if days else None


def common_fields(letter: Letter) -> Values:
    """The fields that all letters of a batch have alike (see `vocabulary`); a figure without data
    has no field.
    """
    fields = {
        "учреждение": _office(letter.settings),
        "основание": {
            "автор": letter.basis.author,
            "номер": letter.basis.number,
            "дата": numeric(letter.basis.date),
        },
        "период": {
            "начало": numeric(letter.monitoring.period.start),
            "конец": numeric(letter.monitoring.period.end),
            "словами": span(letter.monitoring.period.start, letter.monitoring.period.end),
        },
        "показатели": {
            key: figure.value for key, figure in letter.figures.items() if figure.value is not None
        },
        "подписант": {
            "должность": letter.signatory.post,
            "подпись": signature(letter.signatory.name),
        },
        "исполнитель": {"имя": letter.executor.name},
        **district_fields(
            letter.monitoring,
            letter.findings,
            SchoolWords(letter.settings, letter.averages),
            letter.settings,
            of_one=letter.type.is_for_schools,
        ),
    }
    return typeset_values(fields)


def own_fields(letter: Letter, words: SchoolWords, number: str, day: date) -> Values:
    """The fields that this letter has for itself.

    Args:
        words: how all letters of the batch put their schools.
        number: the registration number, as the register gave it.
        day: the date of signing.
    """
    own = words.school(letter.row, letter.findings) if letter.row else {}
    until = letter.deadline(day)
    said = {
        "номер": typeset(number),
        "дата": numeric(day),
        "заголовок": typeset(letter.type.heading),
        "адресат": typeset(unbroken_names(letter.addressee)),
        **({"срок": numeric(until)} if until else {}),
    }
    return {"письмо": said, **own}


def _office(settings: Settings) -> Values:
    office = settings.office
    return {
        "название": office.name,
        "краткое": office.short_name,
        "адрес": office.address,
        "окпо": office.okpo,
        "огрн": office.ogrn,
        "инн": office.inn,
        "кпп": office.kpp,
        "почта": office.email,
        "телефон": office.phone,
        "район": office.district,
        "эмблема": None,
    }
