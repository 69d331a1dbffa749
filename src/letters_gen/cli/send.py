"""send: the signed copies of documents to their addressees, by e-mail or laid ready for other
ways.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters_gen.cli.asking import ask_yes, can_ask
from letters_gen.cli.mail_screen import (
    AGAIN,
    ARRIVED,
    LEAVE,
    ask_fate,
    ask_unsigned,
    fate_choice,
    show_mail_plan,
)
from letters_gen.cli.numbers import meant_documents, numbers_options
from letters_gen.cli.options import FILE, MAIL_PASSWORD, json_option
from letters_gen.cli.register.acts import desk
from letters_gen.cli.screen import say, say_told
from letters_gen.cli.session import Session
from letters_gen.errors import CommandLineError
from letters_gen.wording.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters_gen.delivery.mail_plan import MailPlan, MailWish
    from letters_gen.delivery.mailing import MailOutcome
    from letters_gen.model.entry import Entry
    from letters_gen.model.period import Period
    from letters_gen.records.acts import Desk

_OUT = "На отправку"
_ASIDE, _DAMAGE = 1, 3


@dataclass(frozen=True)
class How:
    """How the command goes about it.

    Attributes:
        laid: `draft`, `out` or '': what is laid ready instead of being mailed.
        folder: where.
        unknown: what is said of all messages of unknown fate, None where each is asked about.
    """

    laid: str
    folder: Path | None
    dry_run: bool
    yes: bool
    unknown: str | None
    as_json: bool

    @property
    def asks(self) -> bool:
        """Whether the clerk is asked."""
        return can_ask() and not self.yes


@click.command(
    help=_(
        "Mail documents to their addressees: the scan of the signed copy and the appendices, to "
        "the address that the directory has. NUMBER is a number, a range (226-238), or several."
    )
)
@numbers_options
@click.option("--type", "type_key", metavar="TYPE", help=_("Only documents of this type."))
@click.option(
    "--draft", is_flag=True, help=_("Write .eml files to open in a mail program; send nothing.")
)
@click.option(
    "--out",
    "folder",
    type=FILE,
    metavar="DIR",
    help=_("Lay the files into this folder, named by school, to be sent another way."),
)
@click.option("--dry-run", is_flag=True, help=_("Show what would be sent, and send nothing."))
@click.option("--yes", is_flag=True, help=_("Don't ask before anything is sent."))
@click.option(
    "--unknown",
    type=fate_choice((ARRIVED, AGAIN)),
    help=_("What has become of messages whose answer was lost, instead of being asked."),
)
@json_option
@click.pass_obj
def send(
    session: Session,
    numbers: tuple[str, ...],
    period: Period | None,
    year: int | None,
    type_key: str | None,
    draft: bool,
    folder: Path | None,
    dry_run: bool,
    yes: bool,
    unknown: str | None,
    as_json: bool,
) -> int:
    from letters_gen.delivery.mail_plan import MailWish

    how = How(_laid_as(draft, folder), folder, dry_run, yes, unknown, as_json)
    wish = MailWish(tuple(_chosen(session, numbers, period, year, type_key)))
    return _run(session, wish, how)


def _laid_as(draft: bool, folder: Path | None) -> str:
    """What is laid ready: drafts, into any folder; the files themselves; '' for nothing."""
    if draft:
        return "draft"
    return "out" if folder else ""


def _chosen(
    session: Session,
    numbers: Sequence[str],
    period: Period | None,
    year: int | None,
    type_key: str | None,
) -> list[Entry]:
    """The documents that are meant; of a type alone those that wait to be sent."""
    from letters_gen.register.wanted import Wanted

    if not (numbers or period or type_key):
        raise click.UsageError(_("Name what to send: numbers, --period or --type."))
    if type_key is None:
        return meant_documents(session, numbers, period, year)
    kind = session.settings.document_type(type_key)
    if numbers:
        chosen = meant_documents(session, numbers, None, year)
        return [entry for entry in chosen if entry.key.type == kind.key]
    since, until = (period.start, period.end) if period else (None, None)
    wanted = Wanted(type=kind.key, state="issued", year=year, since=since, until=until)
    return list(session.register.entries(wanted))


def _run(session: Session, wish: MailWish, how: How) -> int:
    """Plan, show, ask, send."""
    from letters_gen.delivery.mailing import planned

    place = desk(session)
    if not how.laid:
        _settle(place, planned(place, wish), how)
    plan, wish = _planned(place, wish, how)
    show_mail_plan(plan, None if how.laid else place.settings.mail, aside=how.as_json)
    if how.dry_run:
        return _reported(plan, None, [], how)
    if how.laid:
        return _reported(plan, None, _laid(session, place, plan, wish, how), how)
    if not plan.messages:
        say(_("There is nothing to send."), aside=how.as_json)
        return _reported(plan, None, [], how)
    return _mailed(session, place, plan, wish, how)


def _planned(place: Desk, wish: MailWish, how: How) -> tuple[MailPlan, MailWish]:
    """The plan, once it is known whether what isn't signed may go."""
    from letters_gen.delivery.mailing import planned

    plan = planned(place, wish)
    if plan.unsigned and how.asks and not how.dry_run and ask_unsigned(plan.unsigned):
        wish = replace(wish, unsigned=True)
        plan = planned(place, wish)
    return plan, wish


def _settle(place: Desk, plan: MailPlan, how: How) -> None:
    """See to the messages of unknown fate: as the clerk says of each, or of all."""
    from letters_gen.records.mailing import settle

    if how.dry_run:
        return
    for entry, mailing in plan.unknown:
        fate = how.unknown
        if fate is None and how.asks:
            fate = ask_fate(entry, mailing)
        if fate is not None and fate != LEAVE:
            settle(place, entry.key, mailing, has_arrived=fate == ARRIVED)


def _mailed(session: Session, place: Desk, plan: MailPlan, wish: MailWish, how: How) -> int:
    """Ask, and mail; the exit status."""
    from letters_gen.delivery.mail_message import letterbox
    from letters_gen.delivery.mail_password import mail_password
    from letters_gen.delivery.mailing import Clock, mail, mail_server
    from letters_gen.wording.mail import fate_line, outcome_lines

    # What the run will need is checked before anything leaves.
    password = mail_password(mail_server(place), os.environ.get(MAIL_PASSWORD))
    letterbox(session.workspace, session.settings)
    while True:
        if not _is_agreed(how):
            say(_("Nothing was sent."), aside=True)
            return 0
        outcome = mail(
            place,
            wish,
            plan.fingerprint,
            password,
            Clock(session.stamp),
            lambda sent: say(fate_line(sent), aside=how.as_json),
        )
        if not outcome.is_changed:
            break
        plan = outcome.plan
        say(_("Meanwhile the plan has changed; nothing was sent. It is now:"), aside=True)
        show_mail_plan(plan, place.settings.mail, aside=how.as_json)
    for line in outcome_lines(outcome):
        say(line, aside=how.as_json)
    return _reported(outcome.plan, outcome, [], how)


def _is_agreed(how: How) -> bool:
    """Whether what was shown is to be sent; raises CommandLineError `mail-needs-yes`."""
    if how.yes:
        return True
    if not can_ask():
        raise CommandLineError("mail-needs-yes")
    return ask_yes(_("Send?"))


def _laid(session: Session, place: Desk, plan: MailPlan, wish: MailWish, how: How) -> list[str]:
    """Lay drafts, or the files themselves, ready to be sent by hand; their paths."""
    from letters_gen.delivery.laid_out import drafts, laid_out
    from letters_gen.delivery.mail_message import letterbox
    from letters_gen.delivery.parcels import Parcel, parcels

    workspace, settings = session.workspace, session.settings
    folder = how.folder or workspace.root / _OUT
    if how.laid == "draft":
        box = letterbox(workspace, settings)
        made = drafts(box, plan.messages, folder, datetime.now().astimezone())
    else:
        found = parcels(workspace, settings, wish.entries, wish.unsigned)
        made = laid_out(workspace, (one for one in found if isinstance(one, Parcel)), folder)
    files = []
    for path in made:
        files.append(workspace.relative(path.absolute()))
        say(files[-1], aside=how.as_json)
    if files:
        told = _("Next: send them, then letters-gen register sent NUMBER --by WAY.")
        say(told, aside=True)
    return files


def _reported(plan: MailPlan, outcome: MailOutcome | None, files: list[str], how: How) -> int:
    """Report, and the exit status: 0 where everybody has got theirs."""
    from letters_gen.cli.json_output import print_json
    from letters_gen.cli.mail_json import mail_json
    from letters_gen.wording.sentences import told_failure

    if how.as_json:
        print_json(mail_json(plan, outcome, files))
    if outcome and outcome.stopped:
        say_told(told_failure(outcome.stopped), "✗", aside=True)
        return outcome.stopped.exit_status
    fates = outcome.fates if outcome else ()
    return _exit_status(plan, [one.state for one in fates])


def _exit_status(plan: MailPlan, states: Sequence[str]) -> int:
    if any(one.error.exit_status == _DAMAGE for one in plan.left_out):
        return _DAMAGE
    failed = "refused" in states or "unknown" in states
    return _ASIDE if plan.left_out or plan.unknown or failed else 0
