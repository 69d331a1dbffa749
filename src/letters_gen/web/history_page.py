"""История: the weeks that the register remembers, side by side; and the workbook of them."""

from __future__ import annotations

from functools import partial

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.failing import Answer
from letters_gen.web.made import sent_made
from letters_gen.web.paging import paged
from letters_gen.web.told import page_failures
from letters_gen.week.trend import Trend, trend
from letters_gen.week.trend_file import TREND_NAME, write_trend_file
from letters_gen.wording.trends import district_rows, school_rows, schools_rows

_WEEKS = 5


def show() -> str | Answer:
    """The last weeks of the district and its schools; or of the schools that are looked for."""
    school = " ".join(request.args.get("school", "").split())
    try:
        found = _trend(_WEEKS, school)
    except InputError as error:
        problem = page_failures(error).shown[0]
        page = render_template("history.html", problem=problem, school=school, weeks=0)
        return page, 200 if error.code == "history-empty" else 422
    schools = paged(list(found.schools), "schools")
    addresses = [url_for("history", school=key) for key in schools.items]
    alone = next(iter(found.schools)) if len(found.schools) == 1 else ""
    return render_template(
        "history.html",
        school=school,
        weeks=len(found.weeks),
        district=district_rows(found, _WEEKS),
        pages=schools,
        addresses=addresses,
        schools=None if alone else schools_rows(found, schools.items, _WEEKS),
        alone=school_rows(found, alone, _WEEKS) if alone else None,
    )


def file() -> Response:
    """The workbook of all weeks."""
    found = _trend(None, " ".join(request.args.get("school", "").split()))
    return sent_made(TREND_NAME, partial(write_trend_file, desk().workspace, found))


def _trend(most: int | None, school: str) -> Trend:
    return trend(register(), settings(), most, school or None)
