"""A letter that came in: whose it is, then what it says and which of our documents it answers."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.errors import CommandLineError, InputError
from letters_gen.model.answer import IncomingStatement
from letters_gen.model.entry import Entry
from letters_gen.records import answering
from letters_gen.records.lookup import meant_entry
from letters_gen.register.incoming import Received, incoming_series
from letters_gen.russian.dates import numeric
from letters_gen.web.act_page import Problems, failure_lines
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.entries import acts_desk
from letters_gen.web.entry_addresses import address_of, mark_of
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.forms import problems
from letters_gen.web.incoming_forms import LetterForm, SenderForm
from letters_gen.web.once import fresh_mark
from letters_gen.wording.answers import answered_line
from letters_gen.wording.language import gettext as _

_UNNUMBERED_TWICE = "incoming-unnumbered-twice"
_MOST_AWAITED = 50


@dataclass(frozen=True)
class Sent:
    """Whose letter it is, as the address says it."""

    form: SenderForm
    whom: answering.Correspondent


def ask() -> str:
    """Ask whose letter it is."""
    incoming_series(settings())
    return render_template("incoming.html", form=SenderForm(None), problems=[], nearest=())


def letter() -> str | Answer:
    """Ask what it says; a sender named almost like a school is asked about first."""
    sent = _sent()
    if not isinstance(sent, Sent):
        return sent
    return _shown(sent, _form(sent), [], is_twice=False)


def enter() -> str | Response | Answer:
    """Enter it, once, with the answers that it brings."""
    sent = _sent()
    if not isinstance(sent, Sent):
        return sent
    form = _form(sent)
    if not form.validate():
        return _shown(sent, form, problems(form), is_twice=False), 422
    try:
        where = desk().once.done(request.form.get("once", ""), lambda: _entered(sent, form))
    except (InputError, CommandLineError) as error:
        is_twice = error.code == _UNNUMBERED_TWICE
        return _shown(sent, form, failure_lines(error), is_twice=is_twice), 422
    return redirect(where, 303)


def _sent() -> Sent | str | Answer:
    """Whose it is; the page that asks, where that isn't told yet."""
    incoming_series(settings())
    form = SenderForm(request.args)
    if not form.validate():
        page = render_template("incoming.html", form=form, problems=problems(form), nearest=())
        return page, 422
    whom = answering.correspondent(desk().workspace, form.sender.data)
    if whom.nearest and not request.args.get("as_written"):
        return render_template("incoming.html", form=form, problems=[], nearest=whom.nearest)
    return Sent(form, whom)


def _form(sent: Sent) -> LetterForm:
    school = sent.whom.school
    awaited = answering.also_awaited(register(), school, []) if school else ()
    return LetterForm(list(awaited)[:_MOST_AWAITED], desk().clock.today)


def _entered(sent: Sent, form: LetterForm) -> str:
    """The page of its entry."""
    answered = _answered(form)
    answering.refuse_unanswerable(answered, sent.whom, form.on)
    said = IncomingStatement(
        sent.whom.name,
        answering.their_number(sent.form.number.data),
        sent.form.dated.day() or form.on,
        form.sheets.data or "",
        form.resolution.data or "",
    )
    received = Received(
        said,
        form.heading.data or answering.answering_heading(answered),
        sent.whom.school,
        form.due.day(),
        tuple(answered),
        bool(form.is_another.data),
    )
    entry = answering.enter_incoming(acts_desk(), received, form.on, None)
    copy_register(desk().workspace, settings(), desk().clock.today)
    flash(_("The letter is entered: {number}.").format(number=entry.number))
    for one in answered:
        flash(answered_line(one, entry.date, settings().office.days_off))
    return url_for("entry", **address_of(entry))


def _answered(form: LetterForm) -> list[Entry]:
    """The documents that are ticked, and those whose numbers were written."""
    today = desk().clock.today
    named = [meant_entry(register(), settings(), one, None, today) for one in form.named]
    return list({one.key: one for one in (*form.ticked, *named)}.values())


def _awaited(entry: Entry) -> str:
    """A document that is awaited, as it can be ticked."""
    told = _("№ {number} of {day}: {heading}")
    return told.format(number=entry.number, day=numeric(entry.date), heading=entry.heading)


def _shown(sent: Sent, form: LetterForm, wrong: Problems, *, is_twice: bool) -> str:
    return render_template(
        "incoming-letter.html",
        sent=sent,
        form=form,
        problems=wrong,
        awaited=[(mark_of(one), _awaited(one)) for one in form.awaited],
        is_twice=is_twice,
        asked=request.args.to_dict(),
        once=request.form.get("once") or fresh_mark(),
    )
