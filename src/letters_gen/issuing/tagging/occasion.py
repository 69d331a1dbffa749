"""On what occasion a letter was written: its type, the week and the school that it is about, and
who has signed it when under which number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from letters_gen.documents.batch import Batch
from letters_gen.documents.fields import fields_of
from letters_gen.documents.head import addressee_of, head_of
from letters_gen.documents.inflecting import signature
from letters_gen.documents.letter import Letter, letter_to_school
from letters_gen.documents.letter_fields import NumberedLetter
from letters_gen.documents.vocabulary import Vocabulary, vocabulary_of
from letters_gen.errors import InputError, Place
from letters_gen.facts.period_text import dates_in
from letters_gen.facts.schools import read_directory
from letters_gen.issuing.batches import standing_batch
from letters_gen.issuing.drafting import wanted_letters
from letters_gen.issuing.flow import Office, Unanswered
from letters_gen.issuing.ground import Ground, subject_ground, week_ground
from letters_gen.issuing.past import with_weeks_before
from letters_gen.issuing.priors import NO_PRIORS
from letters_gen.issuing.request import Request
from letters_gen.issuing.tagging.plain import plain_text
from letters_gen.issuing.taken import with_all_taken
from letters_gen.making.filling import prepared_forms
from letters_gen.model.entry import Entry
from letters_gen.model.field import FieldValues
from letters_gen.model.monitoring import Row
from letters_gen.model.registration_number import Number, parsed_number
from letters_gen.model.school import School
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.week.sheets import kept_sheets
from letters_gen.week.survey import Asked, survey

# A heading answers «о чём» above the text, and ends without a full stop.
_HEADING = re.compile(r"Об?о? [а-яё]\S*(?: \S+){1,30}(?<![.:;,])")
_HEAD = 15
# What stands for the number of a letter without one: its fields have a date all the same.
_NO_NUMBER = "?"
_NUMBERED = re.compile(r"№ ?([^\s,;()№]+)")


@dataclass(frozen=True)
class Sought:
    """What the clerk has said of a letter, each None where it is to be found in it.

    Attributes:
        file: the week's sheet; `type`: the key of its type; `day`: of signing.
        is_new: whether its template is for a new type, like its own but for the heading.
    """

    file: Path | None = None
    type: str | None = None
    day: date | None = None
    is_new: bool = False


@dataclass(frozen=True)
class Occasion:
    """The letter as the office would have drafted it.

    Attributes:
        vocabulary: the fields that its template may use; `used`: those that its type's templates
            name now.
        sheet: the week's file, None where its type has none.
    """

    numbered: NumberedLetter
    vocabulary: Vocabulary
    used: frozenset[str]
    sheet: str | None

    @property
    def settings(self) -> Settings:
        """The office's settings as of the week."""
        return self.numbered.letter.batch.settings

    @property
    def kind(self) -> DocumentType:
        """The type that it is one of."""
        return self.numbered.letter.batch.type

    @cached_property
    def fields(self) -> FieldValues:
        """What a template of its type would be filled with."""
        batch = self.numbered.letter.batch
        own = fields_of(self.vocabulary.own, self.numbered)
        return {**fields_of(self.vocabulary.common, batch), **own}


@dataclass(frozen=True)
class _Read:
    """What can be read in a letter at first sight: its paragraphs, its own number and how it is
    written, that number's entry where the register has one.
    """

    texts: Sequence[str]
    number: Number | None = None
    written: str = _NO_NUMBER
    entry: Entry | None = None

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.texts)

    def says(self, text: str) -> bool:
        """Whether it says this, however it is set."""
        return bool(text) and plain_text(text) in self.text


def occasion_of(office: Office, texts: Sequence[str], sought: Sought, today: date) -> Occasion:
    """The occasion of a letter.

    Args:
        texts: its paragraphs, plain.

    Raises:
        InputError: `unknown-type`; `letter-school-unknown`: its type is for one school, and it
            names none, or several; whatever stops a sheet from being read.
    """
    read = _read(office, texts)
    schools = read_directory(office.workspace.directory).schools
    settings = office.settings
    kind = settings.document_type(sought.type) if sought.type else _kind(settings, read, schools)
    ground = _ground(office, kind, read, sought)
    kind = ground.settings.document_type(kind.key)
    if sought.is_new:
        kind = replace(kind, heading=_heading(kind, read))
    batch = _signed(standing_batch(ground, kind), read)
    batch = with_all_taken(with_weeks_before(batch, office.register), office.register)
    letter = _letter(office, batch, ground, read, today)
    day = sought.day or _day(read) or today
    return Occasion(
        numbered=NumberedLetter(letter, read.written, day),
        vocabulary=vocabulary_of(kind, ground.settings),
        used=_used(office, kind),
        sheet=ground.file,
    )


def _read(office: Office, texts: Sequence[str]) -> _Read:
    series = list(office.settings.series.values())
    for text in texts:
        for match in _NUMBERED.finditer(text):
            written = match[1].rstrip(".:")
            number = parsed_number(written, series)
            if number:
                return _Read(texts, number, written, _entry(office, texts, number))
    return _Read(texts)


def _entry(office: Office, texts: Sequence[str], number: Number) -> Entry | None:
    """The entry of the number, of the year that the letter is of; none of a type that is no
    more.
    """
    days = dates_in(texts)
    known = office.register.numbered(number.series, number.seq, number.suffix)
    kept = [one for one in known if one.key.type in office.settings.types and one.date in days]
    return kept[-1] if kept else None


def _day(read: _Read) -> date | None:
    """The day of signing: the register's, else the one that stands beside the number, else the
    first that the letter names.
    """
    if read.entry:
        return read.entry.date
    near = []
    for at, text in enumerate(read.texts):
        if read.number and read.written in text:
            near = [text, *read.texts[max(at - 2, 0) : at][::-1], *read.texts[at + 1 : at + 2]]
            break
    return next(iter(dates_in([*near, *read.texts])), None)


def _kind(settings: Settings, read: _Read, schools: Sequence[School]) -> DocumentType:
    """The type that a letter is most likely of: the register's, else the one that most speaks
    for.
    """
    if read.entry:
        return settings.types[read.entry.key.type]
    is_to_one = len(_addressed(schools, read, "")) == 1
    return max(settings.types.values(), key=lambda kind: _likeness(kind, read, is_to_one))


def _likeness(kind: DocumentType, read: _Read, is_to_one: bool) -> int:
    is_order = "приказываю" in read.text.casefold()
    is_of_series = read.number is not None and read.number.series.key == kind.series.key
    return (
        5 * read.says(kind.heading)
        + 4 * (is_order == (kind.form == "order"))
        + 2 * is_of_series
        + (is_to_one == kind.each)
        + kind.sheet
    )


def _heading(kind: DocumentType, read: _Read) -> str:
    """The heading that a letter has; that of its type where none is found (form: requisite 17)."""
    found = (text for text in read.texts[:_HEAD] if _HEADING.fullmatch(text))
    return kind.heading if read.says(kind.heading) else next(found, kind.heading)


def _ground(office: Office, kind: DocumentType, read: _Read, sought: Sought) -> Ground:
    """What the letter rests on: the sheet that was named, else the latest whose last day it
    names.
    """
    workspace, settings = office.workspace, office.settings
    if not kind.sheet:
        return subject_ground(workspace, settings)
    file = sought.file
    if file is None:
        days = _last_days(read)
        named = [one.path for one in kept_sheets(workspace, settings) if one.end in days]
        file = named[-1] if named else None
    found = survey(workspace, settings, office.register, file, None)
    if isinstance(found, Asked) or any(question.is_open for question in found.questions):
        Unanswered(found).refuse()
    return week_ground(found)


def _last_days(read: _Read) -> list[date]:
    """The days on which the letter's week may have ended: that of its entry, else all that it
    names.
    """
    if read.entry:
        with suppress(ValueError):
            return [date.fromisoformat(read.entry.key.subject.partition("/")[2])]
    return dates_in(read.texts)


def _signed(batch: Batch, read: _Read) -> Batch:
    """The batch with whoever has signed and prepared the letter, where it names others."""
    settings = batch.settings
    signatories = [batch.signatory, *settings.signatories.values()]
    executors = [batch.executor, *settings.executors.values()]
    signed = [one for one in signatories if one.name and read.says(signature(one.name))]
    prepared = [one for one in executors if read.says(one.name)]
    return replace(
        batch,
        signatory=signed[0] if signed else batch.signatory,
        executor=prepared[0] if prepared else batch.executor,
    )


def _letter(office: Office, batch: Batch, ground: Ground, read: _Read, today: date) -> Letter:
    """The letter as it would be drafted."""
    directory, kind = office.workspace.directory.name, batch.type
    if kind.each:
        row = _own_row(ground, kind, read)
        week = batch.matter.week
        all_findings = week.findings if week else ()
        own = tuple(one for one in all_findings if one.school.key == row.school.key)
        return letter_to_school(batch, row, own, directory)
    request = Request(kind.key, today)
    drafted = wanted_letters(batch, ground.rows, request, directory, NO_PRIORS, ())
    return drafted[0] if drafted else Letter(batch, kind.addressee, tuple(ground.rows), ())


def _own_row(ground: Ground, kind: DocumentType, read: _Read) -> Row:
    """The row of the school that a letter is to: the register's, else the one that it names."""
    key = read.entry.key.school if read.entry else ""
    rows = {row.school.key: row for row in ground.rows}
    if key in rows:
        return rows[key]
    named = _addressed([row.school for row in ground.rows], read, kind.addressee)
    if len(named) != 1:
        raise InputError("letter-school-unknown", Place(), type=kind.key)
    return rows[named[0].key]


def _addressed(schools: Sequence[School], read: _Read, without_post: str) -> list[School]:
    """The schools that a letter may be to: addressed as letters to them are, else named in it."""
    addressed = [one for one in schools if read.says(addressee_of(one, head_of(one), without_post))]
    return addressed or [one for one in schools if read.says(one.short_name)]


def _used(office: Office, kind: DocumentType) -> frozenset[str]:
    """The fields that the type's own templates name; none where one has a fault."""
    try:
        return prepared_forms(office.workspace, office.settings, [kind]).names
    except InputError:
        return frozenset()
