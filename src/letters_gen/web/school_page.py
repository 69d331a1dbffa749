"""One school of the directory: changed, added, taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.documents.head import head_of
from letters_gen.errors import InputError
from letters_gen.facts.schools import read_directory
from letters_gen.model.school import School
from letters_gen.office.directory_text import Column
from letters_gen.russian.cases import Case
from letters_gen.web.desk import desk
from letters_gen.web.failing import Answer
from letters_gen.web.forms import SchoolForm, blamed, problems
from letters_gen.week.school_editing import (
    add_school,
    change_school,
    remove_school,
    state_of,
    values_of,
)
from letters_gen.wording.language import gettext as _

# What the list was narrowed to, for the way back.
_CARRIED = ("q", "headless", "schools")
_FORMS: dict[str, Column] = {"head_dative": ("head", "dative"), "post_dative": ("post", "dative")}
# Which field a failure is about.
_BLAMED = {
    "inn-check-digit": "inn",
    "directory-school-twice": "inn",
    "directory-name-missing": "short_name",
    "school-name-taken": "short_name",
}


def ask() -> str:
    """What the directory says of the school."""
    school = _school()
    return _shown(SchoolForm(data=_fields(school)), school)


def change() -> str | Response | Answer:
    """Keep what was typed, or show it again with what hinders."""
    form, key = SchoolForm(), request.args.get("key", "")
    if not form.validate():
        return _shown(form, _found(key)), 422
    try:
        change_school(desk().workspace, key, request.form.get("state", ""), _values(form), _stamp())
    except InputError as error:
        return _shown(form, _found(key), error), 422
    flash(_("Kept: {school}").format(school=form.short_name.data))
    return redirect(url_for("schools", **_carried()), 303)


def ask_new() -> str:
    """Ask for a new school."""
    return _shown(SchoolForm(), None)


def add() -> str | Response | Answer:
    """Put a new school into the directory."""
    form = SchoolForm()
    if not form.validate():
        return _shown(form, None), 422
    try:
        add_school(desk().workspace, _values(form), _stamp())
    except InputError as error:
        return _shown(form, None, error), 422
    flash(_("Added: {school}").format(school=form.short_name.data))
    return redirect(url_for("schools", **_carried()), 303)


def ask_removal() -> str:
    """Ask whether the school is to go."""
    return _removal(_school(), None)


def remove() -> Response | Answer:
    """Take the school out."""
    school = _school()
    try:
        remove_school(desk().workspace, school.key, request.form.get("state", ""), _stamp())
    except InputError as error:
        return _removal(school, error), 422
    flash(_("Taken out of the directory: {school}").format(school=school.short_name))
    return redirect(url_for("schools", **_carried()), 303)


def _removal(school: School, error: InputError | None) -> str:
    return render_template(
        "school-removal.html",
        school=school,
        state=state_of(school),
        carried=_carried(),
        problems=blamed(error, {}) if error else [],
    )


def _stamp() -> Any:
    return desk().clock.stamp()


def _carried() -> dict[str, Any]:
    return {name: request.args[name] for name in _CARRIED if request.args.get(name)}


def _school() -> School:
    """The school that the address names; 404 where there is none."""
    return _found(request.args.get("key", "")) or abort(404)


def _found(key: str) -> School | None:
    return read_directory(desk().workspace.directory).by_key(key)


def _fields(school: School) -> dict[str, str]:
    values = values_of(school)
    forms = {name: values[column] for name, column in _FORMS.items()}
    return {**{name: text for name, text in values.items() if isinstance(name, str)}, **forms}


def _values(form: SchoolForm) -> dict[Column, str]:
    typed = {name: text or "" for name, text in form.data.items() if name in form.written}
    return {_FORMS.get(name, name): text for name, text in typed.items()}


def _shown(form: SchoolForm, school: School | None, error: InputError | None = None) -> str:
    """The form; where the file has changed meanwhile, with what stands there now."""
    unplaced = blamed(error, _BLAMED, form) if error else []
    has_moved = error is not None and error.code == "changed-meanwhile"
    now = _fields(school) if school and has_moved else {}
    return render_template(
        "school.html",
        form=form,
        school=school,
        key=request.args.get("key", ""),
        state=_state(form, school, is_seen=not form.is_submitted() or has_moved),
        now={name: text for name, text in now.items() if text != (form[name].data or "")},
        written=_written(school),
        carried=_carried(),
        problems=[*unplaced, *problems(form)],
    )


def _state(form: SchoolForm, school: School | None, is_seen: bool) -> str:
    """What was seen of the school: what the form carried, until the clerk has seen another."""
    if is_seen:
        return state_of(school) if school else ""
    return request.form.get("state", "")


def _written(school: School | None) -> dict[str, str]:
    """What documents write by themselves, where no form is given by hand."""
    if school is None:
        return {}
    head = head_of(replace(school, forms={}))
    words = {"head_dative": head.name, "post_dative": head.post}
    return {name: one.in_case(Case.DATIVE).text for name, one in words.items() if one}
