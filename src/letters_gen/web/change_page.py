"""The day of signing and who signs, changed for what is about to be issued."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from letters_gen.issuing.roles import signatory_of
from letters_gen.model.settings import DocumentType
from letters_gen.web.desk import desk, settings
from letters_gen.web.failing import Answer
from letters_gen.web.forms import ChangeForm, problems, shown_day
from letters_gen.web.given import Given, Wish, given_work


def ask(sheet: str, kind: str) -> str:
    """Ask; what holds now stands there."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(request.args)
    day = wish.day or desk().clock.today
    usual = signatory_of(settings(), of_type, wish.signatory, day)
    form = _form(data={"day": shown_day(day), "signatory": usual.key})
    return _shown(given, of_type, wish, form)


def change(sheet: str, kind: str) -> str | Response | Answer:
    """Show the plan as it would then be."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(_without_fields())
    form = _form()
    if not form.validate():
        return _shown(given, of_type, wish, form), 422
    changed = wish.but(day=form.day.day(), signatory=form.signatory.data)
    where = url_for("plan", sheet=given.key, kind=of_type.key, **changed.parameters)
    return redirect(where, 303)


def _without_fields() -> MultiDict[str, str]:
    """What else the form carries: its own fields are checked by itself."""
    carried = MultiDict(request.form)
    for name in ("day", "signatory"):
        carried.pop(name, None)
    return carried


def _form(**given: object) -> ChangeForm:
    signing = settings().signatories.items()
    return ChangeForm({key: f"{one.post} {one.name}" for key, one in signing}, **given)


def _shown(given: Given, kind: DocumentType, wish: Wish, form: ChangeForm) -> str:
    return render_template(
        "change.html", given=given, kind=kind, wish=wish, form=form, problems=problems(form)
    )
