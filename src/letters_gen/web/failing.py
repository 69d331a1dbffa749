"""How a request ends that can't be done: a page in words, never a traceback."""

from __future__ import annotations

from flask import Flask, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from letters_gen.errors import DamageError, LettersError, UnavailableError
from letters_gen.web.desk import desk
from letters_gen.web.failure_words import told_http
from letters_gen.web.fault_log import record_fault

Answer = tuple[str, int]
# What is mended on the page of copies, which asks nothing of the register.
_RESTORED = ("register-damaged", "register-emptied", "register-version-unknown", "row-unreadable")


def answer_failures(app: Flask) -> None:
    """Let every failure of `app` be a page."""
    app.register_error_handler(LettersError, letters_failure)
    app.register_error_handler(CSRFError, outdated)
    app.register_error_handler(HTTPException, http_failure)
    app.register_error_handler(Exception, fault)


def letters_failure(error: LettersError) -> Answer:
    """What the clerk must mend."""
    # The first page tells of no failure, and needn't wait for what words them.
    from letters_gen.web.told import page_failures

    restores = error.code in _RESTORED and not desk().reads_only
    page = render_template("failure.html", told=page_failures(error), restores=restores)
    if isinstance(error, UnavailableError):
        return page, 503
    return page, 409 if isinstance(error, DamageError) else 422


def outdated(_: CSRFError) -> Answer:
    """A form of a former start of the page, or none of ours."""
    return _told("outdated", 403)


def http_failure(error: HTTPException) -> Answer:
    """What was asked for isn't there, too large, or not for whoever asks."""
    code = error.code or 400
    if isinstance(error, SecurityError):
        # A page for another host has no addresses.
        return "\n".join(told_http(str(code))), code
    return _told(str(error.description) if code == 403 else str(code), code)


def fault(error: Exception) -> Answer:
    """A fault of the program itself: its number, and where the log is."""
    number = record_fault(error)
    return render_template("fault.html", number=number, log=desk().log), 500


def _told(code: str, status: int) -> Answer:
    title, text = told_http(code)
    return render_template("refusal.html", title=title, text=text), status
