"""Копии журнала: what there are, one made now, one put in the place of the register."""

from __future__ import annotations

from pathlib import Path

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import InputError, LettersError
from letters_gen.records.acts import Desk as Place
from letters_gen.records.backup import back_up
from letters_gen.records.restoring import copies_in, copy_of, lost_by, restore
from letters_gen.web.backups import copies_folder
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.failing import Answer
from letters_gen.web.forms import blamed
from letters_gen.web.paging import paged
from letters_gen.wording.language import gettext as _
from letters_gen.wording.sentences import listed


def show() -> str:
    """The copies, the newest first."""
    folder = copies_folder(desk(), register())
    return render_template(
        "copies.html",
        copies=paged(_copies(), "copies"),
        folder=folder,
        is_elsewhere=bool(settings().backup_folder),
        has_register=register().database.exists,
    )


def copy_now() -> Response:
    """Make a copy."""
    made = back_up(register(), None, desk().clock.today)
    flash(_("Copied: {name}").format(name=made.name))
    return redirect(url_for("copies"), 303)


def ask_restore() -> str:
    """Say what the copy holds, and ask."""
    return _asked(_copy(), None)


def put_back() -> Response | Answer:
    """Put the copy in the place of the register; what it replaces is kept among the copies."""
    copy = _copy()
    try:
        kept = restore(_place(), copy)
    except InputError as error:
        return _asked(copy, error), 422
    flash(_("The register is restored from {name}.").format(name=copy.name))
    if kept.copy:
        flash(_("What it has replaced is kept: {name}").format(name=kept.copy.name))
    for path in kept.journals:
        told = _(
            "The numbers that the copy hasn't would be given again. Have them brought back before "
            "anything is issued: letters-gen register import with letters/journals/{name}"
        )
        flash(told.format(name=path.name))
    return redirect(url_for("copies"), 303)


def _asked(copy: Path, error: InputError | None) -> str:
    found = None if error else copy_of(_place(), copy)
    lost = lost_by(_place(), copy) if found else []
    return render_template(
        "copy-restoring.html",
        copy=copy,
        found=found,
        now=_documents_now(),
        lost=listed(lost) if lost else "",
        is_issuing=desk().is_issuing,
        problems=blamed(error, {}) if error else [],
    )


def _documents_now() -> int | None:
    """How many documents the register has; None where it can't be read, and is to be restored."""
    if not register().database.exists:
        return 0
    try:
        return register().count()
    except LettersError:
        return None


def _place() -> Place:
    return Place(desk().workspace, settings(), register(), desk().clock.stamp(), lambda _: None)


def _copies() -> list[Path]:
    return copies_in(register(), copies_folder(desk(), register()))


def _copy() -> Path:
    """The copy that the request names, looked up among those that there are; 404 for others."""
    name = request.values.get("copy", "")
    return next((one for one in _copies() if one.name == name), None) or abort(404)
