"""What papers are about: their subject, whom they go to, what they rely on, end and change."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.model.settings import DocumentType
from letters_gen.web.about import NOTHING_SAID
from letters_gen.web.about_forms import AboutForm
from letters_gen.web.failing import Answer
from letters_gen.web.forms import blamed, problems
from letters_gen.web.given import Given, Wish, given_work
from letters_gen.web.planned import plan_of
from letters_gen.wording.page_mends import page_mend

# Beside which field a failure is told; what is about earlier documents beside their numbers.
_FIELDS = {
    "subject-missing": "subject",
    "prior-unnamed": "ends",
    "prior-twice": "changes",
    "ground-missing": "basis_number",
    "addressee-of-schools": "addressee",
}
_PRIOR = ("prior-", "unknown-number", "number-ambiguous")
# What a plan is shown with, or leads to, and no fault of what was said.
_ELSEWHERE = "issued-differently"


def ask(sheet: str, kind: str) -> str:
    """Ask; what was said so far stands there."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(request.args)
    return _shown(given, of_type, wish, AboutForm.of(wish.about), [])


def say(sheet: str, kind: str) -> Response | Answer:
    """Show the plan as it would then be; what can't be so is told beside its field."""
    given, of_type = given_work(sheet, kind)
    form = AboutForm()
    wish = Wish.of(form.others(request.form))
    if not form.validate():
        return _shown(given, of_type, wish, form, problems(form)), 422
    wish = wish.but(about=form.about)
    try:
        found = plan_of(given, of_type, wish)
    except CommandLineError as error:
        # What a command says of a type's key is nothing for a page.
        form[_FIELDS.get(error.code, "subject")].errors = [page_mend(error.code, "")]
        return _shown(given, of_type, wish, form, problems(form)), 422
    except InputError as error:
        if error.code != _ELSEWHERE:
            unplaced = blamed(error, _fields(error, form), form)
            return _shown(given, of_type, wish, form, [*problems(form), *unplaced]), 422
    else:
        if isinstance(found, Response):
            return found
    here = {"sheet": given.key, "kind": of_type.key, **wish.parameters}
    return redirect(url_for("plan", **here), 303)


def _fields(error: InputError, form: AboutForm) -> dict[str, str]:
    """Beside which field each of the faults that are told together belongs."""
    numbers = "ends" if form.ends.data else "changes"
    codes = [one.code for one in (error, *error.also) if one.code.startswith(_PRIOR)]
    return dict.fromkeys(codes, numbers) | _FIELDS


def _shown(
    given: Given, kind: DocumentType, wish: Wish, form: AboutForm, wrong: list[tuple[str, str]]
) -> str:
    others = wish.but(about=NOTHING_SAID).parameters
    return render_template(
        "about.html", given=given, kind=kind, wish=wish, form=form, problems=wrong, others=others
    )
