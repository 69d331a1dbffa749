"""A mail server on this machine for the tests: it takes messages, refuses, delays, breaks off."""

from __future__ import annotations

import asyncio
import email
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from clerk import PRINTED_NOTICES, Clerk
from scanner import small_scan

SETTINGS = """
[mail]
server = "127.0.0.1"
port = {port}
security = "none"
sender = "ruo@example.org"
per_minute = 10000
"""


@dataclass
class Mailbox:
    """What the server has taken, and how it behaves.

    Attributes:
        taken: recipient and message, in order.
        refused: what is answered to recipients.
        answers: called with each recipient as a message for it is given: what is answered; None
            breaks the connection off with the message taken, a number waits so many seconds first.
        before: the same before it is given; `cut` breaks off.
        connections: how many were made.
    """

    taken: list[tuple[str, bytes]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    answers: Callable[[str], str | float | None] = lambda to: "250 OK"
    before: Callable[[str], str] = lambda to: "250 OK"
    connections: int = 0
    port: int = 0

    @property
    def recipients(self) -> list[str]:
        """Who has got a message, as often as they have."""
        return [to for to, _ in self.taken]

    def message(self, to: str) -> EmailMessage:
        """The message to a recipient."""
        [content] = [content for one, content in self.taken if one == to]
        read = email.message_from_bytes(content, policy=default)
        assert isinstance(read, EmailMessage)
        return read

    async def handle_HELO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str
    ) -> str:
        self.connections += 1
        session.host_name = hostname
        return "250 mail.example.org"

    async def handle_EHLO(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        answer = self.refused.get(address) or self.before(address)
        if answer == "cut":
            server.transport.abort()
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        [to] = envelope.rcpt_tos
        answer = self.answers(to)
        if not isinstance(answer, str) or answer.startswith("250"):
            self.taken.append((to, envelope.content or b""))
        if answer is None:
            server.transport.abort()
            return "250 never seen"
        if isinstance(answer, float):
            await asyncio.sleep(answer)
            return "250 OK"
        return answer


class _OnAnyPort(Controller):
    """A server on the port that the system gives it."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(mailbox: Mailbox | None = None, **how: Any) -> Iterator[Mailbox]:
    """A server for the time of the block; its mailbox. `how` is the controller's."""
    box = mailbox or Mailbox()
    controller = _OnAnyPort(box, hostname="127.0.0.1", port=0, data_size_limit=10**8, **how)
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop(no_assert=True)


def mail_by(workspace: Path, box: Mailbox, more: str = "") -> None:
    """Let the workspace mail by the server of `box`."""
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").partition("\n[mail]")[0]
    settings.write_text(text + SETTINGS.format(port=box.port) + more, encoding="utf-8")


def signed_notices(clerk: Clerk, workspace: Path, most: int = 5) -> list[dict[str, Any]]:
    """The notices of the printed week, `most` of them, each with the scan of its signed copy."""
    answer = clerk(*PRINTED_NOTICES, "--yes", "--json")
    assert answer.status == 0, answer.err
    documents: list[dict[str, Any]] = answer.json["documents"][:most]
    for document in documents:
        attach_scan(clerk, workspace, document["number"])
    return documents


def attach_scan(clerk: Clerk, workspace: Path, number: str, size: int = 1000) -> None:
    """The signed copy's scan of a document of 2023."""
    scan = workspace / "скан.pdf"
    scan.write_bytes(small_scan(number, size))
    answer = clerk("register", "attach", number, str(scan), "--year", "2023")
    assert answer.status == 0, answer.err
