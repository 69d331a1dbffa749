"""A preview, made and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.progress import progress_shown
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import ngettext

if TYPE_CHECKING:
    from letters_gen.delivery.preview import Preview
    from letters_gen.issuing.plan import Plan

_MOST_SHOWN = 10


def preview_shown(session: Session, plan: Plan, jobs: int | None, aside: bool) -> Preview:
    """Make the preview of `plan`, and tell where it lies."""
    from letters_gen.delivery.preview import preview
    from letters_gen.outputs.libreoffice import office_program
    from letters_gen.wording.sentences import told_failure

    program = office_program()
    with progress_shown(session.quiet) as progress:
        found = preview(plan, program, jobs, progress)
    number = len(found.documents)
    if not number:
        say(_("Nothing to look at: no document would be issued."), aside=aside)
        return found
    told = ngettext(
        "To look at, no number taken: {number} document in {folder}",
        "To look at, no number taken: {number} documents in {folder}",
        number,
    )
    folder = session.workspace.relative(session.workspace.preview)
    say(told.format(number=number, folder=folder), aside=aside)
    lines = _lines(found)
    for line in lines[:_MOST_SHOWN]:
        say(line, aside=aside)
    if len(lines) > _MOST_SHOWN:
        say(_("… and {number} more").format(number=len(lines) - _MOST_SHOWN), aside=aside)
    if program is None:
        say(
            _("Word files only: PDF and pictures are made by LibreOffice, which isn't installed."),
            aside=True,
        )
    for path in found.kept:
        told = _("A file of the last preview was changed; it is kept: {path}")
        say(told.format(path=path), aside=True)
    for error in found.failed:
        say_told(told_failure(error), "✗", aside=True)
    return found


def _lines(found: Preview) -> list[str]:
    """The files, each with how many pages of it there are to look at."""
    lines = []
    for document in found.documents:
        for file in document.files:
            line = f"  {file.path}"
            if file.pages:
                pages = ngettext("{number} page", "{number} pages", len(file.pages))
                line += f" (PDF, PNG: {pages.format(number=len(file.pages))})"
            lines.append(line)
    return lines
