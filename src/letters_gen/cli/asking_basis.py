"""The covering letter, asked for on a terminal: offered, told, confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.asking import ask_words, ask_yes, typed_answer
from letters_gen.cli.options import DATE
from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Unfounded
    from letters_gen.model.basis import BasisAnswers


def ask_basis(found: Unfounded) -> BasisAnswers:
    """What is missing of the letter that came with a sheet; one that was told before nothing was
    issued is shown again, and may be changed.
    """
    from letters_gen.model.basis import NO_ANSWERS
    from letters_gen.wording.sentences import argument_text

    known = found.known
    if found.is_offer:
        if ask_yes(_("On the ground: {basis} Is the ground right?").format(basis=_told(found))):
            return known
        return _asked(NO_ANSWERS, offered=known)
    told = _("The covering letter of {file} isn't known (period: {period}).")
    period = argument_text(found.survey.monitoring.period)
    say(told.format(file=found.survey.sheet.name, period=period), aside=True)
    return _asked(known, offered=NO_ANSWERS, author=found.last_author)


def say_offer_taken(found: Unfounded) -> None:
    """Tell that a basis which nobody has confirmed is taken."""
    told = _("The ground was told before and nobody has confirmed it; it is taken: {basis}")
    say(told.format(basis=_told(found)), aside=True)


def _told(found: Unfounded) -> str:
    from letters_gen.wording.plans import basis_words, passage

    basis = found.known.whole
    assert basis is not None
    words = found.words or basis_words(basis, found.survey.settings)
    return f"{passage(words)}."


def _asked(known: BasisAnswers, offered: BasisAnswers, author: str = "") -> BasisAnswers:
    from letters_gen.model.basis import told_basis
    from letters_gen.russian.dates import numeric

    day = numeric(offered.date) if offered.date else None
    return told_basis(
        known.author or _author(offered.author or author),
        known.number or _number(offered.number or ""),
        known.date or typed_answer(_("Its date"), day, DATE),
        known.due or offered.due,
    )


def _author(offered: str) -> str:
    """Who sent it; what doesn't look like a nominative is asked about."""
    from letters_gen.russian.nominative import is_nominative

    while True:
        author = ask_words(_("Who sent the covering letter (nominative)"), offered)
        told = _("{author} isn't in the nominative: documents decline it themselves. Keep it?")
        if is_nominative(author) or ask_yes(told.format(author=author)):
            return author


def _number(offered: str) -> str:
    """Its number; what has no figure in it («да», «б/н») is asked about."""
    while True:
        number = ask_words(_("Its number"), offered)
        told = _("There is no figure in the number {number}. Keep it?")
        if any(sign.isdigit() for sign in number) or ask_yes(told.format(number=number)):
            return number
