"""The PDFs of a run, made and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.asking import say_waiting
from letters_gen.cli.progress import progress_shown
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.errors import DamageError, InputError
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters_gen.delivery.pdf_files import Rendering
    from letters_gen.model.entry import Entry


def office_of_pdf() -> str:
    """LibreOffice's program, asked for before a number is taken; raises UnavailableError
    `libreoffice-missing`.
    """
    from letters_gen.outputs.libreoffice import needed_office

    return needed_office()


def rendered_files(
    session: Session,
    entries: Iterable[Entry],
    program: str,
    jobs: int | None,
    aside: bool,
    anew: bool = False,
) -> Rendering:
    """Make the PDFs of `entries`, and tell how many there are and what is odd about them."""
    from letters_gen.delivery.pdf_files import rendered
    from letters_gen.records.acts import Desk
    from letters_gen.wording.sentences import told_failure, told_oddity

    office = session.office
    desk = Desk(office.workspace, office.settings, office.register, office.stamp, say_waiting)
    with progress_shown(session.quiet) as progress:
        made = rendered(desk, entries, program, jobs, progress, anew)
    say(_told(made), aside=aside)
    for oddity in made.faces:
        say_told(told_oddity(oddity), "!", aside=True)
    for error in made.failed:
        say_told(told_failure(error), "✗", aside=True)
    return made


def _told(made: Rendering) -> str:
    told = ngettext("PDF: {number} made", "PDF: {number} made", made.made)
    parts = [told.format(number=made.made)]
    if made.already:
        parts.append(_("{number} there already").format(number=made.already))
    return "; ".join(parts) + "."


def exit_status_of(made: Rendering | None) -> int:
    """0 where every document has its PDF, or none was asked for; 3 where a file is lost or
    changed, else 1.
    """
    if made is None or not made.failed:
        return 0
    is_damaged = any(isinstance(error, DamageError) for error in made.failed)
    return DamageError.exit_status if is_damaged else InputError.exit_status
