"""A request becomes a plan: what isn't known or certain is asked for, where somebody can be
asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letters_gen.cli.asking import ask_questions, can_ask
from letters_gen.cli.asking_basis import ask_basis, say_offer_taken
from letters_gen.cli.session import Session

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Unanswered, Unfounded
    from letters_gen.issuing.plan import Plan
    from letters_gen.issuing.request import Request


def settled_plan(session: Session, request: Request, yes: bool, dry_run: bool) -> Plan:
    """The plan, once what isn't known or certain has been asked for where somebody can be asked.

    Raises:
        InputError: something that nothing can be assumed for is left open.
    """
    from letters_gen.issuing.flow import Unanswered, Unfounded, considered

    asks = can_ask() and not (yes or dry_run)
    while True:
        found = considered(session.office, request)
        if isinstance(found, Unfounded):
            request = _founded(request, found, yes, dry_run)
            continue
        before = request
        if asks:
            request, asks = _answered(session, request, found)
        if request is not before:
            continue
        if isinstance(found, Unanswered):
            found.refuse()
        return found


def _founded(request: Request, found: Unfounded, yes: bool, dry_run: bool) -> Request:
    """The request with the covering letter: asked for, or, where it was offered and nobody is
    asked, taken. Raises InputError `basis-missing`.
    """
    from letters_gen.issuing.flow import founded

    if can_ask() and not (yes and found.is_offer) and not dry_run:
        return founded(request, found, ask_basis(found))
    if not found.is_offer:
        found.refuse()
    say_offer_taken(found)
    return replace(request, basis=found.known)


def _answered(session: Session, request: Request, found: Plan | Unanswered) -> tuple[Request, bool]:
    """The request with the clerk's answers kept; and whether all was answered: what was left with a
    dash isn't asked about again.
    """
    from letters_gen.issuing.flow import answered

    office, given = session.office, 0
    for question, answer in ask_questions(found.questions):
        request = answered(office, request, found, question, answer)
        given += 1
    session.reread_settings()
    return request, given == len(found.questions)
