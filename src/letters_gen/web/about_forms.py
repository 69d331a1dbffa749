"""The forms of what papers are about, and of how they are made anew."""

from __future__ import annotations

import re

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from letters_gen.model.basis import told_basis
from letters_gen.web.about import CORRECT, EDITION, LONGEST, About
from letters_gen.web.forms import DayField, is_day, shown_day, stripped, text_checks
from letters_gen.wording.language import gettext as _

_PARTED = re.compile("[,;\n]")


class AboutForm(FlaskForm):
    """What one run of papers says besides what their type and their sheet do."""

    subject = StringField(filters=[stripped])
    heading = StringField(filters=[stripped])
    addressee = StringField(filters=[stripped])
    ends = StringField(filters=[stripped])
    changes = TextAreaField()
    basis_author = StringField(filters=[stripped])
    basis_number = StringField(filters=[stripped])
    basis_day = DayField(filters=[stripped])

    def __init__(self, **given: str) -> None:
        super().__init__(data=given)
        for field in (self.subject, self.heading, self.addressee, self.ends):
            field.validators = text_checks()
        for field in (self.basis_author, self.basis_number):
            field.validators = text_checks()
        self.changes.validators = text_checks(longest=LONGEST)
        self.basis_day.validators = [is_day] if self.basis_day.data else []

    @classmethod
    def of(cls, about: About) -> AboutForm:
        """The form with what was said so far."""
        basis = about.basis
        return cls(
            subject=about.subject,
            heading=about.heading,
            addressee=about.addressee,
            ends=", ".join(about.ends),
            changes="\n".join(about.changes),
            basis_author=basis.author or "",
            basis_number=basis.number or "",
            basis_day=shown_day(basis.date),
        )

    def others(self, sent: MultiDict[str, str]) -> MultiDict[str, str]:
        """What was `sent` besides the fields of this form."""
        kept = [(name, value) for name, value in sent.items(multi=True) if name not in self]
        return MultiDict(kept)

    @property
    def about(self) -> About:
        """What is said, of a form that is valid."""
        lines = (self.changes.data or "").splitlines()
        return About(
            self.subject.data,
            self.heading.data,
            self.addressee.data,
            _several(_PARTED.split(self.ends.data)),
            _several(lines),
            told_basis(self.basis_author.data, self.basis_number.data, self.basis_day.day()),
        )


class RemakeForm(FlaskForm):
    """How documents are made anew, and why."""

    remake = RadioField(validate_choice=False)
    because = StringField(filters=[stripped])

    def __init__(self, **given: str) -> None:
        super().__init__(data=given)
        self.remake.choices = [
            (CORRECT, _("Correct them under their own numbers: nothing was sent or signed yet")),
            (EDITION, _("Issue them anew under the next numbers: the former ones hold no more")),
        ]
        self.because.validators = text_checks(_("Enter why"))

    def validate_remake(self, field: Field) -> None:
        """One of the two."""
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose how"))


def _several(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(stripped, texts))))
