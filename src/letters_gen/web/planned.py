"""The plan that an address asks for, or where the clerk must go first."""

from __future__ import annotations

from dataclasses import replace

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError
from letters_gen.issuing.due import subjects_of
from letters_gen.issuing.flow import Unanswered, Unfounded, considered
from letters_gen.issuing.plan import Plan
from letters_gen.model.settings import DocumentType
from letters_gen.web.desk import office, register
from letters_gen.web.given import Given, Wish, request_of
from letters_gen.week.sheets import named_sheet
from letters_gen.wording.language import gettext as _

# What papers without a sheet can't be planned without, where the clerk hasn't said it yet.
_UNSAID = ("subject-missing", "prior-unnamed")


def planned(given: Given, kind: DocumentType, wish: Wish) -> Plan | Response:
    """What would be issued; or the way to what must be told before."""
    try:
        return plan_of(given, kind, wish)
    except CommandLineError as error:
        if error.code not in _UNSAID:
            raise
        here = {"sheet": given.key, "kind": kind.key, **wish.parameters}
        return redirect(url_for("ask_about", **here), 303)


def plan_of(given: Given, kind: DocumentType, wish: Wish) -> Plan | Response:
    """The same; raises CommandLineError where what the papers are about isn't said."""
    asking = request_of(office(), given, kind, wish)
    if wish.only_begun and kind.each and given.file:
        begun = _begun(given, kind)
        if not begun:
            # It was continued elsewhere meanwhile.
            here = wish.but(only_begun=False).parameters
            return redirect(url_for("plan", sheet=given.key, kind=kind.key, **here), 303)
        asking = replace(asking, only=begun)
    found = considered(office(), asking)
    if isinstance(found, Unfounded) and found.is_offer:
        # It stands in the plan that is shown, with the way to change it.
        found = considered(office(), replace(asking, basis=found.known))
    if isinstance(found, Unanswered):
        flash(_("First answer what the sheet leaves open."))
        return redirect(url_for("sheet", sheet=given.key, _anchor="answers"), 303)
    if isinstance(found, Unfounded):
        return redirect(url_for("basis", sheet=given.key, after=kind.key), 303)
    return found


def _begun(given: Given, kind: DocumentType) -> tuple[str, ...]:
    """The schools whose documents have a number and no file yet."""
    sheet = named_sheet(given.path)
    subjects = subjects_of(register(), kind, sheet.end) if sheet else []
    batches = [register().batch(kind.key, subject) for subject in subjects]
    begun = [one for batch in batches for one in batch if one.state == "reserved"]
    return tuple(dict.fromkeys(one.inn or one.school for one in begun))
