"""What is to be mailed, and what has become of it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import PurePosixPath

from letters_gen.delivery.mail_plan import MailPlan, Message
from letters_gen.delivery.mailing import MailOutcome, Sent
from letters_gen.model.entry import Entry, Mailing
from letters_gen.model.mail import MailServer
from letters_gen.russian.dates import numeric
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext

_MOST_LISTED = 50


def mail_plan_lines(plan: MailPlan, server: MailServer | None) -> Iterator[str]:
    """What would be mailed to whom, and which addresses get several letters."""
    count = len(plan.messages)
    if count:
        yield ngettext(
            "To be sent: {number} message.", "To be sent: {number} messages.", count
        ).format(number=count)
        if server:
            told = _("  from {sender}, by {server}")
            yield told.format(sender=server.sender, server=f"{server.server}:{server.port}")
    listed = islice(plan.messages, _MOST_LISTED)
    for _key, messages in groupby(listed, key=lambda one: one.entry.key):
        yield from _document_lines(list(messages))
    if count > _MOST_LISTED:
        yield _("  … and {number} more").format(number=count - _MOST_LISTED)
    for address, several in plan.crowded.items():
        told = _("! Several letters go to {address}: {letters}.")
        letters = ", ".join(f"{one.entry.number} ({one.recipient.name})" for one in several)
        yield told.format(address=address, letters=letters)
    if plan.already:
        told = ngettext(
            "{number} recipient has got it already.",
            "{number} recipients have got it already.",
            plan.already,
        )
        yield told.format(number=plan.already)


def _document_lines(messages: Sequence[Message]) -> Iterator[str]:
    """One document with its files, and to whom it goes."""
    number = messages[0].entry.number
    files = ", ".join(PurePosixPath(file.path).name for file in messages[0].files)
    whom = [f"{one.recipient.name} <{one.address}>" for one in messages]
    if len(whom) == 1:
        yield f"  {number} → {whom[0]}: {files}"
        return
    yield f"  {number}: {files}"
    for one in whom:
        yield f"    → {one}"


def unknown_line(entry: Entry, mailing: Mailing) -> str:
    """A message of unknown fate."""
    told = _("{number}, {to}: on {day} the server was given it, and the answer was lost.")
    return told.format(number=entry.number, to=mailing.to, day=numeric(mailing.on))


_FATES = {
    "sent": marked("✓ {number}, {to}: sent"),
    "refused": marked("✗ {number}, {to}: refused: {reason}"),
    "unknown": marked("? {number}, {to}: unknown, the server's answer was lost ({reason})"),
    "elsewhere": marked("– {number}, {to}: recorded as sent meanwhile"),
}


def fate_line(sent: Sent) -> str:
    """What has become of one message."""
    message = sent.message
    told = _(_FATES[sent.state])
    number, to = message.entry.number, message.recipient.name
    return told.format(number=number, to=to, reason=sent.reason)


def outcome_lines(outcome: MailOutcome) -> Iterator[str]:
    """How many have got it and who hasn't, with what to do about it."""
    by_state: dict[str, list[Message]] = {}
    for sent in outcome.fates:
        by_state.setdefault(sent.state, []).append(sent.message)
    count = len(by_state.get("sent", ()))
    yield _("Sent: {number} of {all}.").format(number=count, all=len(outcome.plan.messages))
    if by_state.get("refused"):
        yield _("Refused: {names}.").format(names=_named(by_state["refused"]))
    if by_state.get("unknown"):
        told = _("Unknown: {names}. Run the command again: it asks whether they have arrived.")
        yield told.format(names=_named(by_state["unknown"]))
    if outcome.waiting:
        told = _("Not sent: {names}. The same command goes on with them.")
        yield told.format(names=_named(outcome.waiting))


def _named(messages: Sequence[Message]) -> str:
    """Documents, each with those it was to go to."""
    by_number: dict[str, list[str]] = {}
    for message in messages[:_MOST_LISTED]:
        by_number.setdefault(message.entry.number, []).append(message.recipient.name)
    names = [f"{number} – {', '.join(whom)}" for number, whom in by_number.items()]
    if len(messages) > _MOST_LISTED:
        names.append(_("and {number} more").format(number=len(messages) - _MOST_LISTED))
    return "; ".join(names)
