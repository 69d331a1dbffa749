"""Journals to be downloaded, as the commands export them."""

from __future__ import annotations

from flask import abort, render_template, request
from werkzeug.wrappers import Response

from letters_gen.records.journals import export_journals, journal_name
from letters_gen.register.wanted import Wanted
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.made import sent_made
from letters_gen.web.numerals import whole
from letters_gen.wording.journals import JOURNALS, journal_text

_KINDS = ("xlsx", "csv")


def show() -> str:
    """The journals of each year, the latest first, and the head of the chain."""
    years = [(year, _kept(year)) for year in register().years()[::-1]]
    return render_template("export.html", years=years, head=register().head())


def _kept(year: int) -> list[tuple[str, str]]:
    """The journals that have a number of the year, each with what it is called."""
    series = settings().series.values()
    used = (one.journal for one in series if register().count(Wanted(year=year, series=one.key)))
    return [(key, journal_text(key)) for key in dict.fromkeys(used)]


def file() -> Response:
    """A journal of a year."""
    year, key = whole(request.args.get("year", "")), request.args.get("journal", "")
    kind = request.args.get("kind", _KINDS[0])
    if year is None or key not in JOURNALS or kind not in _KINDS:
        abort(404)
    workspace, known, entered = desk().workspace, settings(), register()
    today = desk().clock.today
    return sent_made(
        f"{journal_name(key, year)}.{kind}",
        lambda path: export_journals(workspace, known, entered, path, year, key, today),
    )
