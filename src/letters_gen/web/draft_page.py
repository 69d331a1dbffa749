"""One document of a plan, as it would read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from flask import abort, render_template, request, url_for
from werkzeug.wrappers import Response

from letters_gen.issuing.decisions import Decision
from letters_gen.issuing.plan import Plan
from letters_gen.making.filling import Filling
from letters_gen.web.given import Wish, given_work
from letters_gen.web.planned import planned
from letters_gen.web.preview_page import can_draw, narrowed, seen
from letters_gen.word.text import Block, blocks_of


@dataclass(frozen=True)
class Part:
    """A file of a document: its name, and what it says."""

    name: str
    blocks: list[Block]


def show(sheet: str, kind: str, position: int) -> str | Response:
    """Its text, and the text of what goes with it."""
    given, of_type, wish = *given_work(sheet, kind), Wish.of(request.args)
    plan = planned(given, of_type, wish)
    if isinstance(plan, Response):
        return plan
    decision, number = _planned(plan, position)
    return render_template(
        "draft.html",
        given=given,
        kind=of_type,
        document=plan.document(decision, number),
        texts=texts_of(plan, decision, number),
        seen=seen(narrowed(plan, position)),
        can_draw=can_draw(),
        wish=wish,
        position=position,
        back=url_for("plan", sheet=given.key, kind=of_type.key, **wish.parameters),
    )


def texts_of(plan: Plan, decision: Decision, number: str) -> list[Part]:
    """A document's text as it would be issued, and that of what goes with it; 404 where it isn't
    to be written.
    """
    if decision.letter is None:
        abort(404)
    document = plan.document(decision, number)
    files = Filling(plan.batch, plan.forms).files(decision.letter, document)
    return [
        Part(path.rpartition("/")[2], blocks_of(content))
        for path, content in files
        if path.endswith(".docx")
    ]


def _planned(plan: Plan, position: int) -> tuple[Decision, str]:
    found = next(islice(plan.numbered(), position, None), None)
    return found or abort(404)
