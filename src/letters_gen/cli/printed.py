"""The files to print of a run, written and told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters_gen.cli.screen import say, say_told
from letters_gen.errors import DamageError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.delivery.print_pdf import Press
    from letters_gen.issuing.flow import Office
    from letters_gen.issuing.plan import Plan
    from letters_gen.model.entry import Entry
    from letters_gen.templating import CompiledTemplate


@dataclass(frozen=True)
class Printed:
    """The files to print that were written, and the documents whose own file isn't there."""

    files: tuple[str, ...] = ()
    lost: tuple[DamageError, ...] = ()

    @property
    def exit_status(self) -> int:
        """That of a damage where a document couldn't be printed, else 0."""
        return DamageError.exit_status if self.lost else 0

    @property
    def lost_numbers(self) -> list[object]:
        """The numbers of the documents that couldn't be printed."""
        return [error.arguments["number"] for error in self.lost]


NOTHING_PRINTED = Printed()


def cover_of(office: Office) -> CompiledTemplate:
    """The cover of the print files, checked before a number is taken."""
    from letters_gen.delivery.print_files import cover_template

    return cover_template(office.workspace, office.settings)


def printed_files(
    office: Office, plan: Plan, cover: CompiledTemplate, press: Press | None, aside: bool
) -> Printed:
    """Write the print files of what was issued, as PDF too where there is a `press`, each told as
    it is written; a document whose file is missing is told, and the others are printed.
    """
    from letters_gen.delivery.print_files import former_print_files, lost_files, print_files
    from letters_gen.issuing.issue import entries_of
    from letters_gen.wording.sentences import told_failure

    lost = lost_files(office.workspace, entries_of(plan, office.register))
    standing = (one for one in entries_of(plan, office.register) if one.key not in lost)
    paths = told_paths(print_files(office.workspace, office.settings, standing, cover), aside)
    if press:
        standing = (one for one in entries_of(plan, office.register) if one.key not in lost)
        paths += printed_pdfs(office, standing, press, aside)
    entries = entries_of(plan, office.register)
    for path in former_print_files(office.workspace, entries, paths):
        told = _("Made to print earlier, delete it if you don't need it: {path}")
        say(told.format(path=path), aside=aside)
    for error in lost.values():
        say_told(told_failure(error), "✗", aside=True)
    return Printed(tuple(paths), tuple(lost.values()))


def tell_outdated(office: Office, plan: Plan, printed: Printed, aside: bool) -> None:
    """Name the print files, made before this run, that hold documents which it has made anew or
    ended.
    """
    from letters_gen.delivery.print_files import outdated_print_files
    from letters_gen.issuing.editions import remade

    gone = remade(plan.decisions)
    for path in outdated_print_files(office.workspace, gone, printed.files) if gone else ():
        told = _("Made to print before this, and holds what was changed: {path}")
        say(told.format(path=path), aside=aside)


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
