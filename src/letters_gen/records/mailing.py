"""What becomes of a document by mail, recipient by recipient: told before the server is asked, and
once more when it has answered.
"""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.entry import Delivery, Entry, EntryKey, Mailing
from letters_gen.model.mail import BY_MAIL
from letters_gen.office.lease import leased
from letters_gen.records.acts import Desk
from letters_gen.register.happenings import MailBegun, MailFailed

MAILING = "mailing"
"""What the lease of a run that mails is called."""
# Why a message counts as not sent where the clerk decides it.
_SAID = "со слов делопроизводителя: не дошло, отправить снова"


def begin_mailing(desk: Desk, planned: Entry, mailing: Mailing) -> bool:
    """Record that the server is about to be given a message; False where its recipient needs none
    any more: somebody has recorded it as sent, or is mailing it.

    Raises:
        InputError: `mail-entry-changed`: the document isn't what was planned to be sent.
    """
    # Alone, so that it isn't annulled nor made anew between the look and the record.
    with desk.alone():
        standing = desk.register.entry(planned.key)
        if mailing.to not in standing.awaiting or _is_in_flight(standing, mailing.to):
            return False
        if standing.state != planned.state or standing.files != planned.files:
            raise InputError("mail-entry-changed", number=planned.number)
        with desk.register.writing(desk.stamp) as writer:
            writer.happen(planned.key, MailBegun(mailing))
    return True


def _is_in_flight(entry: Entry, name: str) -> bool:
    return any(one.to == name for one in entry.mailings)


def mark_mailed(desk: Desk, key: EntryKey, mailing: Mailing) -> None:
    """Record that the server has taken a message, or that the clerk knows it has arrived."""
    with desk.register.writing(desk.stamp) as writer:
        writer.send(key, [Delivery(mailing.to, BY_MAIL, mailing.on, mailing.id)])


def mark_unmailed(desk: Desk, key: EntryKey, mailing: Mailing, because: str) -> None:
    """Record that a message hasn't reached its recipient, and why."""
    with desk.register.writing(desk.stamp) as writer:
        writer.happen(key, MailFailed(mailing.to, mailing.id), because)


def settle(desk: Desk, key: EntryKey, mailing: Mailing, has_arrived: bool) -> bool:
    """Record what the clerk knows of a message of unknown fate; False where its fate has come to be
    known: the run that was sending it has ended.
    """
    with leased(desk.workspace.letters, desk.stamp.by, desk.waiting, MAILING):
        if mailing not in desk.register.entry(key).mailings:
            return False
        if has_arrived:
            mark_mailed(desk, key, mailing)
        else:
            mark_unmailed(desk, key, mailing, _SAID)
    return True
