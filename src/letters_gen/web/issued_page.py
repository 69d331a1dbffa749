"""Выпуск и готово: how far a batch is, and what has come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.delivery.print_files import cover_template, print_files, standing_print_files
from letters_gen.errors import InputError
from letters_gen.model.settings import DocumentType
from letters_gen.web.batches import Batch, given_batch
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.entry_addresses import address_of
from letters_gen.web.files import issued_file, print_file, sent
from letters_gen.web.opening import can_open, opened
from letters_gen.web.paging import paged
from letters_gen.web.runs import Run
from letters_gen.web.told import page_failures
from letters_gen.wording.language import gettext as _

# What an address names a file by.
_NAMING = ("type", "subject", "day", "number", "year", "file", "print")


def show() -> str | Response:
    """How far the batch is, or what has come of it."""
    batch = given_batch()
    run = batch.run
    if batch.is_running:
        return render_template("progress.html", batch=batch, run=run)
    if run is not None and run.has_failed:
        return _unfinished(batch, run)
    if not batch.entries:
        abort(404)
    return _unfinished(batch, None) if batch.begun else _done(batch)


def _unfinished(batch: Batch, run: Run | None) -> str:
    told = page_failures(run.failure) if run and run.failure else None
    return render_template("unfinished.html", batch=batch, run=run, told=told, log=desk().log)


def _done(batch: Batch) -> str:
    return render_template(
        "issued.html",
        batch=batch,
        documents=paged(batch.entries, "documents"),
        prints=standing_print_files(desk().workspace, batch.entries),
        can_open=can_open(),
        address_of=address_of,
        unsigned=any(not (one.is_signed or one.has_left) for one in batch.entries),
        unsent=any(not one.has_left for one in batch.entries),
        next=_next(batch),
        remake=batch.remake,
    )


def progress() -> Response:
    """How far it is, for the page that asks again and again."""
    batch = given_batch()
    run = batch.run
    told: dict[str, object] = {"running": batch.is_running}
    if run is not None:
        told |= {"done": run.done, "total": run.total, "waiting": run.waiting_for}
    return jsonify(told)


def print_() -> Response:
    """Put the documents of the batch into files to print."""
    batch = given_batch()
    workspace, known = desk().workspace, settings()
    made = list(print_files(workspace, known, batch.entries, cover_template(workspace, known)))
    if not made:
        raise InputError("print-nothing")
    flash(_("The file to print is ready."))
    return redirect(url_for("issued", **batch.address, _anchor="print"), 303)


def open_() -> Response:
    """Open a file, or the folder that it lies in, on this machine; where that can't be, send it."""
    path = _meant()
    named: dict[str, Any] = {name: request.form[name] for name in _NAMING if name in request.form}
    if not opened(path.parent if request.form.get("folder") else path):
        return redirect(url_for("file", **named), 303)
    return redirect(url_for("issued", **given_batch().address), 303)


def file() -> Response:
    """Send a file, found by the register's number."""
    path = _meant()
    return sent(path)


def _meant() -> Path:
    values = request.values
    if "print" in values:
        return print_file(given_batch().entries, values["print"])
    return issued_file(values.get("number", ""), values.get("year", ""), values.get("file", "0"))


def _next(batch: Batch) -> list[DocumentType]:
    """What the week has still to get, after its letter to all: what each school gets."""
    if batch.kind.each or not batch.sheet or not batch.has_findings:
        return []
    return [
        kind
        for kind in settings().types.values()
        if kind.sheet and kind.each and kind.every == "week" and not _is_begun(kind, batch.subject)
    ]


def _is_begun(kind: DocumentType, subject: str) -> bool:
    return bool(register().batch(kind.key, subject))
