"""Scans of signed papers, a folder at once: each filed by the code that its paper bears, in the
background; what isn't recognised is listed, and given its number here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.records.acts import Desk
from letters_gen.records.attach_doubts import DOUBTS
from letters_gen.records.lookup import meant_entry
from letters_gen.records.scan_filing import without_scan
from letters_gen.records.scans import SCANS
from letters_gen.web.act_page import Problems, failure_lines
from letters_gen.web.desk import desk, opened_register, settings, upload_limit
from letters_gen.web.entries import acts_desk
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.forms import stripped
from letters_gen.web.once import fresh_mark
from letters_gen.web.scan_bundles import ScanBundle, known_bundle, known_bundles, new_bundle
from letters_gen.web.scan_runs import ScanRun, ScanWork
from letters_gen.web.told import for_page, page_failures
from letters_gen.wording.language import gettext as _
from letters_gen.wording.scans import filed_count, needs_scan_line, pieces_text
from letters_gen.wording.sentences import Told, told_failure

_FIELD = "scans"


@dataclass(frozen=True)
class Left:
    """Pages that weren't filed, as the page shows them.

    Attributes:
        mark: what its form names it by.
        number: of the document that they may be of, or that was typed; '' for nobody knows.
        problem: why they couldn't be attached to it; `is_doubt`: whether they may be all the same.
    """

    mark: str
    told: Told
    number: str
    problem: str = ""
    is_doubt: bool = False


@dataclass(frozen=True)
class Refused:
    """A number that was given to what is left under a mark, and why it wasn't taken."""

    mark: str
    number: str
    error: InputError | CommandLineError


def ask() -> str:
    """Ask for the scans; those of earlier that are left are listed."""
    return _asked([])


def take() -> Response | Answer:
    """Lay the scans down and begin to file what is recognised, once."""
    sent = [one for one in request.files.getlist(_FIELD) if one.filename]
    try:
        if not sent:
            raise InputError("page-file-missing")
        key = desk().once.done(request.form.get("once", ""), lambda: _begun(_laid(sent)))
    except (InputError, CommandLineError) as error:
        return _asked(failure_lines(error)), 422
    return redirect(url_for("scans", bundle=key), 303)


def show(bundle: str) -> str | Response:
    """How far the scans are; what was filed, and what is left."""
    run = desk().scans.of(bundle)
    if run is not None and not run.ended.is_set():
        address = url_for("scans", bundle=bundle)
        return render_template("scans-progress.html", run=run, address=address)
    found = run.bundle if run else known_bundle(desk().spool, bundle)
    return _shown(found, run, None) if found else _forgotten()


def progress(bundle: str) -> Response:
    """How far they are, for the page that asks again and again."""
    run = desk().scans.of(bundle) or abort(404)
    running = not run.ended.is_set()
    return jsonify(running=running, done=run.done, total=run.total, waiting=run.waiting_for)


def again(bundle: str) -> Response:
    """File what is left, which may be recognised now."""
    found = known_bundle(desk().spool, bundle)
    if found is None:
        return _forgotten()
    return redirect(url_for("scans", bundle=_begun(found)), 303)


def drop(bundle: str) -> Response:
    """Take what is left off the list; the register, and the scanner's own files, stay."""
    run = desk().scans.of(bundle)
    if run is not None and not run.ended.is_set():
        return redirect(url_for("scans", bundle=bundle), 303)
    found = known_bundle(desk().spool, bundle)
    if found is not None:
        found.drop()
        flash(_("The scans that were left are taken off the list."))
    desk().scans.forget(bundle)
    return redirect(url_for("ask_scans"), 303)


def give(bundle: str) -> Response | Answer:
    """Attach what is left to the document whose number the clerk gives, once."""
    run = desk().scans.of(bundle)
    if run is None or not run.ended.is_set():
        return redirect(url_for("scans", bundle=bundle), 303)
    mark, number = request.form.get("scan", ""), stripped(request.form.get("number", ""))
    try:
        once = request.form.get("once", "")
        flash(desk().once.done(once, lambda: _given(run, mark, number)))
    except (InputError, CommandLineError) as error:
        return _shown(run.bundle, run, Refused(mark, number, error)), 422
    copy_register(desk().workspace, settings(), desk().clock.today)
    return redirect(url_for("scans", bundle=bundle), 303)


def _laid(sent: Sequence[FileStorage]) -> ScanBundle:
    """The scans among the files that were sent, laid down; raises InputError `scans-none`."""
    scans = [one for one in sent if _is_scan(one)]
    if not scans:
        raise InputError("scans-none", accepted=list(SCANS))
    spool = desk().spool
    key = spool.laid((one.filename or "", one.stream) for one in scans)
    return new_bundle(spool, key, [one.filename or "" for one in sent if not _is_scan(one)])


def _is_scan(file: FileStorage) -> bool:
    return Path(file.filename or "").suffix.lower() in SCANS


def _begun(bundle: ScanBundle) -> str:
    """The key of scans whose filing is begun."""
    workspace, clock, known = desk().workspace, desk().clock, settings()

    def work(run: ScanRun) -> ScanWork:
        at = Desk(workspace, known, opened_register(), clock.stamp(), run.wait)
        return ScanWork(at, partial(copy_register, workspace, known, clock.today))

    desk().scans.begin(bundle, desk().leaving, work)
    return bundle.key


def _given(run: ScanRun, mark: str, number: str) -> str:
    one = run.left.get(mark)
    if one is None:
        return _("It was attached meanwhile.")
    if not number:
        raise InputError("scan-number-missing")
    at = acts_desk()
    entry = meant_entry(at.register, at.settings, number, None, desk().clock.today)
    # Said of this number, and of no other that was typed since.
    is_meant = request.form.get("is_meant") == number
    run.give(at, mark, entry, is_meant=is_meant)
    return _("{number}: the file is taken into the register.").format(number=entry.number)


def _forgotten() -> Response:
    """The way back where nobody knows the scans any more."""
    flash(_("What was filed is in the journal. Choose the scans that are left anew."))
    return redirect(url_for("ask_scans"), 303)


def _asked(wrong: Problems) -> str:
    return render_template(
        "scans.html",
        problems=wrong,
        limit=upload_limit(),
        accepted=SCANS,
        once=request.form.get("once") or fresh_mark(),
        left=[one for one in known_bundles(desk().spool) if one.left],
    )


def _shown(found: ScanBundle, run: ScanRun | None, refused: Refused | None) -> str:
    left = list(_left(run, refused)) if run else []
    return render_template(
        "scans-filed.html",
        bundle=found,
        run=run,
        failure=page_failures(run.failure) if run and run.failure else None,
        log=desk().log,
        counted=filed_count(len(found.filed)) if found.filed else "",
        filed=[(one, pieces_text(one.pieces)) for one in found.filed],
        left=left,
        # Files that nobody has read to the end: which of their pages are left isn't known.
        unread=[] if left else found.left,
        wrong=[(f"number-{one.mark}", one.problem) for one in left if one.problem],
        unscanned=_unscanned(found),
        once=fresh_mark(),
    )


def _unscanned(found: ScanBundle) -> str:
    """The documents that are signed and still lack a scan, '' for none."""
    years = {desk().clock.today.year, *(int(one.address["year"]) for one in found.filed)}
    unscanned = without_scan(acts_desk(), years)
    return needs_scan_line(unscanned) if unscanned else ""


def _left(run: ScanRun, refused: Refused | None) -> Iterator[Left]:
    for mark, one in run.left.items():
        assert one.fault is not None
        told = replace(for_page(told_failure(one.fault)), where=pieces_text(one.pieces))
        left = Left(mark, told, one.entry.number if one.entry else "")
        if refused and refused.mark == mark:
            problem = " ".join(text for _place, text in failure_lines(refused.error))
            is_doubt = refused.error.code in DOUBTS
            left = replace(left, number=refused.number, problem=problem, is_doubt=is_doubt)
        yield left
