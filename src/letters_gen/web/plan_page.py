"""Проект: what would be issued, shown whole before it is agreed to; and the button that says it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from letters_gen.errors import InputError
from letters_gen.issuing.agreement import moved_parts, numbers_of, parts_of
from letters_gen.issuing.decisions import Act
from letters_gen.issuing.flow import answered
from letters_gen.issuing.plan import Plan
from letters_gen.model.question import Question, ThisRun
from letters_gen.model.settings import DocumentType
from letters_gen.web import asked
from letters_gen.web.about_forms import RemakeForm
from letters_gen.web.batches import batch_address
from letters_gen.web.desk import desk, office, opened_register, settings
from letters_gen.web.draft_page import Part, texts_of
from letters_gen.web.failing import Answer
from letters_gen.web.following import copy_register
from letters_gen.web.given import Given, Wish, given_work
from letters_gen.web.paging import paged
from letters_gen.web.planned import planned
from letters_gen.web.preview_page import can_draw, seen
from letters_gen.web.remake_page import DIFFERENT, remaking
from letters_gen.web.runs import Work, batch_key
from letters_gen.web.shown_plan import button_text, moved_lines, shown_documents, summary
from letters_gen.web.told import page_oddities
from letters_gen.wording.plans import gone_told

# A short batch is over before a page that tells of it could be read.
_SHORT = 2.0


def show(sheet: str, kind: str) -> str | Response:
    """The plan as the register now stands."""
    given, of_type, wish = _asked_for(sheet, kind, request.args)
    try:
        plan = planned(given, of_type, wish)
    except InputError as error:
        if error.code != DIFFERENT or wish.remake:
            raise
        return remaking(given, of_type, wish, RemakeForm(), [], error)
    if isinstance(plan, Response):
        return plan
    if _is_over(plan):
        return _issued(plan)
    if plan.is_done and not plan.found_inns and plan.decisions:
        here = {"sheet": given.key, "kind": of_type.key, **wish.parameters}
        return redirect(url_for("ask_remake", **here))
    return _shown(given, plan, wish, {}, {})


def issue(sheet: str, kind: str) -> Response:
    """Issue what was shown; where anything has moved since nothing, and it is shown anew."""
    given, of_type, wish = _asked_for(sheet, kind, request.form)
    plan = planned(given, of_type, wish)
    if isinstance(plan, Response):
        return plan
    said, back = request.form.get("fingerprint", ""), _address(given, of_type, wish)
    if _is_over(plan) or _is_at(plan, said):
        return _issued(plan)
    if said != plan.fingerprint:
        for line in moved_lines(_said(), moved_parts(_said(), plan), plan):
            flash(line, "moved")
        return redirect(back, 303)
    if any(question.is_open for question in plan.questions):
        return redirect(back, 303)
    after = partial(copy_register, desk().workspace, settings(), desk().clock.today)
    work = Work(plan, opened_register(), office().stamp, after)
    run = desk().runs.begin(work, back)
    run.ended.wait(_SHORT)
    return _issued(plan)


def choose(sheet: str, kind: str) -> Response:
    """Show the plan without the schools whose ticks were taken away."""
    given, of_type, wish = _asked_for(sheet, kind, request.form)
    offered, ticked = request.form.getlist("offered"), set(request.form.getlist("school"))
    left = [one for one in wish.leaving_out if one not in offered]
    left += [one for one in offered if one not in ticked]
    return redirect(_address(given, of_type, wish.but(leaving_out=tuple(left))), 303)


def answer(sheet: str, kind: str) -> Response | Answer | str:
    """Take what was answered about the run itself."""
    given, of_type, wish = _asked_for(sheet, kind, request.form)
    plan = planned(given, of_type, wish)
    if isinstance(plan, Response):
        return plan
    found = asked.given(_questions(given, plan), request.form)

    def keep(question: Question, text: str) -> None:
        nonlocal wish
        wish = _kept(given, plan, wish, question, text)

    asked.keep_each(found, keep)
    if found.problems:
        return _shown(given, plan, wish, found.problems, request.form), 422
    return redirect(_address(given, of_type, wish), 303)


def _kept(given: Given, plan: Plan, wish: Wish, question: Question, text: str) -> Wish:
    told = answered(office(), plan.request, plan, question, text)
    if isinstance(question.kept_in, ThisRun):
        return wish.but(said={**(wish.said or {}), question.id: text})
    given.keep(told.answers)
    return wish


def _questions(given: Given, plan: Plan) -> Sequence[Question]:
    """What is asked here: what isn't certain about the run; of papers that rest on no sheet about
    the papers too, which nothing else asks about.
    """
    return plan.doubts if given.file else (*plan.questions, *plan.doubts)


def _texts(plan: Plan) -> list[Part]:
    """The text of the one paper that a plan is about; of many each has a page of its own."""
    if plan.type.each or not plan.decisions or plan.decisions[0].letter is None:
        return []
    return texts_of(plan, *next(plan.numbered()))


def _is_over(plan: Plan) -> bool:
    """Whether something stands, and all of it is issued already."""
    stands = any(one.act is not Act.LEAVE for one in plan.decisions)
    return stands and plan.is_done and not plan.found_inns


def _is_at(plan: Plan, agreed: str) -> bool:
    """Whether the batch is being issued, or what was agreed to was: where it is still to be done it
    was done otherwise since.
    """
    run = desk().runs.of(batch_key(plan))
    if run is None:
        return False
    if not run.ended.is_set():
        return True
    return run.agreed == agreed != plan.fingerprint and not run.has_failed


def _asked_for(
    sheet: str, kind: str, values: MultiDict[str, str]
) -> tuple[Given, DocumentType, Wish]:
    return *given_work(sheet, kind), Wish.of(values)


def _address(given: Given, kind: DocumentType, wish: Wish) -> str:
    return url_for("plan", sheet=given.key, kind=kind.key, **wish.parameters)


def _issued(plan: Plan) -> Response:
    return redirect(url_for("issued", **batch_address(plan)), 303)


def _said() -> dict[str, str]:
    """The parts of the plan that was shown, as its form carries them."""
    try:
        said = json.loads(request.form.get("shown", ""))
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _shown(
    given: Given, plan: Plan, wish: Wish, problems: Mapping[str, str], form: Mapping[str, str]
) -> str:
    doubts = asked.asked(_questions(given, plan), problems, form)
    documents = shown_documents(plan)
    return render_template(
        "plan.html",
        given=given,
        kind=plan.type,
        plan=plan,
        wish=wish,
        texts=_texts(plan),
        seen=None if plan.type.each else seen(plan),
        can_draw=can_draw(),
        summary=summary(plan, given, wish),
        documents=paged(documents, "documents"),
        gone=gone_told(plan),
        left_out=len(wish.leaving_out),
        warnings=page_oddities(plan.warnings),
        asked=doubts,
        problems=[one for one in doubts if one.problem],
        assumed=sum(not one.is_open for one in plan.questions) if given.file else 0,
        is_open=any(one.is_open for one in plan.questions),
        numbers=numbers_of(plan),
        button=button_text(plan),
        shown=json.dumps(parts_of(plan), ensure_ascii=False),
    )
