"""register attach: a file taken into an entry, or a folder of scans filed by their codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.register.acts import desk, meant, report
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR
from letters_gen.errors import CommandLineError, InputError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from letters_gen.cli.json_output import Json
    from letters_gen.model.entry import Entry
    from letters_gen.records.scan_filing import FiledScan
    from letters_gen.records.scans import Piece, Recognised
    from letters_gen.wording.sentences import Told

_SOME_LEFT = 1


@click.command(
    help=_(
        "Take FILE into an entry: a scan, an electronic signature (.sig), the text of a typed "
        "letter, or a document changed after its issue. With --scans a whole folder of signed "
        "papers, each told by its QR code."
    )
)
@click.argument("number", required=False)
@click.argument("file", type=FILE, required=False)
@click.option(
    "--year",
    type=YEAR,
    metavar="Y",
    help=_("The year of the number; without it this year's, or the only one that has it."),
)
@click.option(
    "--reason", metavar="T", default="", help=_("Why; needed where a document is replaced.")
)
@click.option(
    "--scans",
    "folder",
    type=FILE,
    metavar="DIR",
    help=_("File the scans of this folder: PDFs and pictures of papers with QR codes."),
)
@json_option
@click.pass_obj
def attach(
    session: Session,
    number: str | None,
    file: Path | None,
    year: int | None,
    reason: str,
    folder: Path | None,
    as_json: bool,
) -> int:
    if folder is not None and number is None:
        return _file_scans(session, folder, as_json)
    if number is None or file is None or folder is not None:
        raise CommandLineError("attach-what")
    from letters_gen.records.signature_check import taken_signature
    from letters_gen.wording.next_steps import after_attaching
    from letters_gen.wording.scans import taken_line

    before = meant(session, number, year)
    entry = _attached(session, before, file, reason)
    signed = taken_signature(session.workspace.root, before, entry)
    report(entry, taken_line(entry, signed), as_json)
    follows = after_attaching(entry, before)
    if follows and not session.quiet:
        say(follows, aside=True)
    return 0


def _attached(session: Session, entry: Entry, file: Path, reason: str) -> Entry:
    """The entry with the file; whether it is of this entry is asked where that is doubtful.

    Raises:
        InputError: as `acts.attach`; the doubt where nobody can be asked.
    """
    from letters_gen.records import acts
    from letters_gen.records.attach_doubts import DOUBTS
    from letters_gen.wording.sentences import told_failure

    try:
        return acts.attach(desk(session), entry, file, reason)
    except InputError as doubt:
        if doubt.code not in DOUBTS or not can_ask():
            raise
        told = told_failure(doubt)
        if not ask_yes(
            _("{where}: {text} Take it in all the same?").format(where=told.where, text=told.text)
        ):
            say(_("Nothing was attached."), aside=True)
            raise click.exceptions.Exit(0) from doubt
    return acts.attach(desk(session), entry, file, reason, is_meant=True)


def _file_scans(session: Session, folder: Path, as_json: bool) -> int:
    """File what is recognised and tell the rest; 1 where something is left."""
    from letters_gen.cli.progress import progress_shown
    from letters_gen.records.scan_filing import filed_scans, tidied, without_scan
    from letters_gen.records.scans import recognised

    at = desk(session)
    with progress_shown(session.quiet) as progress:
        found = recognised(at, folder, progress)
    chosen = list(_chosen(found))
    filed = filed_scans(at, chosen)
    tidied(found, filed)
    left = [one for one in found if one not in chosen]
    unscanned = without_scan(at, {session.today.year, *(one.entry.year for one in filed)})
    if as_json:
        _print(filed, left, unscanned)
    else:
        _say(filed, left, unscanned)
    return _SOME_LEFT if left else 0


def _chosen(found: Sequence[Recognised]) -> Iterator[Recognised]:
    """What is to be filed; of a document that has a scan already the clerk is asked."""
    from letters_gen.wording.scans import pieces_text
    from letters_gen.wording.sentences import told_failure

    for one in found:
        if one.fault is None:
            yield one
        elif one.is_asked and can_ask():
            asked = _("{pages}: {fault} File this one too?").format(
                pages=pieces_text(one.pieces), fault=told_failure(one.fault).text
            )
            if ask_yes(asked):
                yield one


def _say(
    filed: Sequence[FiledScan], left: Sequence[Recognised], unscanned: Sequence[Entry]
) -> None:
    from letters_gen.wording.scans import filed_count, filed_line, needs_scan_line

    if filed:
        say(filed_count(len(filed)))
    for one in filed:
        say(f"  {filed_line(one)}")
    if left:
        say(_("Left in the folder:"))
    for told in map(_told, left):
        say_told(told, "✗")
    if unscanned:
        say(needs_scan_line(unscanned))


def _told(one: Recognised) -> Told:
    """Why pages are left, with the pages in the place of the file alone."""
    from dataclasses import replace

    from letters_gen.wording.scans import pieces_text
    from letters_gen.wording.sentences import told_failure

    assert one.fault is not None
    return replace(told_failure(one.fault), where=pieces_text(one.pieces))


def _print(
    filed: Sequence[FiledScan], left: Sequence[Recognised], unscanned: Sequence[Entry]
) -> None:
    from letters_gen.cli.json_output import print_json

    print_json(
        {
            "filed": [{"number": one.entry.number, "from": _pieces(one.pieces)} for one in filed],
            "left": [_left(one) for one in left],
            "needs_scan": [entry.number for entry in unscanned],
        }
    )


def _left(one: Recognised) -> Json:
    told = _told(one)
    return {
        "from": _pieces(one.pieces),
        "number": one.entry.number if one.entry else None,
        "code": told.code,
        "text": told.text,
        "mend": told.mend,
    }


def _pieces(pieces: Sequence[Piece]) -> list[Json]:
    return [
        {"file": one.file.name, "pages": [position + 1 for position in one.positions]}
        for one in pieces
    ]
