"""register export, verify, backup: journals out, the audit, a copy."""

from __future__ import annotations

from pathlib import Path

import click

from letters_gen.cli.options import FILE, json_option
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.cli.spoken import YEAR, WordChoice
from letters_gen.wording.journals import JOURNALS, journal_text
from letters_gen.wording.language import gettext as _

_JOURNALS = {key: journal_text(key) for key in JOURNALS}
_DAMAGE = 3


@click.command(
    help=_(
        "Write the journals. FILE is an .xlsx or .csv; without it each journal goes into "
        "letters/journals as both, with its title sheet for Word."
    )
)
@click.argument("file", type=FILE, required=False)
@click.option("--year", type=YEAR, metavar="Y", help=_("Only of this year."))
@click.option("--journal", type=WordChoice(_JOURNALS), help=_("Only this journal."))
@json_option
@click.pass_obj
def export(
    session: Session, file: Path | None, year: int | None, journal: str | None, as_json: bool
) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.records.journals import export_journals

    done = export_journals(
        session.workspace,
        session.settings,
        session.register,
        file,
        year,
        journal,
        session.today,
    )
    files = [session.workspace.relative(path.absolute()) for path in done.files]
    if as_json:
        print_json({"files": files, "head": done.head})
        return
    for path in files:
        say(path)
    say(_("Head of the chain: {head}").format(head=done.head))
    say(
        _(
            "Write it down: letters-gen register verify --head HASH shows later whether anything "
            "was cut off."
        )
    )


@click.command(
    help=_(
        "Check the register: its chain of events, its numbers, states and files. Exit status 3: "
        "damage."
    )
)
@click.option(
    "--head", metavar="HASH", help=_("The head of the chain as an earlier export printed it.")
)
@json_option
@click.pass_obj
def verify(session: Session, head: str | None, as_json: bool) -> int:
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.register.reports import verification_json
    from letters_gen.records.audit import audit
    from letters_gen.wording.audits import run_line, verdict
    from letters_gen.wording.sentences import told_oddity

    found = audit(session.workspace, session.settings, session.register, head)
    if as_json:
        print_json(verification_json(found))
    else:
        for run in found.runs:
            say(run_line(run))
        for fault in found.faults:
            say_told(told_oddity(fault), "✗")
        for note in found.notes:
            say_told(told_oddity(note), "!")
        say(verdict(found))
        say(_("Head of the chain: {head}").format(head=found.head or "–"))
    return _DAMAGE if found.faults else 0


@click.command(
    help=_("Make a consistent copy of the register, while it is in use. FILE is the new file.")
)
@click.argument("file", type=FILE, required=False)
@json_option
@click.pass_obj
def backup(session: Session, file: Path | None, as_json: bool) -> None:
    from letters_gen.cli.json_output import print_json
    from letters_gen.records.backup import back_up

    path = back_up(session.register, file, session.today)
    told = session.workspace.relative(path.absolute())
    if as_json:
        print_json({"file": told})
    else:
        say(_("The copy: {path}").format(path=told))
