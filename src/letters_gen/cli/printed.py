"""The files to print of a run, written and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters_gen.cli.screen import say
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.issuing.flow import Office
    from letters_gen.issuing.plan import Plan
    from letters_gen.templating import CompiledTemplate


def cover_of(office: Office) -> CompiledTemplate:
    """The cover of the print files, checked before a number is taken."""
    from letters_gen.delivery.print_files import cover_template

    return cover_template(office.workspace, office.settings)


def printed_files(office: Office, plan: Plan, cover: CompiledTemplate, aside: bool) -> list[str]:
    """Write the print files of what was issued; their paths, each told as it is written."""
    from letters_gen.delivery.print_files import former_print_files, print_files
    from letters_gen.issuing.issue import entries_of

    paths = []
    entries = entries_of(plan, office.register)
    for path in print_files(office.workspace, office.settings, entries, cover):
        say(_("To print: {path}").format(path=path), aside=aside)
        paths.append(path)
    entries = entries_of(plan, office.register)
    for path in former_print_files(office.workspace, entries, paths):
        told = _("Made to print earlier, delete it if you don't need it: {path}")
        say(told.format(path=path), aside=aside)
    return paths
