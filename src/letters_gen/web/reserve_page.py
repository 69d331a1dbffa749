"""A number for a letter that is typed by hand."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.model.settings import Series
from letters_gen.records import acts
from letters_gen.register.chronology import is_far_year, odd_day
from letters_gen.web.act_page import Problems, failure_lines
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.entries import acts_desk
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.forms import problems
from letters_gen.web.journal_forms import ReserveForm
from letters_gen.web.once import fresh_mark
from letters_gen.web.told import page_oddities
from letters_gen.wording.language import gettext as _


def ask() -> str:
    """Ask what the journal is to say of it."""
    return _shown(_form(), [], is_far=False)


def take() -> Response | Answer:
    """Take the number, once."""
    form = _form()
    if not form.validate():
        return _shown(form, problems(form), is_far=False), 422
    typed = acts.Typed(form.on, form.heading.data, form.addressee.data, form.series.data)
    is_far = _is_far(typed)
    if is_far and not form.is_right.data:
        told = failure_lines(InputError("date-far", day=typed.day))
        return _shown(form, [("is_right", text) for _place, text in told], is_far=True), 422
    try:
        where = desk().once.done(request.form.get("once", ""), lambda: _taken(typed))
    except (InputError, CommandLineError) as error:
        return _shown(form, failure_lines(error), is_far=is_far), 422
    return redirect(where, 303)


def _taken(typed: acts.Typed) -> str:
    """The page of the entry whose number was taken."""
    odd = list(odd_day(register(), settings().series[typed.series or ""], typed.day))
    [entry] = acts.reserve(acts_desk(), typed)
    copy_register(desk().workspace, settings(), desk().clock.today)
    flash(_("The number is taken: {number}.").format(number=entry.number))
    for told in page_oddities(odd):
        flash(told.text)
    return url_for("entry", **address_of(entry))


def _is_far(typed: acts.Typed) -> bool:
    series, today = settings().series.values(), desk().clock.today
    return is_far_year(register(), series, typed.day.year, {today.year})


def _form() -> ReserveForm:
    return ReserveForm(_offered(), desk().clock.today)


def _offered() -> list[Series]:
    return [one for one in settings().series.values() if acts.is_for_typed(one)]


def _shown(form: ReserveForm, wrong: Problems, *, is_far: bool) -> str:
    once = request.form.get("once") or fresh_mark()
    return render_template("reserve.html", form=form, problems=wrong, is_far=is_far, once=once)
