"""pdf: the PDF/A of documents that are issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import json_option
from letters_gen.cli.printed import say_left_out
from letters_gen.cli.rendered import exit_status_of, office_of_pdf, rendered_files
from letters_gen.cli.screen import say
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import Whole
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.delivery.pdf_files import Rendering
    from letters_gen.model.entry import Entry
    from letters_gen.model.period import Period


@click.command(
    help=_(
        "Make the PDF/A of issued documents and their appendices, beside them. NUMBER is a "
        "number, a range (226-238), or several."
    )
)
@numbers_options
@click.option(
    "--anew", is_flag=True, help=_("Make them anew: after fonts or LibreOffice were installed.")
)
@click.option(
    "--jobs",
    type=Whole(1),
    metavar="N",
    help=_("How many LibreOffices work at once; without it as many as the number is worth."),
)
@json_option
@click.pass_obj
def pdf(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    anew: bool,
    jobs: int | None,
    as_json: bool,
) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.delivery.pdf_files import can_be_rendered
    from letters_gen.errors import InputError

    entries = meant_documents(session, numbers, period, year)
    left_out = [entry.number for entry in entries if not can_be_rendered(entry)]
    if len(left_out) == len(entries):
        raise InputError("pdf-nothing")
    made = rendered_files(session, entries, office_of_pdf(), jobs, as_json, anew)
    say_left_out(left_out, as_json)
    standing = session.register.of_keys([entry.key for entry in entries])
    kept = [standing[entry.key] for entry in entries]
    if as_json:
        print_json(_report(kept, made, left_out))
    elif len(kept) == 1:
        _say_path(kept[0])
    return exit_status_of(made)


def _say_path(entry: Entry) -> None:
    from letters_gen.model.rendering import document_pdf

    path = document_pdf(entry)
    if path:
        say(f"  {path}")


def _report(
    entries: Sequence[Entry], made: Rendering, left_out: Sequence[str]
) -> dict[str, object]:
    """The report of `pdf`."""
    from letters_gen.cli.json_output import failure_json, oddities_json
    from letters_gen.model.rendering import document_pdf, sheets_text

    documents = [
        {
            "number": entry.number,
            "path": entry.document.path if entry.document else None,
            "pdf": document_pdf(entry),
            "sheets": sheets_text(entry) or None,
        }
        for entry in entries
    ]
    return {
        "made": made.made,
        "already_made": made.already,
        "documents": documents,
        "left_out": list(left_out),
        "failed": [failure_json(error) for error in made.failed],
        "warnings": oddities_json(made.faces),
    }
