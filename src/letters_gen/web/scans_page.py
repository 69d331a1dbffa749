"""Scans of signed papers, a folder at once: each filed by the code that its paper bears; what isn't
recognised is listed, and given its number here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.records.attach_doubts import DOUBTS
from letters_gen.records.lookup import meant_entry
from letters_gen.records.scan_filing import filed_scans, without_scan
from letters_gen.records.scans import SCANS, recognised
from letters_gen.web.act_page import Problems, failure_lines
from letters_gen.web.desk import desk, settings, upload_limit
from letters_gen.web.entries import acts_desk, address_of
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.forms import stripped
from letters_gen.web.numerals import whole
from letters_gen.web.once import fresh_mark
from letters_gen.web.scan_bundles import ScanBundle
from letters_gen.web.told import for_page
from letters_gen.wording.language import gettext as _
from letters_gen.wording.scans import filed_count, needs_scan_line, pieces_text
from letters_gen.wording.sentences import Told, told_failure

_FIELD = "scans"


@dataclass(frozen=True)
class Left:
    """Pages that weren't filed, as the page shows them.

    Attributes:
        place: what its form names it by.
        number: of the document that they may be of, or that was typed; '' for nobody knows.
        problem: why they couldn't be attached to it; `is_doubt`: whether they may be all the same.
    """

    place: int
    told: Told
    number: str
    problem: str = ""
    is_doubt: bool = False


def ask() -> str:
    """Ask for the scans."""
    return _asked([])


def take() -> Response | Answer:
    """File what is recognised, once."""
    sent = [one for one in request.files.getlist(_FIELD) if one.filename]
    try:
        if not sent:
            raise InputError("page-file-missing")
        key = desk().once.done(request.form.get("once", ""), lambda: _filed(sent))
    except (InputError, CommandLineError) as error:
        return _asked(failure_lines(error)), 422
    copy_register(desk().workspace, settings(), desk().clock.today)
    return redirect(url_for("scans", bundle=key), 303)


def show(bundle: str) -> str | Response:
    """What was filed, and what is left."""
    found = desk().scans.of(bundle)
    return _shown(found, "", None) if found else _forgotten()


def give(bundle: str) -> Response | Answer:
    """Attach what is left to the document whose number the clerk gives, once."""
    found = desk().scans.of(bundle)
    if found is None:
        return _forgotten()
    place = whole(request.form.get("place", "")) or 0
    number = stripped(request.form.get("number", ""))
    mark = request.form.get("once", "")
    try:
        flash(desk().once.done(mark, lambda: _given(found, place, number)))
    except (InputError, CommandLineError) as error:
        return _shown(found, number, (place, error)), 422
    copy_register(desk().workspace, settings(), desk().clock.today)
    return redirect(url_for("scans", bundle=bundle), 303)


def _filed(sent: Sequence[FileStorage]) -> str:
    """The key of what came of the files that were sent."""
    at = acts_desk()
    found = recognised(at, _laid(sent), _unheard)
    filed = filed_scans(at, [one for one in found if one.fault is None])
    left = [one for one in found if one.fault is not None]
    strays = [one.filename or "" for one in sent if not _is_scan(one)]
    bundle = ScanBundle(filed, dict(enumerate(left)), strays)
    desk().scans.keep(bundle)
    return bundle.key


def _laid(sent: Sequence[FileStorage]) -> Path:
    """The folder that the scans among the files are laid into."""
    scans = filter(_is_scan, sent)
    return desk().spool.laid((one.filename or "", one.stream) for one in scans)


def _is_scan(file: FileStorage) -> bool:
    return Path(file.filename or "").suffix.lower() in SCANS


def _unheard(_done: int, _total: int) -> None:
    """The page waits until all of them are read."""


def _given(found: ScanBundle, place: int, number: str) -> str:
    one = found.left.get(place)
    if one is None:
        return _("It was attached meanwhile.")
    if not number:
        raise InputError("scan-number-missing")
    at = acts_desk()
    entry = meant_entry(at.register, at.settings, number, None, desk().clock.today)
    # Said of this number, and of no other that was typed since.
    is_meant = request.form.get("is_meant") == number
    named = replace(one, entry=entry, fault=None)
    found.filed += filed_scans(at, [named], is_meant=is_meant)
    del found.left[place]
    return _("{number}: the file is taken into the register.").format(number=entry.number)


def _forgotten() -> Response:
    """The way back where this start of the page doesn't know the scans."""
    flash(_("What was filed is in the journal. Choose the scans that are left anew."))
    return redirect(url_for("ask_scans"), 303)


def _asked(wrong: Problems) -> str:
    once = request.form.get("once") or fresh_mark()
    return render_template(
        "scans.html", problems=wrong, limit=upload_limit(), accepted=SCANS, once=once
    )


def _shown(
    found: ScanBundle, typed: str, refused: tuple[int, InputError | CommandLineError] | None
) -> str:
    left = list(_left(found, typed, refused))
    years = {desk().clock.today.year, *(one.entry.year for one in found.filed)}
    unscanned = without_scan(acts_desk(), years)
    return render_template(
        "scans-filed.html",
        bundle=found,
        counted=filed_count(len(found.filed)) if found.filed else "",
        filed=[(one.entry, address_of(one.entry), pieces_text(one.pieces)) for one in found.filed],
        left=left,
        problems=[(f"number-{one.place}", one.problem) for one in left if one.problem],
        unscanned=needs_scan_line(unscanned) if unscanned else "",
        once=fresh_mark(),
    )


def _left(
    found: ScanBundle, typed: str, refused: tuple[int, InputError | CommandLineError] | None
) -> Iterator[Left]:
    for place, one in found.left.items():
        assert one.fault is not None
        told = replace(for_page(told_failure(one.fault)), where=pieces_text(one.pieces))
        left = Left(place, told, one.entry.number if one.entry else "")
        if refused and refused[0] == place:
            problem = " ".join(text for _place, text in failure_lines(refused[1]))
            is_doubt = refused[1].code in DOUBTS
            left = replace(left, number=typed, problem=problem, is_doubt=is_doubt)
        yield left
