"""Шаблоны: their faults in words, opened in Word, the shipped one brought back."""

from __future__ import annotations

from pathlib import Path

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.making.templates import check_templates, standing_templates
from letters_gen.office.shipped import bring_back, shipped_in
from letters_gen.web.desk import desk, settings
from letters_gen.web.failing import Answer
from letters_gen.web.files import sent
from letters_gen.web.forms import blamed
from letters_gen.web.opening import can_open, opened
from letters_gen.web.told import for_page, page_oddities
from letters_gen.wording.language import gettext as _
from letters_gen.wording.sentences import told_failure

_SAMPLES = {"sferum": "ИКОП «Сферум»", "max": "MAX"}


def show() -> str:
    """The templates, each with the documents that are made by it."""
    users: dict[str, list[str]] = {}
    for kind in settings().types.values():
        for name in (kind.template, *kind.appendices, *kind.enclosures):
            users.setdefault(name, []).append(kind.title)
    names = [path.name for path in standing_templates(desk().workspace)]
    return render_template("templates.html", templates=[(one, users.get(one, [])) for one in names])


def ask() -> str:
    """One template: what is wrong with it, and what can be done."""
    return _shown(_template(), None)


def open_template() -> Response:
    """Open it in Word on this machine; where that can't be, it is downloaded."""
    path = _template()
    if not opened(path):
        return redirect(url_for("template_file", name=path.name), 303)
    return redirect(url_for("ask_template", name=path.name), 303)


def file() -> Response:
    """Send it."""
    path = _template()
    return sent(path)


def put_back() -> Response | Answer:
    """Bring the shipped one back; the present one is kept."""
    path = _template()
    try:
        bring_back(
            desk().workspace, path.name, request.form.get("sample", ""), desk().clock.stamp()
        )
    except InputError as error:
        return _shown(path, error), 422
    flash(_("The shipped template is back; what stood there is kept in the folder «former»."))
    return redirect(url_for("ask_template", name=path.name), 303)


def _shown(path: Path, error: InputError | None) -> str:
    [report] = check_templates(desk().workspace, settings(), [path])
    return render_template(
        "template.html",
        name=path.name,
        faults=[for_page(told_failure(one)) for one in report.faults],
        notes=page_oddities(report.notes),
        samples=[(one, _SAMPLES[one]) for one in shipped_in(path.name)],
        can_open=can_open(),
        problems=blamed(error, {}) if error else [],
    )


def _template() -> Path:
    """The template that the request names, looked up among those that there are; 404 for others."""
    name = request.values.get("name", "")
    standing = standing_templates(desk().workspace)
    return next((one for one in standing if one.name == name), None) or abort(404)
