"""The forms of a letter that came in: whose it is, then what it says and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, SelectMultipleField, StringField
from wtforms.validators import DataRequired

from letters_gen.model.entry import Entry
from letters_gen.web.entry_addresses import mark_of
from letters_gen.web.forms import DayField, is_day, stripped, text_checks
from letters_gen.web.journal_forms import DatedForm
from letters_gen.wording.language import gettext as _


class SenderForm(FlaskForm):
    """Whom a letter is from, the number and the date that it bears; it changes nothing."""

    sender = StringField(filters=[stripped])
    number = StringField(filters=[stripped])
    dated = DayField(filters=[stripped])

    def __init__(self, said: MultiDict[str, str] | None) -> None:
        super().__init__(formdata=said, meta={"csrf": False})
        self.sender.validators = text_checks(_("Enter whom it is from"))
        self.number.validators = text_checks(_("Enter the number that it bears, or б/н"))
        self.dated.validators = [DataRequired(_("Enter its date")), is_day]


class LetterForm(DatedForm):
    """What the letter says, and which documents it answers; its day is when it came."""

    heading = StringField(filters=[stripped])
    answers = SelectMultipleField(validate_choice=False)
    numbers = StringField(filters=[stripped])
    sheets = StringField(filters=[stripped])
    resolution = StringField(filters=[stripped])
    due = DayField(filters=[stripped])
    is_another = BooleanField()

    def __init__(self, awaited: Sequence[Entry], today: date) -> None:
        super().__init__(today)
        self.awaited = awaited
        self.answers.choices = [mark_of(one) for one in awaited]
        for field in (self.heading, self.numbers, self.sheets, self.resolution):
            field.validators = text_checks()
        self.due.validators = [is_day] if self.due.data else []

    @property
    def ticked(self) -> list[Entry]:
        """The awaited documents that are ticked."""
        said = set(self.answers.data or ())
        return [one for one in self.awaited if mark_of(one) in said]

    @property
    def named(self) -> list[str]:
        """The numbers of others that were written."""
        return [one.strip() for one in (self.numbers.data or "").split(",") if one.strip()]
