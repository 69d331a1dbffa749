"""Проверка: what a sheet says, what isn't certain about it, what the schools have to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.compliance import totals
from letters_gen.issuing.checking import with_forms_asked
from letters_gen.issuing.due import Due, week_due
from letters_gen.issuing.flow import Unanswered, answered
from letters_gen.issuing.request import Request
from letters_gen.model.basis import BasisAnswers
from letters_gen.model.question import Question
from letters_gen.web import asked
from letters_gen.web.desk import desk, office, register, reread_settings, settings
from letters_gen.web.failing import Answer
from letters_gen.web.given import Given, given_sheet
from letters_gen.web.paging import paged
from letters_gen.web.told import page_oddities
from letters_gen.week.checking import Checked, checked
from letters_gen.week.survey import Asked, Survey
from letters_gen.wording.figures import figure_line, finding_line
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext
from letters_gen.wording.plans import basis_words

# Said by the form of the covering letter.
_SAID_ELSEWHERE = "basis-unknown"


@dataclass(frozen=True)
class Failing:
    """A school that falls short, each finding in a line."""

    school: str
    lines: list[str]


def show(sheet: str) -> str | Response:
    """What the sheet says."""
    given = given_sheet(sheet)
    if given.key != sheet:
        return redirect(url_for("sheet", sheet=given.key))
    return _shown(given, _checked(given), {}, {})


def answer(sheet: str) -> Response | Answer:
    """Keep what was answered where it belongs; what can't be taken is shown again."""
    given = given_sheet(sheet)
    found = _checked(given)
    said = asked.given(found.questions, request.form)
    survey = found if isinstance(found, Asked) else found.survey
    asking = Request(type="", today=desk().clock.today, answers=given.answers)

    def keep(question: Question, text: str) -> None:
        nonlocal asking
        asking = answered(office(), asking, Unanswered(survey), question, text)
        given.keep(asking.answers)

    asked.keep_each(said, keep)
    reread_settings()
    if said.answers or said.strays or not said.problems:
        _tell(len(said.answers), said.strays)
    if said.problems:
        return _shown(given, _checked(given), said.problems, request.form), 422
    return redirect(url_for("sheet", sheet=given.key, _anchor="answers"), 303)


def _tell(kept: int, strays: int) -> None:
    if kept:
        told = ngettext("{number} answer is kept.", "{number} answers are kept.", kept)
        flash(told.format(number=kept))
    elif not strays:
        flash(_("Nothing was ticked: everything stays as it was."))
    if strays:
        flash(_("Some of it was answered meanwhile, in another window or by a colleague."))


def _checked(given: Given) -> Checked | Asked:
    found = checked(
        desk().workspace, settings(), register(), given.path, None, answers=given.answers
    )
    if isinstance(found, Asked):
        return found
    return with_forms_asked(found, register(), desk().clock.today)


def _shown(
    given: Given, found: Checked | Asked, problems: Mapping[str, str], form: Mapping[str, str]
) -> str:
    questions = asked.asked(found.questions, problems, form)
    common = {
        "given": given,
        "asked": paged(questions, "questions"),
        "open": sum(one.question.is_open for one in questions),
        "problems": [one for one in questions if one.problem],
    }
    if isinstance(found, Asked):
        return render_template("sheet-asked.html", **common)
    return render_template("sheet.html", **common, **_read(given, found))


def _read(given: Given, found: Checked) -> dict[str, object]:
    """What was understood."""
    survey = found.survey
    columns = survey.settings.columns
    summed = totals(survey.monitoring, columns.values())
    failing = [
        Failing(school.short_name, [finding_line(one, found.past) for one in own])
        for school, own in groupby(survey.findings, key=lambda one: one.school)
    ]
    basis = known_basis(given, survey)
    oddities = [one for one in found.oddities if one.code != _SAID_ELSEWHERE]
    return {
        "period": survey.monitoring.period,
        "schools": len(survey.monitoring.rows),
        "totals": [(columns[key].title, total) for key, total in summed.items()],
        "figures": [
            figure_line(one, survey.settings, found.past) for one in survey.figures.values()
        ],
        "findings": len(survey.findings),
        "failing": paged(failing, "schools"),
        "warnings": page_oddities(oddities),
        "basis": basis.whole,
        "basis_words": basis_words(basis.whole, survey.settings) if basis.whole else "",
        "due": _due(survey),
    }


def _due(survey: Survey) -> list[Due]:
    """What may be issued by the sheet: what is due each week first."""
    end = survey.monitoring.period.end
    known = week_due(register(), survey.settings, end)
    rest = set(survey.settings.types) - {one.kind.key for one in known}
    kinds = [kind for key, kind in survey.settings.types.items() if key in rest and kind.sheet]
    return [*known, *(Due(kind, "") for kind in kinds)]


def known_basis(given: Given, survey: Survey) -> BasisAnswers:
    """The covering letter as far as it is known: as it was told here, else as it is kept."""
    return given.basis.or_else(survey.basis)
