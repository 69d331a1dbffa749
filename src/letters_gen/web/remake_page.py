"""Issued documents made anew: corrected under their own numbers, or issued under the next ones;
nothing of it is done before the draft was shown.
"""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.issuing.request import Remake
from letters_gen.model.settings import DocumentType
from letters_gen.web.about import CORRECT, EDITION
from letters_gen.web.about_forms import RemakeForm
from letters_gen.web.failing import Answer
from letters_gen.web.forms import blamed, problems
from letters_gen.web.given import Given, Wish, given_work
from letters_gen.web.planned import planned
from letters_gen.web.told import page_failures
from letters_gen.wording.language import gettext as _

DIFFERENT = "issued-differently"
"""The code of what would now come out otherwise than it was issued."""


def ask(sheet: str, kind: str) -> str:
    """Ask how and why."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(request.args)
    told = wish.remake
    form = RemakeForm()
    if told:
        way = EDITION if told.as_edition else CORRECT
        form = RemakeForm(remake=way, because=told.because)
    return remaking(given, of_type, wish.but(remake=None), form, [])


def choose(sheet: str, kind: str) -> Response | Answer:
    """Show the draft of what would be made anew; where nothing would, that is told."""
    given, of_type = given_work(sheet, kind)
    form = RemakeForm()
    kept = [(name, one) for name, one in request.form.items(multi=True) if name not in form]
    wish = Wish.of(MultiDict(kept))
    if not form.validate():
        return remaking(given, of_type, wish, form, problems(form)), 422
    anew = wish.but(remake=Remake(form.remake.data == EDITION, form.because.data))
    try:
        plan = planned(given, of_type, anew)
    except InputError as error:
        return remaking(given, of_type, wish, form, blamed(error, {}, form)), 422
    if isinstance(plan, Response):
        return plan
    if plan.is_done:
        told = _("There is nothing to make anew so: what stands would come out the same.")
        return remaking(given, of_type, wish, form, [("", told)]), 422
    here = {"sheet": given.key, "kind": of_type.key, **anew.parameters}
    return redirect(url_for("plan", **here), 303)


def remaking(
    given: Given,
    kind: DocumentType,
    wish: Wish,
    form: RemakeForm,
    wrong: list[tuple[str, str]],
    different: InputError | None = None,
) -> str:
    """The page that asks; `different`: what would now come out otherwise."""
    told = page_failures(different) if different else None
    return render_template(
        "remake.html", given=given, kind=kind, wish=wish, form=form, problems=wrong, told=told
    )
