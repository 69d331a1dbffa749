"""The files to print of a run, written and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.delivery.print_pdf import Press
    from letters_gen.issuing.flow import Office
    from letters_gen.issuing.plan import Plan
    from letters_gen.model.entry import Entry
    from letters_gen.templating import CompiledTemplate


def cover_of(office: Office) -> CompiledTemplate:
    """The cover of the print files, checked before a number is taken."""
    from letters_gen.delivery.print_files import cover_template

    return cover_template(office.workspace, office.settings)


def printed_files(
    office: Office, plan: Plan, cover: CompiledTemplate, press: Press | None, aside: bool
) -> list[str]:
    """Write the print files of what was issued, as PDF too where there is a `press`; their paths,
    each told as it is written.
    """
    from letters_gen.delivery.print_files import former_print_files, print_files
    from letters_gen.issuing.issue import entries_of

    entries = entries_of(plan, office.register)
    paths = told_paths(print_files(office.workspace, office.settings, entries, cover), aside)
    if press:
        paths += printed_pdfs(office, entries_of(plan, office.register), press, aside)
    entries = entries_of(plan, office.register)
    for path in former_print_files(office.workspace, entries, paths):
        told = _("Made to print earlier, delete it if you don't need it: {path}")
        say(told.format(path=path), aside=aside)
    return paths


def printed_pdfs(office: Office, entries: Iterable[Entry], press: Press, aside: bool) -> list[str]:
    """Write the PDFs to print of documents that have theirs; their paths, each told."""
    from letters_gen.delivery.print_pdf import print_pdfs

    return told_paths(print_pdfs(office.workspace, office.settings, entries, press), aside)


def told_paths(paths: Iterable[str], aside: bool) -> list[str]:
    """The paths of files to print, each told as it is written."""
    written = []
    for path in paths:
        say(_("To print: {path}").format(path=path), aside=aside)
        written.append(path)
    return written


def say_left_out(numbers: Sequence[str], aside: bool) -> None:
    """Tell which of the documents asked for can be neither printed nor made a PDF of."""
    if numbers:
        told = _("Left out, for they have no Word file that stands: {numbers}")
        say(told.format(numbers=", ".join(numbers)), aside=aside)
