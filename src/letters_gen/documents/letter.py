"""One document of a batch: whom it is addressed to, which schools it is about, and the fields of
its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from letters_gen.documents.batch import Batch
from letters_gen.documents.district import schools_fields, totals_fields
from letters_gen.documents.head import addressee_of, head_of, head_questions
from letters_gen.documents.inflecting import signature
from letters_gen.documents.own_school import SchoolWords
from letters_gen.documents.typesetting import typeset_values, unbroken_names
from letters_gen.model.entry import EntryKey
from letters_gen.model.field import FieldValues
from letters_gen.model.judgement import Finding
from letters_gen.model.matter import JudgedWeek
from letters_gen.model.monitoring import Row
from letters_gen.model.question import Question
from letters_gen.model.school import School
from letters_gen.model.settings import Office, Settings
from letters_gen.russian.dates import numeric, span
from letters_gen.russian.typography import typeset


@dataclass(frozen=True, slots=True)
class Letter:
    """What one document says for itself, but for the number and date that the register gives it.

    Attributes:
        addressee: whom it is addressed to, in the dative.
        rows: the schools that it is about, each as its week has it; of a document for one school
            that school alone.
        findings: what these schools do not meet.
        questions: what isn't certain of how it addresses the school's head.
    """

    batch: Batch
    addressee: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()

    @property
    def school(self) -> School | None:
        """The school that it is for, None for one paper about all of its schools."""
        return self.rows[0].school if self.batch.type.each else None

    def key(self, edition: int = 1) -> EntryKey:
        """The key that the register knows it by (design §6.1)."""
        school = self.school
        kind, subject = self.batch.type.key, self.batch.matter.subject
        return EntryKey(kind, subject, school.key if school else "", edition)


def letter_to_all(batch: Batch, rows: tuple[Row, ...], findings: tuple[Finding, ...]) -> Letter:
    """The one letter of a batch, about all of `rows`."""
    return Letter(batch, batch.type.addressee, rows, findings)


def letter_to_school(
    batch: Batch, row: Row, findings: tuple[Finding, ...], directory: str
) -> Letter:
    """The letter of a batch to one school's head.

    Args:
        directory: the file that questions about the head point to.
    """
    head = head_of(row.school)
    addressee = addressee_of(row.school, head, batch.type.addressee)
    questions = tuple(head_questions(row.school, head, directory))
    return Letter(batch, addressee, (row,), findings, questions)


def common_fields(batch: Batch) -> FieldValues:
    """The fields that all letters of a batch have alike (see `vocabulary`)."""
    fields = {
        "учреждение": office_fields(batch.settings.office),
        "подписант": {
            "должность": batch.signatory.post,
            "подпись": signature(batch.signatory.name),
        },
        "исполнитель": {"имя": batch.executor.name},
    }
    basis, week = batch.matter.basis, batch.matter.week
    if basis:
        fields["основание"] = {
            "автор": basis.author,
            "номер": basis.number,
            "дата": numeric(basis.date),
        }
    if week:
        fields |= _of_week(week, batch.settings)
    return typeset_values(fields)


def _of_week(week: JudgedWeek, settings: Settings) -> FieldValues:
    """The period, the district's totals and figures; a figure without data has no field."""
    period = week.monitoring.period
    figures = {key: figure.value for key, figure in week.figures.items()}
    return {
        "период": {
            "начало": numeric(period.start),
            "конец": numeric(period.end),
            "словами": span(period.start, period.end),
        },
        "показатели": {key: value for key, value in figures.items() if value is not None},
        "итого": totals_fields(week.monitoring, settings),
    }


def own_fields(letter: Letter, words: SchoolWords, number: str, day: date) -> FieldValues:
    """The fields that this letter has for itself.

    Args:
        words: how all letters of the batch put their schools.
        number: the registration number, as the register gave it.
        day: the date of signing.
    """
    batch = letter.batch
    said = {
        "номер": typeset(number),
        "дата": numeric(day),
        "заголовок": typeset(batch.type.heading),
        "адресат": typeset(unbroken_names(letter.addressee)),
    }
    until = batch.deadline(day)
    if until:
        said["срок"] = numeric(until)
    if batch.matter.week is None:
        said["предмет"] = typeset(batch.matter.subject)
    if batch.type.each:
        return {"письмо": said, **words.school(letter.rows[0], letter.findings)}
    if batch.matter.week is None:
        return {"письмо": said}
    return {"письмо": said, **schools_fields(letter.rows, letter.findings, words)}


def office_fields(office: Office) -> FieldValues:
    """The office's requisites; its emblem is put in where the document is filled."""
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
