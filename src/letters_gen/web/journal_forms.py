"""The forms of the journal: what is looked for, and what is entered by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, ValidationError

from letters_gen.model.answer import BY_TELEPHONE
from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import SHOWN
from letters_gen.model.settings import Series, Settings
from letters_gen.model.ways import WAYS
from letters_gen.records.acquainting import unacquainted
from letters_gen.register.wanted import Wanted
from letters_gen.web.forms import DayField, is_day, shown_day, stripped, text_checks
from letters_gen.wording.journals import series_text
from letters_gen.wording.language import gettext as _
from letters_gen.wording.states import state_text, way_text

_LONGEST = 1000
_OTHER = "other"


class FindForm(FlaskForm):
    """Which entries are looked for; it changes nothing and needs no token."""

    text = StringField(filters=[stripped])
    series = SelectField(validate_choice=False)
    kind = SelectField(validate_choice=False)
    state = SelectField(validate_choice=False)
    since = DayField(filters=[stripped])
    until = DayField(filters=[stripped])

    def __init__(self, known: Settings, said: MultiDict[str, str]) -> None:
        super().__init__(formdata=said, meta={"csrf": False})
        every = ("", _("any"))
        series = known.series.values()
        self.series.choices = [every, *((one.key, series_text(one)) for one in series)]
        self.kind.choices = [every, *((one.key, one.title) for one in known.types.values())]
        self.state.choices = [every, *((one, state_text(one)) for one in SHOWN)]
        for field in (self.since, self.until):
            field.validators = [is_day] if field.data else []

    def wanted(self) -> Wanted:
        """The same as the register is asked."""
        return Wanted(
            text=(self.text.data or "").replace("\0", "")[:_LONGEST] or None,
            series=_chosen(self.series),
            type=_chosen(self.kind),
            shown=_chosen(self.state),
            since=self.since.day(),
            until=self.until.day(),
        )


def _chosen(field: SelectField) -> str | None:
    """What is chosen, None where it is nothing that can be."""
    return field.data if field.data in dict(field.choices) and field.data else None


class AnnulForm(FlaskForm):
    """Why a document is made void."""

    because = StringField(filters=[stripped])

    def __init__(self, _entries: Sequence[Entry], _today: date) -> None:
        super().__init__()
        self.because.validators = text_checks(_("Enter why it is annulled"))


class UnsignedForm(FlaskForm):
    """Why a signing is taken back."""

    because = StringField(filters=[stripped])

    def __init__(self, _entries: Sequence[Entry], _today: date) -> None:
        super().__init__()
        self.because.validators = text_checks(_("Enter why it is taken back"))


class AttachForm(FlaskForm):
    """Why a file is taken in; the file itself stands beside the fields."""

    because = StringField(filters=[stripped])
    is_meant = BooleanField()

    def __init__(self, _entries: Sequence[Entry], _today: date) -> None:
        super().__init__()
        self.because.validators = text_checks()


class DatedForm(FlaskForm):
    """What was done on a day."""

    day = DayField(filters=[stripped])

    def __init__(self, today: date, **known: Any) -> None:
        super().__init__(data={"day": shown_day(today), **known})
        self.day.validators = [DataRequired(_("Enter the date")), is_day]

    @property
    def on(self) -> date:
        """The day, of a form that is valid."""
        day: date | None = self.day.day()
        assert day is not None
        return day


class SignedForm(DatedForm):
    """When documents were signed."""

    is_meant = BooleanField()

    def __init__(self, _entries: Sequence[Entry], today: date) -> None:
        super().__init__(today)


class SentForm(DatedForm):
    """To whom documents were sent, how and when."""

    to = SelectMultipleField(validate_choice=False)
    way = RadioField(validate_choice=False)
    other = StringField(filters=[stripped])

    def __init__(self, entries: Sequence[Entry], today: date) -> None:
        self.waiting = waiting = list(entries[0].awaiting) if len(entries) == 1 else []
        super().__init__(today, to=waiting, way="mail")
        self.other.validators = text_checks()
        self.to.choices = waiting if len(waiting) > 1 else []
        self.way.choices = [*((key, way_text(key)) for key in WAYS), (_OTHER, _("otherwise:"))]

    def validate_to(self, field: Field) -> None:
        """Somebody of those who wait for it."""
        _refuse_gone(field, self.waiting)
        if field.choices and not self.recipients:
            raise ValidationError(_("Tick who has got it"))

    def validate_way(self, field: Field) -> None:
        """One of the ways, or one of the clerk's own."""
        if field.data not in dict(field.choices) or not self.said_way:
            raise ValidationError(_("Choose how it was sent"))

    @property
    def recipients(self) -> list[str]:
        """Who is ticked, nobody where there is no choice."""
        return [name for name in self.to.choices if name in (self.to.data or [])]

    @property
    def said_way(self) -> str:
        """The way as the register says it."""
        own = (self.other.data or "")[:_LONGEST]
        return own if self.way.data == _OTHER else WAYS.get(self.way.data or "", "")


def _refuse_gone(field: Field, names: Sequence[str]) -> None:
    """Raises ValidationError where somebody is ticked who stood there when the page was shown, and
    doesn't any more: whoever is left isn't meant.
    """
    if not set(field.data or []).issubset(names):
        raise ValidationError(
            _("It was changed meanwhile, in another window or by a colleague; nothing was written.")
        )


class UnsentForm(FlaskForm):
    """From whom a sending is taken back, and why."""

    to = SelectMultipleField(validate_choice=False)
    because = StringField(filters=[stripped])

    def __init__(self, entries: Sequence[Entry], _today: date) -> None:
        mailed = [one.to for one in entries[0].mailings]
        reached = list(dict.fromkeys([one.to for one in entries[0].deliveries] + mailed))
        self.reached = reached
        super().__init__(data={"to": reached})
        self.because.validators = text_checks(_("Enter why it is taken back"))
        self.to.choices = reached if len(reached) > 1 else []

    def validate_to(self, field: Field) -> None:
        """Somebody of those who are told to have got it."""
        _refuse_gone(field, self.reached)
        if field.choices and not self.recipients:
            raise ValidationError(_("Tick who hasn't got it"))

    @property
    def recipients(self) -> list[str]:
        """Who is ticked; nobody where it is about all of them."""
        return [name for name in self.to.choices if name in (self.to.data or [])]


class RedatedForm(DatedForm):
    """The day that documents get, and why."""

    because = StringField(filters=[stripped])

    def __init__(self, _entries: Sequence[Entry], today: date) -> None:
        super().__init__(today)
        self.because.validators = text_checks()


class AnsweredForm(DatedForm):
    """Who has answered otherwise than by a letter, when and how."""

    sender = RadioField(validate_choice=False)
    way = StringField(filters=[stripped])
    note = StringField(filters=[stripped])

    def __init__(self, entries: Sequence[Entry], today: date) -> None:
        super().__init__(today, way=BY_TELEPHONE)
        waiting = unanswered(entries[0])
        self.sender.choices = list(waiting) if len(entries[0].recipients) > 1 else []
        self.way.validators = text_checks(_("Enter how the answer came"))
        self.note.validators = text_checks()

    def validate_sender(self, field: Field) -> None:
        """One of those who haven't answered yet."""
        if field.choices and field.data not in field.choices:
            raise ValidationError(_("Choose who has answered"))


class AcquaintedForm(DatedForm):
    """Who has been acquainted with a document, when and how."""

    names = SelectMultipleField(validate_choice=False)
    by_mail = BooleanField()
    refused = StringField(filters=[stripped])

    def __init__(self, entries: Sequence[Entry], today: date) -> None:
        super().__init__(today)
        self.names.choices = list(unacquainted(entries[0]))
        self.refused.validators = text_checks()

    def validate_names(self, field: Field) -> None:
        """Somebody of those who haven't been yet."""
        if not self.people:
            raise ValidationError(_("Tick who has been acquainted"))

    @property
    def people(self) -> tuple[str, ...]:
        """Who is ticked."""
        return tuple(name for name in self.names.choices if name in (self.names.data or []))


class ReserveForm(DatedForm):
    """A letter that is typed by hand: what the journal is to say of it."""

    heading = StringField(filters=[stripped])
    addressee = StringField(filters=[stripped])
    series = RadioField(validate_choice=False)
    is_right = BooleanField()

    def __init__(self, offered: Sequence[Series], today: date) -> None:
        super().__init__(today, series=offered[0].key)
        self.heading.validators = text_checks(_("Enter what the letter is about"))
        self.addressee.validators = text_checks(_("Enter whom it is addressed to"))
        self.series.choices = [(one.key, series_text(one)) for one in offered]

    def validate_series(self, field: Field) -> None:
        """One of those that letters get their numbers from."""
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose the journal"))
