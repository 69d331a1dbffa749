"""The covering letter of a sheet: who sent it, its number, its date."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.model.basis import BasisAnswers, told_basis
from letters_gen.office.sidecar import keep_basis
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.failing import Answer
from letters_gen.web.forms import BasisForm, problems, shown_day
from letters_gen.web.given import Given, given_sheet
from letters_gen.week.basis import keep_basis_answers, last_author
from letters_gen.week.survey import Asked, Survey, survey
from letters_gen.wording.language import gettext as _


def basis(sheet: str) -> str | Response:
    """Ask for the letter; what is known of it stands there already."""
    given = given_sheet(sheet)
    found = _survey(given)
    if isinstance(found, Asked):
        return _unreadable(given)
    known = given.basis.or_else(found.basis)
    form = BasisForm(
        data={
            "author": known.author or last_author(found),
            "number": known.number,
            "day": shown_day(known.date),
            "due": shown_day(known.due),
        }
    )
    return _shown(given, form)


def keep(sheet: str) -> str | Response | Answer:
    """Keep what was told of the letter beside its sheet."""
    given = given_sheet(sheet)
    found = _survey(given)
    if isinstance(found, Asked):
        return _unreadable(given)
    form = BasisForm()
    if not form.validate():
        return _shown(given, form), 422
    told = told_basis(form.author.data, form.number.data, form.day.day(), form.due.day())
    _keep(given, found, told)
    flash(_("The covering letter is kept."))
    after = request.form.get("after", "")
    if after in settings().types and settings().types[after].sheet:
        return redirect(url_for("plan", sheet=given.key, kind=after), 303)
    return redirect(url_for("sheet", sheet=given.key, _anchor="basis"), 303)


def _keep(given: Given, found: Survey, told: BasisAnswers) -> None:
    whole = told.whole
    if given.is_kept:
        keep_basis_answers(found, told)
    elif whole:
        keep_basis(given.path, whole)


def _survey(given: Given) -> Survey | Asked:
    return survey(desk().workspace, settings(), register(), given.path, None, given.answers)


def _unreadable(given: Given) -> Response:
    flash(_("First answer what the sheet leaves open."))
    return redirect(url_for("sheet", sheet=given.key), 303)


def _shown(given: Given, form: BasisForm) -> str:
    after = request.values.get("after", "")
    return render_template(
        "basis.html", given=given, form=form, problems=problems(form), after=after
    )
