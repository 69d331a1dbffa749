"""print: documents issued long ago, in files to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import duplex_option, json_option
from letters_gen.cli.printed import cover_of, printed_pdfs, say_left_out, told_paths
from letters_gen.cli.rendered import exit_status_of, office_of_pdf, rendered_files
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.errors import DamageError, together
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from letters_gen.delivery.pdf_files import Rendering
    from letters_gen.model.entry import Entry, EntryKey
    from letters_gen.model.period import Period


@click.command(
    "print",
    help=_(
        "Put issued documents into files to print. NUMBER is a number, a range (226-238), or "
        "several."
    ),
)
@numbers_options
@click.option(
    "--pdf",
    "to_pdf",
    is_flag=True,
    help=_("Also as one PDF, of the documents' own; those that lack theirs get it."),
)
@duplex_option
@json_option
@click.pass_obj
def print_(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    to_pdf: bool,
    duplex: bool,
    as_json: bool,
) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.delivery.print_files import lost_files, printable
    from letters_gen.wording.sentences import told_failure

    if duplex and not to_pdf:
        raise click.UsageError(_("--duplex goes with --pdf."))
    program = office_of_pdf() if to_pdf else ""
    wanted = meant_documents(session, numbers, period, year)
    lost = lost_files(session.workspace, wanted)
    entries = _standing(wanted, lost)
    files = _printed(session, entries, as_json)
    made = None
    if program:
        made, joined = _printed_as_pdf(session, entries, program, duplex, as_json)
        files += joined
    left_out = [entry.number for entry in entries if not printable(entry)]
    say_left_out(left_out, as_json)
    if as_json:
        print_json({"print_files": files, "left_out": left_out, **_lost_json(lost.values())})
    for error in lost.values():
        say_told(told_failure(error), "✗", aside=True)
    return DamageError.exit_status if lost else exit_status_of(made)


def _standing(wanted: Sequence[Entry], lost: Mapping[EntryKey, DamageError]) -> list[Entry]:
    """Those of `wanted` whose file isn't lost; raises DamageError where none could be printed."""
    from letters_gen.delivery.print_files import printable

    standing = [entry for entry in wanted if entry.key not in lost]
    if lost and not any(map(printable, standing)):
        raise together(lost.values())
    return standing


def _printed(session: Session, entries: Sequence[Entry], aside: bool) -> list[str]:
    """Write the files to print; their paths, each told as it is written, and what was changed."""
    from letters_gen.delivery.print_files import changed_files, printed_again

    files = told_paths(printed_again(session.workspace, session.settings, entries), aside)
    for number in changed_files(session.workspace, entries):
        told = _("№ {number}: the file was changed after issue; it is printed as it is now.")
        say(told.format(number=number), aside=True)
    return files


def _printed_as_pdf(
    session: Session, entries: Sequence[Entry], program: str, duplex: bool, aside: bool
) -> tuple[Rendering, list[str]]:
    """Write the PDFs to print, once every document has its own; what became of these, the
    paths.
    """
    from letters_gen.delivery.print_pdf import Press

    office = session.office
    made = rendered_files(session, entries, program, None, aside)
    standing = office.register.of_keys([entry.key for entry in entries])
    press = Press(cover_of(office), program, duplex)
    return made, printed_pdfs(office, [standing[one.key] for one in entries], press, aside)


def _lost_json(lost: Iterable[DamageError]) -> dict[str, list[object]]:
    """The numbers whose file is missing, where there are such."""
    numbers = [error.arguments["number"] for error in lost]
    return {"lost": numbers} if numbers else {}
