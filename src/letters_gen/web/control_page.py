"""Контроль: which answers are awaited and which are overdue, and the way to a reminder."""

from __future__ import annotations

from flask import render_template
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.records.answers import answers_of
from letters_gen.records.answers_book import write_answers
from letters_gen.register.incoming import incoming_series
from letters_gen.register.wanted import ANYTHING, Wanted
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.made import sent_made
from letters_gen.web.paging import paged

_NAME = "Ответы.xlsx"


def show() -> str:
    """What is awaited, by its deadlines."""
    found = answers_of(register(), settings(), Wanted(awaited=True), desk().clock.today)
    return render_template(
        "control.html",
        awaited=paged(found.awaited, "awaited"),
        overdue=len(found.overdue),
        reminding=[one for one in settings().types.values() if one.schools == "overdue"],
        address_of=address_of,
        takes_incoming=_takes_incoming(),
    )


def file() -> Response:
    """The report on answers: what is awaited, and how many came in time."""
    today = desk().clock.today
    found = answers_of(register(), settings(), ANYTHING, today)
    return sent_made(_NAME, lambda path: write_answers(path, found, today))


def _takes_incoming() -> bool:
    """Whether the settings have a journal of letters that come in."""
    try:
        incoming_series(settings())
    except InputError:
        return False
    return True
