"""What the clerk enters of a document: each act a page with its form, bound to the entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.model.answer import Answer as Answered
from letters_gen.model.entry import Entry
from letters_gen.records import acquainting, acts, answering, possible, sending
from letters_gen.records.attach_doubts import DOUBTS
from letters_gen.records.signature_check import taken_signature
from letters_gen.russian.dates import numeric
from letters_gen.web import journal_forms as forms
from letters_gen.web.batches import given_batch
from letters_gen.web.desk import desk, settings
from letters_gen.web.entries import acts_desk, given_entry
from letters_gen.web.entry_addresses import address_of, mark_of
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.forms import problems
from letters_gen.web.once import fresh_mark
from letters_gen.web.spool import safe_name
from letters_gen.web.told import page_failures
from letters_gen.wording.done import typed_day_lines
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext
from letters_gen.wording.scans import taken_line

Problems = list[tuple[str, str]]


@dataclass(frozen=True)
class Act:
    """An act: its form, made of the entries and the day, and how it is carried out; what is told.

    Attributes:
        is_for_many: whether all documents of a batch may get it at once.
    """

    form: Callable[[Sequence[Entry], Any], Any]
    carry_out: Callable[[acts.Desk, Sequence[Entry], Any], str]
    is_for_many: bool = False


@dataclass(frozen=True)
class Meant:
    """What an act is about: entries, what names them in addresses, and the page that leads here."""

    entries: Sequence[Entry]
    address: dict[str, Any]
    back: str

    @property
    def shown(self) -> str:
        """What a form carries to tell whether they are still the same."""
        marks = " ".join(map(mark_of, self.entries))
        return hashlib.sha256(marks.encode()).hexdigest()


def ask(act: str) -> str:
    """The form of an act."""
    of, meant = _known(act), _meant(act)
    return _shown(act, meant, of.form(meant.entries, desk().clock.today), [])


def do(act: str) -> Response | Answer:
    """Carry an act out, once; what can't be is told above the form, which keeps what was typed."""
    of, meant = _known(act), _meant(act)
    form = of.form(meant.entries, desk().clock.today)
    if not form.validate():
        return _shown(act, meant, form, problems(form)), 422
    mark = request.form.get("once", "")
    try:
        told = desk().once.done(mark, lambda: _carried_out(of, meant, form))
    except (InputError, CommandLineError) as error:
        is_doubt = error.code in (*DOUBTS, sending.SIGNED_OTHERWISE)
        return _shown(act, meant, form, failure_lines(error), is_doubt=is_doubt), 422
    copy_register(desk().workspace, settings(), desk().clock.today)
    flash(told)
    return redirect(meant.back, 303)


def _carried_out(act: Act, meant: Meant, form: Any) -> str:
    """What an act tells; raises InputError `changed-meanwhile` where the documents of a batch
    aren't those any more that were shown.
    """
    if "type" in request.values and request.form.get("shown") != meant.shown:
        raise InputError("changed-meanwhile")
    return act.carry_out(acts_desk(), meant.entries, form)


def failure_lines(error: InputError | CommandLineError) -> Problems:
    """What an act was refused for, each sentence with what to do about it."""
    told = page_failures(error).shown
    return [("", " ".join(filter(None, (one.text, one.mend)))) for one in told]


def _known(act: str) -> Act:
    return _ACTS.get(act) or abort(404)


def _meant(act: str) -> Meant:
    """The one entry, or the documents of a batch that may get it; 404 for none."""
    if "type" not in request.values:
        entry = given_entry()
        address = address_of(entry)
        return Meant([entry], address, url_for("entry", **address))
    if not _ACTS[act].is_for_many:
        abort(404)
    batch = given_batch()
    fit = [one for one in batch.entries if act in possible.possible_acts(one)]
    entries = fit or batch.entries or abort(404)
    return Meant(entries, batch.address, url_for("issued", **batch.address))


def _shown(act: str, meant: Meant, form: Any, wrong: Problems, *, is_doubt: bool = False) -> str:
    return render_template(
        f"act-{act}.html",
        act=act,
        meant=meant,
        entry=meant.entries[0],
        form=form,
        problems=wrong,
        is_doubt=is_doubt,
        alike=lambda names: [(name, name) for name in names],
        once=request.form.get("once") or fresh_mark(),
    )


def _annul(at: acts.Desk, entries: Sequence[Entry], form: forms.AnnulForm) -> str:
    entry = acts.annul(at, entries[0], form.because.data)
    return _("{number} is annulled.").format(number=entry.number)


def _attach(at: acts.Desk, entries: Sequence[Entry], form: forms.AttachForm) -> str:
    file: FileStorage | None = request.files.get("file")
    if file is None or not file.filename:
        raise InputError("page-file-missing")
    with desk().spool.scratch() as folder:
        path = folder / safe_name(file.filename)
        file.save(path)
        because, is_meant = form.because.data or "", form.is_meant.data
        entry = acts.attach(at, entries[0], path, because, is_meant=is_meant)
    return taken_line(entry, taken_signature(at.workspace.root, entries[0], entry))


def _signed(at: acts.Desk, entries: Sequence[Entry], form: forms.SignedForm) -> str:
    is_meant = bool(form.is_meant.data)
    return _counted(sending.mark_signed(at, entries, form.on, is_meant=is_meant))


def _unsigned(at: acts.Desk, entries: Sequence[Entry], form: forms.UnsignedForm) -> str:
    [entry] = sending.undo_signed(at, entries, form.because.data)
    return _("{number}: the signing is taken back.").format(number=entry.number)


def _sent(at: acts.Desk, entries: Sequence[Entry], form: forms.SentForm) -> str:
    return _counted(sending.mark_sent(at, entries, form.recipients, form.said_way, form.on))


def _unsent(at: acts.Desk, entries: Sequence[Entry], form: forms.UnsentForm) -> str:
    [entry] = sending.undo_sent(at, entries, form.recipients, form.because.data)
    return _("{number}: the sending is taken back.").format(number=entry.number)


def _redated(at: acts.Desk, entries: Sequence[Entry], form: forms.RedatedForm) -> str:
    moved = sending.redate(at, entries, form.on, form.because.data or "")
    told = [_("The date is now {day}.").format(day=numeric(form.on))]
    if any(one.state == "reserved" for one in moved):
        told.append(_("Continue it: its files are made anew with this date."))
    former = {one.key: one.date for one in entries}
    told += typed_day_lines([one for one in moved if one.date != former[one.key]])
    return " ".join(told)


def _answered(at: acts.Desk, entries: Sequence[Entry], form: forms.AnsweredForm) -> str:
    chosen = form.sender.data if form.sender.choices else ""
    sender = answering.correspondent(at.workspace, chosen) if chosen else None
    said = Answered("", form.on, form.way.data, note=form.note.data or "")
    return _counted(answering.mark_answered(at, entries, sender, said))


def _acquainted(at: acts.Desk, entries: Sequence[Entry], form: forms.AcquaintedForm) -> str:
    way = acquainting.BY_MAIL if form.by_mail.data else ""
    reading = acquainting.Reading(form.people, form.on, way=way, refused=form.refused.data or "")
    return _counted([acquainting.mark_acquainted(at, entries[0], reading)])


def _counted(done: Sequence[Entry]) -> str:
    """That it is entered, and of which documents."""
    if len(done) == 1:
        return _("{number}: it is entered.").format(number=done[0].number)
    told = ngettext("Entered of {number} document.", "Entered of {number} documents.", len(done))
    return told.format(number=len(done))


_ACTS = {
    possible.ATTACH: Act(forms.AttachForm, _attach),
    possible.SIGNED: Act(forms.SignedForm, _signed, is_for_many=True),
    possible.SENT: Act(forms.SentForm, _sent, is_for_many=True),
    possible.UNSENT: Act(forms.UnsentForm, _unsent),
    possible.UNSIGNED: Act(forms.UnsignedForm, _unsigned),
    possible.REDATED: Act(forms.RedatedForm, _redated, is_for_many=True),
    possible.ANSWERED: Act(forms.AnsweredForm, _answered),
    possible.ACQUAINTED: Act(forms.AcquaintedForm, _acquainted),
    possible.ANNUL: Act(forms.AnnulForm, _annul),
}
