"""Первый запуск: where there is no office yet, it is asked for and founded, as `init` founds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.model.question import Question
from letters_gen.office.own_office import OwnOffice
from letters_gen.web import asked
from letters_gen.web.desk import desk, upload_limit
from letters_gen.web.failing import Answer
from letters_gen.web.forms import FoundingForm, blamed, problems
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.week.founding import Founded
    from letters_gen.week.survey import Asked

_QUESTION = "q-"


def ask() -> Response | str:
    """Ask for the office."""
    with desk().founding:
        if _stands():
            return redirect(url_for("week"))
    return _shown(FoundingForm())


def found() -> Response | Answer:
    """Found it, once; where that can't be done the folder is as empty as it was, and what was typed
    is shown again.
    """
    from letters_gen.week.survey import Asked

    form = FoundingForm()
    form.validate()
    sheet = _sheet(form)
    if form.errors:
        return _shown(form, problems(form)), 422
    with desk().founding:
        if _stands():
            return redirect(url_for("week"), 303)
        try:
            made = _founded(form, sheet)
        except InputError as error:
            return _refused(form, sheet, error), 422
        if isinstance(made, Asked):
            return _shown(form, questions=made.questions), 422
        desk().founds = False
    _tell(made, with_sheet=sheet is not None)
    return redirect(url_for("week"), 303)


def _stands() -> bool:
    """Whether there is an office by now: founded here, or by the command meanwhile."""
    if desk().workspace.settings.is_file():
        desk().founds = False
    return not desk().founds


def _sheet(form: FoundingForm) -> Path | None:
    """The sheet that was uploaded now or before, None where there is none; why it can't be taken is
    told beside its field.
    """
    file = request.files.get("sheet")
    if file is not None and file.filename:
        form.kept.data = ""
        try:
            form.kept.data = desk().spool.take(file.filename, file.stream)
        except InputError as error:
            blamed(error, dict.fromkeys(_codes(error), "sheet"), form)
    return desk().spool.find(form.kept.data or "")


def _founded(form: FoundingForm, sheet: Path | None) -> Founded | Asked:
    from letters_gen.week.founding import found_office

    office = OwnOffice(form.name.data, form.district.data, form.first(desk().clock.today.year))
    return found_office(desk().workspace.root, form.sample.data, office, sheet, _answers)


def _answers(questions: Sequence[Question]) -> Iterable[tuple[Question, str]]:
    """What the form answers of them."""
    return asked.given(questions, request.form).answers


def _refused(form: FoundingForm, sheet: Path | None, error: InputError) -> str:
    """The form with what must be mended first, told beside the sheet where that is to blame."""
    is_of_sheet = sheet is not None and error.place is not None and error.place.file == sheet.name
    fields = dict.fromkeys(_codes(error), "sheet") if is_of_sheet else {}
    unplaced = blamed(error, {**fields, "district-not-found": "district"}, form)
    return _shown(form, [*unplaced, *problems(form)])


def _codes(error: InputError) -> list[str]:
    return [one.code for one in (error, *error.also)]


def _shown(
    form: FoundingForm,
    wrong: Sequence[tuple[str, str]] = (),
    questions: Sequence[Question] = (),
) -> str:
    """The form; `questions` about its sheet are answered in it."""
    given = asked.given(questions, request.form)
    shown = [
        replace(
            one,
            ticked=request.form.get(one.name, ""),
            text=request.form.get(f"{one.name}-text", ""),
        )
        for one in asked.asked(questions, given.problems)
    ]
    names = {name for one in shown for name in (one.name, f"{one.name}-text")}
    answered = {name: text for name, text in request.form.items() if name.startswith(_QUESTION)}
    sheet = desk().spool.find(form.kept.data or "")
    return render_template(
        "founding.html",
        form=form,
        problems=[*wrong, *_left(shown)],
        questions=shown,
        answered={name: text for name, text in answered.items() if name not in names},
        sheet=sheet.name if sheet else "",
        folder=desk().workspace.root,
        year=desk().clock.today.year,
        limit=upload_limit(),
    )


def _left(shown: Iterable[asked.Asked]) -> Iterator[tuple[str, str]]:
    """The questions that must be answered still, each with its fieldset."""
    for one in shown:
        if one.problem or (one.question.is_open and not one.ticked):
            yield one.name, one.problem or one.told.text


def _tell(made: Founded, *, with_sheet: bool) -> None:
    flash(_("Your office is founded: {folder}").format(folder=made.workspace.root))
    if with_sheet:
        told = _("Schools in the directory: {number}; enter their heads in «Schools».")
        flash(told.format(number=made.schools))
    flash(_("Before you issue anything, fill in requisites and who signs: «Settings»."))
