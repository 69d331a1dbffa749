"""How the office mails: its server, who sends, and how much at once."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

BY_MAIL = "эл. почта"
"""The way of a document that was mailed, as the register says it."""

# A name that servers take everywhere, and a domain of at least two parts, in any letters.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class MailServer:
    """The server of [mail], and the limits that it is spared with.

    Attributes:
        security: `starttls`, `tls`, or `none` (on this machine alone).
        user: '' where the server asks for no password.
        per_minute: how many messages it is given in a minute; `per_connection`: through one
            connection.
        megabytes: what a message may weigh, attachments as they travel.
        timeout: how long an answer is waited for, in seconds.
    """

    server: str
    port: int
    security: str
    user: str
    sender: str
    per_minute: int
    per_connection: int
    megabytes: int
    timeout: int


def is_loopback(server: str) -> bool:
    """Whether the server is this very machine."""
    try:
        return ipaddress.ip_address(server).is_loopback
    except ValueError:
        return server.casefold() == "localhost"


def mail_address(written: str) -> str | None:
    """One address as mail servers take it, a Cyrillic domain in their own letters; None where
    `written` isn't one address.
    """
    if not _ADDRESS.fullmatch(written.strip()):
        return None
    name, _, domain = written.strip().rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode('ascii').lower()}"
    except UnicodeError:
        return None
