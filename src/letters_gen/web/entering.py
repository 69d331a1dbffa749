"""Coming in and leaving."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, session
from werkzeug.wrappers import Response

from letters_gen.web.desk import desk
from letters_gen.web.guards import ENTERED, is_trusted_start
from letters_gen.web.linking import home


def enter() -> Response:
    """Let in who brings a secret; it can be brought once. Who is in already stays in."""
    if not session.get(ENTERED):
        if not desk().entrance.lets_in(request.args.get("secret", "")):
            abort(403, "stranger")
        session.clear()
        session[ENTERED] = True
    return redirect(home())


def alive() -> str:
    """Say that a page answers here."""
    return "letters-gen"


def fresh_secret() -> str:
    """A new secret for a second start by the same user."""
    if not is_trusted_start():
        abort(403, "stranger")
    return desk().entrance.secret()


def ask_leave() -> str:
    """Ask whether the page is to end."""
    at = desk()
    return render_template("leave.html", is_issuing=at.is_issuing, is_filing=at.is_filing)


def leave() -> str:
    """End the page, once this answer is given."""
    desk().leaving.set()
    return render_template("left.html")
