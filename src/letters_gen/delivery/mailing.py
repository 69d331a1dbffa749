"""Mailing, each recipient once: what is about to be done is recorded before the server is asked,
what has become of it as soon as it has answered.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from letters_gen.delivery.mail_message import Letterbox, letterbox
from letters_gen.delivery.mail_plan import MailPlan, MailWish, Message, mail_plan
from letters_gen.delivery.mail_server import Fate, Post, ServerAnswer
from letters_gen.errors import InputError, LettersError, UnavailableError
from letters_gen.facts.schools import read_directory
from letters_gen.model.entry import Mailing, Stamp
from letters_gen.model.mail import MailServer
from letters_gen.office.lease import leased
from letters_gen.records.acts import Desk
from letters_gen.records.mailing import MAILING, begin_mailing, mark_mailed, mark_unmailed

_MOST_CUT = 3


@dataclass(frozen=True)
class Sent:
    """A message, and what has become of it: `sent`, `refused`, `unknown`; `elsewhere`: somebody
    else has sent it meanwhile.
    """

    message: Message
    state: str
    reason: str = ""


@dataclass(frozen=True)
class MailOutcome:
    """What a run has mailed.

    Attributes:
        plan: what was to be mailed, as it stood when the run began.
        is_changed: whether that isn't what was agreed to: then nothing was sent.
        fates: what has become of each message that the server was asked about, in order.
        stopped: why the run ended before its time, None where it didn't.
    """

    plan: MailPlan
    is_changed: bool = False
    fates: Sequence[Sent] = ()
    stopped: LettersError | None = None

    @property
    def waiting(self) -> Sequence[Message]:
        """The messages that nothing was done about."""
        return self.plan.messages[len(self.fates) :]


@dataclass
class Clock:
    """The time of a run: the moment with the user, and waiting. Each comes from the door."""

    stamp: Callable[[], Stamp]
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic


@dataclass
class _Pace:
    """No more than so many messages in a minute."""

    per_minute: int
    clock: Clock
    _last: float | None = field(default=None)

    def wait(self) -> None:
        if self._last is not None:
            rest = self._last + 60 / self.per_minute - self.clock.now()
            if rest > 0:
                self.clock.sleep(rest)
        self._last = self.clock.now()


def planned(desk: Desk, wish: MailWish) -> MailPlan:
    """What would be mailed, of the documents as they stand now."""
    keys = [entry.key for entry in wish.entries]
    standing = desk.register.of_keys(keys) if keys else {}
    now = replace(wish, entries=tuple(standing[key] for key in keys))
    directory = read_directory(desk.workspace.directory)
    return mail_plan(desk.workspace, desk.settings, now, directory)


def mail(
    desk: Desk,
    wish: MailWish,
    agreed: str,
    password: str,
    clock: Clock,
    told: Callable[[Sent], None],
) -> MailOutcome:
    """Mail what is wished; one run at a time in a folder.

    Args:
        agreed: the fingerprint of the plan that was agreed to.
        told: called with what has become of each message.

    Raises:
        InputError: `mail-unset`; the faults of the words' template.
    """
    server = mail_server(desk)
    with leased(desk.workspace.letters, desk.stamp.by, desk.waiting, MAILING):
        plan = planned(desk, wish)
        if plan.fingerprint != agreed:
            return MailOutcome(plan, is_changed=True)
        box = letterbox(desk.workspace, desk.settings)
        fates: list[Sent] = []
        post = Post(server, password)
        try:
            for fate in _sent(desk, plan, box, post, _Pace(server.per_minute, clock)):
                fates.append(fate)
                told(fate)
        except (UnavailableError, InputError) as error:
            return MailOutcome(plan, fates=fates, stopped=error)
        finally:
            post.close()
        return MailOutcome(plan, fates=fates)


def mail_server(desk: Desk) -> MailServer:
    """The server of [mail]; raises InputError `mail-unset`."""
    if desk.settings.mail is None:
        raise InputError("mail-unset")
    return desk.settings.mail


def _sent(desk: Desk, plan: MailPlan, box: Letterbox, post: Post, pace: _Pace) -> Iterator[Sent]:
    """What has become of each message, one by one.

    Raises:
        UnavailableError, InputError: no message can be given to the server any more.
    """
    cut = 0
    for message in plan.messages:
        pace.wait()
        content = box.message(message, pace.clock.stamp().at.astimezone())
        # A server that can't be reached leaves nothing in question.
        post.ready()
        mailing = Mailing(message.recipient.name, message.address, _day(pace.clock), message.id)
        if not begin_mailing(_now(desk, pace.clock), message.entry, mailing):
            yield Sent(message, "elsewhere")
            continue
        answer = _given(post, box.sender, message.address, content)
        _record(_now(desk, pace.clock), message, mailing, answer)
        yield Sent(message, _state(answer), answer.reason)
        if answer.fate is Fate.SENDER_REFUSED:
            raise _sender_refused(box.sender, answer.reason)
        # One address may be what a server breaks off at; several are the server's own trouble.
        cut = cut + 1 if answer.fate is Fate.CUT else 0
        if cut == _MOST_CUT:
            raise UnavailableError("mail-cut", said=answer.reason)


def _given(post: Post, sender: str, address: str, content: bytes) -> ServerAnswer:
    """The server's answer. Where the connection was lost before the message was given, another is
    made, once.
    """
    answer = post.give(sender, address, content)
    if answer.fate is not Fate.CUT:
        return answer
    try:
        post.ready()
    except LettersError:
        return answer
    return post.give(sender, address, content)


def _record(desk: Desk, message: Message, mailing: Mailing, answer: ServerAnswer) -> None:
    """Record what has become of a message; of an unknown fate nothing is: that is its record."""
    if answer.fate is Fate.TAKEN:
        mark_mailed(desk, message.entry.key, mailing)
    elif answer.fate is not Fate.UNKNOWN:
        mark_unmailed(desk, message.entry.key, mailing, answer.reason)


def _state(answer: ServerAnswer) -> str:
    known = {Fate.TAKEN: "sent", Fate.UNKNOWN: "unknown"}
    return known.get(answer.fate, "refused")


def _sender_refused(sender: str, said: str) -> LettersError:
    if said.startswith("4"):
        return UnavailableError("mail-later", said=said)
    return InputError("mail-sender-refused", sender=sender, said=said)


def _now(desk: Desk, clock: Clock) -> Desk:
    """The desk at this moment: a run takes minutes."""
    return replace(desk, stamp=clock.stamp())


def _day(clock: Clock) -> date:
    return clock.stamp().at.astimezone().date()
