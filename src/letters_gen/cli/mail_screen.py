"""What is to be mailed, and what isn't, on the terminal; and what the clerk is asked about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letters_gen.cli.asking import ask_yes, typed_answer
from letters_gen.cli.screen import say, say_by_kind
from letters_gen.cli.spoken import WordChoice
from letters_gen.wording.language import gettext as _
from letters_gen.wording.language import marked, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters_gen.delivery.mail_plan import MailPlan
    from letters_gen.delivery.parcels import LeftOut
    from letters_gen.model.entry import Entry, Mailing
    from letters_gen.model.mail import MailServer

# So many numbers are named in a question.
_MOST_NAMED = 10
ARRIVED, AGAIN, LEAVE = "arrived", "again", "leave"
_FATES = {ARRIVED: marked("arrived"), AGAIN: marked("again"), LEAVE: marked("leave")}


def fate_choice(values: Iterable[str]) -> WordChoice:
    """What the clerk may say of a message of unknown fate."""
    return WordChoice({value: _(_FATES[value]) for value in values})


def show_mail_plan(plan: MailPlan, server: MailServer | None, aside: bool) -> None:
    """What would be mailed, what wouldn't and why, and what is in question."""
    from letters_gen.wording.mail import mail_plan_lines, unknown_line

    for line in mail_plan_lines(plan, server):
        say(line, aside=aside)
    for entry, mailing in plan.unknown:
        say(f"? {unknown_line(entry, mailing)}", aside=aside)
    show_left_out(plan.left_out, aside)


def show_left_out(left_out: Iterable[LeftOut], aside: bool) -> None:
    """What doesn't go out: of one kind the first one's mend, which names it, shows what to do."""
    from letters_gen.wording.sentences import told_failure

    mends: dict[str, str] = {}
    told = [told_failure(one.error) for one in left_out]
    for one in told:
        mends.setdefault(one.code, one.mend)
    say_by_kind((replace(one, mend=mends[one.code]) for one in told), "✗", aside=aside)


def ask_fate(entry: Entry, mailing: Mailing) -> str:
    """Whether a message of unknown fate has arrived, as the clerk knows."""
    from letters_gen.wording.mail import unknown_line

    say(f"? {unknown_line(entry, mailing)}", aside=True)
    choice = fate_choice(_FATES)
    words = ", ".join(_(word) for word in _FATES.values())
    asked = _("Ask them or look into the mailbox. What has become of it ({words})").format(
        words=words
    )
    answer: str = typed_answer(asked, kind=choice)
    return answer


def ask_unsigned(entries: Sequence[Entry]) -> bool:
    """Whether documents without a scan of the signed copy may go as their PDF."""
    numbers = ", ".join(entry.number for entry in entries[:_MOST_NAMED])
    if len(entries) > _MOST_NAMED:
        numbers += " …"
    told = ngettext(
        "{number} document has no scan of the signed copy: {numbers}. Send its PDF, unsigned?",
        "{number} documents have no scan of the signed copy: {numbers}. Send their PDF, unsigned?",
        len(entries),
    )
    return ask_yes(told.format(number=len(entries), numbers=numbers))
