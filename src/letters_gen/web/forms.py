"""The page's forms that are read and checked field by field."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, Form, RadioField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from letters_gen.facts.period_text import typed_date
from letters_gen.russian.dates import numeric
from letters_gen.russian.nominative import is_nominative
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


def stripped(text: str | None) -> str:
    """A filter: a text of one line, its blanks single."""
    return " ".join((text or "").split())


class BasisForm(FlaskForm):
    """The covering letter of a sheet."""

    author = StringField(filters=[stripped])
    as_written = BooleanField()
    number = StringField(filters=[stripped])
    day = DayField(filters=[stripped])

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


def problems(form: FlaskForm) -> list[tuple[str, str]]:
    """What is wrong with a form: of each field its name and the first fault."""
    return [(name, errors[0]) for name, errors in form.errors.items() if name and errors]


def shown_day(day: date | None) -> str:
    """A day as a field shows it."""
    return numeric(day) if day else ""
