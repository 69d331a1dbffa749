"""Who may ask for what: each guard by itself, and what every answer says of itself.

A request comes to this machine's own address, from a browser that has entered with a secret of
this start; what changes anything comes from a page of ours besides (Fetch Metadata,
https://www.w3.org/TR/fetch-metadata/) and bears a token (Flask-WTF).
"""

from __future__ import annotations

import hashlib

from flask import Flask, Response, abort, redirect, request, session, url_for
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response as Redirect

from letters_gen.web.desk import desk, upload_limit
from letters_gen.web.running import HOST

ENTERED = "entered"
# Which of the page's addresses need no session: they tell nothing, or ask for a secret themselves.
_OPEN = ("enter", "alive", "fresh_secret", "static")
# A second start is no browser: its own token is all that it can show.
_NO_PAGE = ("fresh_secret",)
# What a page that only reads answers: the journal, and the end of work.
_READING = (
    *_OPEN,
    "journal",
    "entry",
    "entry_file",
    "export",
    "export_file",
    "verify",
    "ask_leave",
    "leave",
)
# What a page answers that has no office yet.
_FOUNDING = (*_OPEN, "ask_office", "found_office", "ask_leave", "leave")
_UPLOADS = ("upload", "act", "file_scans", "found_office")
_MEGABYTE = 1024 * 1024
_LARGEST_FORM = 4 * _MEGABYTE

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

csrf = CSRFProtect()


def guard(app: Flask, key: bytes) -> None:
    """Let `app` answer only who may ask; `key` signs its sessions."""
    app.config.update(
        SECRET_KEY=key,
        # Cookies don't know ports: another page of this machine must not take ours for its own.
        SESSION_COOKIE_NAME=f"letters-gen-{hashlib.sha256(key).hexdigest()[:8]}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        TRUSTED_HOSTS=[HOST],
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=_LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=_LARGEST_FORM,
        MAX_FORM_PARTS=None,
    )
    app.before_request(refuse_strange_hosts)
    app.before_request(refuse_other_sites)
    app.before_request(refuse_strangers)
    app.before_request(refuse_more_than_reading)
    app.before_request(lead_to_founding)
    app.before_request(allow_sheets)
    csrf.init_app(app)
    app.after_request(headed)


def refuse_strange_hosts() -> None:
    """400 where the request names another host: its page would be another site's (DNS rebinding).

    Reading `host` is what makes Flask look.
    """
    assert request.host


def refuse_other_sites() -> None:
    """403 where what changes something doesn't come from a page of ours."""
    changes = request.method not in ("GET", "HEAD", "OPTIONS")
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if changes and not is_ours and request.endpoint not in _NO_PAGE:
        abort(403, "other-site")


def refuse_strangers() -> None:
    """403 where nobody has entered with a secret of this start."""
    if request.endpoint not in _OPEN and not session.get(ENTERED):
        abort(403, "outdated" if request.method == "POST" else "stranger")


def refuse_more_than_reading() -> None:
    """403 for all but the journal, on a page that only reads."""
    if desk().reads_only and request.endpoint and request.endpoint not in _READING:
        abort(403, "reading")


def lead_to_founding() -> Redirect | None:
    """Where there is no office yet, all leads to where it is founded."""
    if desk().founds and request.endpoint and request.endpoint not in _FOUNDING:
        return redirect(url_for("ask_office"), 303)
    return None


def allow_sheets() -> None:
    """An uploaded sheet, or a scan, may be as large as letters.toml says."""
    if request.endpoint in _UPLOADS and request.method == "POST":
        request.max_content_length = upload_limit() * _MEGABYTE


def headed(answer: Response) -> Response:
    """`answer` with what browsers are to heed."""
    answer.headers.update(_HEADERS)
    return answer


def is_trusted_start() -> bool:
    """Whether it is a second start of the same user that asks."""
    from letters_gen.web.entrance import TOKEN_HEADER

    return desk().entrance.trusts(request.headers.get(TOKEN_HEADER, ""))
