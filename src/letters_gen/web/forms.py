"""The page's forms that are read and checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FileField, Form, RadioField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from letters_gen.errors import LettersError
from letters_gen.facts.period_text import typed_date
from letters_gen.model.characters import holds_forbidden
from letters_gen.model.mail import mail_address
from letters_gen.office.sample import SAMPLES
from letters_gen.russian.dates import numeric
from letters_gen.russian.nominative import is_nominative
from letters_gen.web.settings_items import whole
from letters_gen.web.told import page_failures
from letters_gen.wording.language import gettext as _

_LONGEST = 300


class DayField(StringField):
    """A day, written as 18.04.2023 or 2023-04-18."""

    def day(self) -> date | None:
        """The day, None where nothing, or no day, is written."""
        return typed_date(self.data.strip()) if self.data else None


def is_day(_form: Form, field: Field) -> None:
    """A validator: what is written is a day."""
    if field.day() is None:
        raise ValidationError(_("Write the date as 18.04.2023"))


def _writable(_form: Form, field: Field) -> None:
    if field.data and holds_forbidden(field.data):
        raise ValidationError(_("There are signs in it that no document can hold: type it anew"))


def text_checks(needed: str = "", longest: int = _LONGEST) -> list[Any]:
    """The validators of a text; `needed`: what is told where there is none, '' where it may be
    empty.
    """
    checks = [Length(max=longest, message=_("That is too long")), _writable]
    return [DataRequired(needed), *checks] if needed else checks


def stripped(text: str | None) -> str:
    """A filter: a text of one line, its blanks single."""
    return " ".join((text or "").split())


class BasisForm(FlaskForm):
    """The covering letter of a sheet."""

    author = StringField(filters=[stripped])
    as_written = BooleanField()
    number = StringField(filters=[stripped])
    number_as_written = BooleanField()
    day = DayField(filters=[stripped])
    due = DayField(filters=[stripped])

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.author.validators = [
            InputRequired(_("Enter who sent the letter")),
            Length(max=_LONGEST, message=_("The name is too long")),
        ]
        self.number.validators = [
            InputRequired(_("Enter the number of the letter")),
            Length(max=_LONGEST, message=_("The number is too long")),
        ]
        self.day.validators = [InputRequired(_("Enter the date of the letter")), is_day]
        self.due.validators = [is_day] if self.due.data else []

    @property
    def has_no_figure(self) -> bool:
        """Whether the number has none («да», «б/н»); then it may be kept as written."""
        return bool(self.number.data) and not any(sign.isdigit() for sign in self.number.data)

    def validate_number(self, field: Field) -> None:
        """A number as letters bear one."""
        if self.has_no_figure and not self.number_as_written.data:
            raise ValidationError(
                _("There is no figure in the number: correct it, or tick that it is right")
            )

    def validate_due(self, field: Field) -> None:
        """No day before the letter's own."""
        told, due = self.day.day(), field.day()
        if told and due and due < told:
            raise ValidationError(_("That is before the date of the letter"))

    @property
    def is_doubtful(self) -> bool:
        """Whether the author doesn't look like a nominative; then it may be kept as written."""
        return bool(self.author.data) and not is_nominative(self.author.data)

    def validate_author(self, field: Field) -> None:
        """Documents decline the author themselves."""
        if self.is_doubtful and not self.as_written.data:
            raise ValidationError(
                _("Write who sent it in the nominative, or tick that it is right as written")
            )


class ChangeForm(FlaskForm):
    """The day of signing, and who signs."""

    day = DayField(filters=[stripped])
    signatory = RadioField()

    def __init__(self, signatories: dict[str, str], **given: Any) -> None:
        super().__init__(**given)
        self.day.validators = [InputRequired(_("Enter the date of signing")), is_day]
        self.signatory.choices = list(signatories.items())
        self.signatory.validate_choice = False

    def validate_signatory(self, field: Field) -> None:
        """Somebody who may sign."""
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose who signs"))


class SchoolForm(FlaskForm):
    """A school of the directory."""

    short_name = StringField(filters=[stripped])
    full_name = StringField(filters=[stripped])
    other_names = StringField(filters=[stripped])
    inn = StringField(filters=[stripped])
    head = StringField(filters=[stripped])
    head_dative = StringField(filters=[stripped])
    sex = RadioField(choices=["", "м", "ж"], default="")
    post = StringField(filters=[stripped])
    post_dative = StringField(filters=[stripped])
    email = StringField(filters=[stripped])
    address = StringField(filters=[stripped])

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.sex.validate_choice = False
        for name in self.written:
            self[name].validators = text_checks()
        self.short_name.validators = [
            DataRequired(_("Enter the short name of the school")),
            *self.short_name.validators,
        ]

    @property
    def written(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(name for name in self._fields if name != "csrf_token")

    def validate_sex(self, field: Field) -> None:
        """As the directory writes it."""
        if (field.data or "") not in field.choices:
            raise ValidationError(_("Choose one of those"))

    def validate_inn(self, field: Field) -> None:
        """Ten digits, of a person twelve; nine or eleven where Excel has dropped a zero."""
        digits = (field.data or "").replace(" ", "")
        if digits and not (digits.isascii() and digits.isdigit()):
            raise ValidationError(_("Write the ИНН in digits alone"))

    def validate_email(self, field: Field) -> None:
        """One address, as mail servers take it."""
        if field.data and mail_address(field.data) is None:
            raise ValidationError(_("Write one e-mail address: school@example.org"))


class FoundingForm(FlaskForm):
    """A new office; its fields of numbers are called as the series."""

    name = StringField(filters=[stripped])
    district = StringField(filters=[stripped])
    sample = RadioField(choices=SAMPLES, default=SAMPLES[0])
    outgoing = StringField(filters=[stripped])
    orders = StringField(filters=[stripped])
    sheet = FileField()
    kept = StringField()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.sample.validate_choice = False
        self.name.validators = text_checks(_("Enter the name of your office"))
        self.district.validators = text_checks()

    def validate_sample(self, field: Field) -> None:
        """One that there is."""
        if field.data not in SAMPLES:
            raise ValidationError(_("Choose one of those"))

    def validate_outgoing(self, field: Field) -> None:
        """A number from 1 on, or none."""
        try:
            number = whole(field.data) if field.data else 1
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if number < 1:
            raise ValidationError(_("Numbers begin with 1"))

    validate_orders = validate_outgoing

    def first(self, year: int) -> dict[str, dict[int, int]]:
        """Of each series whose number was typed, the first one of that year."""
        fields = (self.outgoing, self.orders)
        return {one.name: {year: whole(one.data)} for one in fields if one.data}


def blamed(
    error: LettersError, fields: Mapping[str, str], form: FlaskForm | None = None
) -> list[tuple[str, str]]:
    """Let each fault be told beside the field that it is about; those that are about none.

    Args:
        fields: which of the form's fields a fault's code is about.
    """
    unplaced = []
    for told in page_failures(error).shown:
        text = " ".join(filter(None, (told.text, told.mend)))
        name = fields.get(told.code, "")
        if form is not None and name:
            form[name].errors = [*form[name].errors, text]
        else:
            unplaced.append(("", text))
    return unplaced


def problems(form: FlaskForm) -> list[tuple[str, str]]:
    """What is wrong with a form: of each field its name and the first fault."""
    return [(name, errors[0]) for name, errors in form.errors.items() if name and errors]


def shown_day(day: date | None) -> str:
    """A day as a field shows it."""
    return numeric(day) if day else ""
