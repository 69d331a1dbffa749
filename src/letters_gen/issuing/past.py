"""Earlier weeks, read where the documents of a batch tell of them."""

from __future__ import annotations

from dataclasses import replace

from letters_gen.documents.batch import Batch
from letters_gen.documents.past import told_by
from letters_gen.documents.past_fields import MEETING, tells_of_past
from letters_gen.making.filling import Forms
from letters_gen.register.book import Register
from letters_gen.week.history import weeks_before

_YEAR = 53


def with_past(batch: Batch, forms: Forms, register: Register) -> Batch:
    """`batch` with what earlier weeks tell of its week, where a template names that or its type
    asks for weeks running; else as it is, and no week is read.
    """
    names = forms.names
    if not (batch.type.weeks > 1 or tells_of_past(names)):
        return batch
    told = any(name.endswith(MEETING) for name in names)
    return with_weeks_before(batch, register, _YEAR if told else batch.type.weeks)


def with_weeks_before(batch: Batch, register: Register, most_met: int = 1) -> Batch:
    """`batch` with what earlier weeks tell of its week, whatever its templates name.

    Args:
        most_met: so many weeks are read for how long a school has met everything.
    """
    week = batch.matter.week
    if week is None:
        return batch
    past = told_by(
        weeks_before(register, batch.settings, week.monitoring.period),
        week.monitoring,
        week.findings,
        batch.settings,
        most_met=most_met,
    )
    return replace(batch, matter=replace(batch.matter, week=replace(week, past=past)))
