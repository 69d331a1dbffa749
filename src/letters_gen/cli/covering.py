"""The covering letter of a sheet, entered in the journal of incoming documents with what is issued
on it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from letters_gen.cli.asking import say_waiting
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session

if TYPE_CHECKING:
    from letters_gen.issuing.plan import Plan


def check_basis(session: Session, plan: Plan, received: date | None) -> None:
    """Refuse what can't be entered before a number is taken; raises as `enter_basis`."""
    from letters_gen.register.incoming import incoming_series, refuse_early

    basis = plan.batch.matter.basis
    if received and basis:
        incoming_series(session.settings)
        refuse_early(basis.date, received)


def enter_basis(session: Session, plan: Plan, received: date) -> None:
    """Enter the letter that `plan` rests on, unless it is entered already; told is what is written
    on the paper.

    Raises:
        InputError: `incoming-unset`, `incoming-before-date`.
    """
    from letters_gen.issuing.covering import enter_covering_letter, standing_letter
    from letters_gen.russian.dates import numeric

    basis = plan.batch.matter.basis
    if basis is None:
        return
    office = session.office
    entry = standing_letter(office.register, basis) or enter_covering_letter(
        office, basis, received, session.stamp(), say_waiting
    )
    # What the clerk writes on the paper is Russian whatever the screen speaks.
    say(f"Вх. № {entry.number} от {numeric(entry.date)}", aside=True)
