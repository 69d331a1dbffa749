"""The mail server: connected to, and given one message to one recipient at a time.

What it answers is told apart by what it means for the recipient: taken, refused, or unknown, where
the message was given and no answer came.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from letters_gen.errors import InputError, LettersError, UnavailableError
from letters_gen.model.mail import MailServer

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTEMPTS = 3
_LINE_DOT = re.compile(rb"^\.", re.MULTILINE)
_CLOSING = 421
_TOO_LARGE = (523, 552)


class Fate(Enum):
    """What has become of a message."""

    TAKEN = auto()
    REFUSED = auto()
    UNKNOWN = auto()
    # The connection was lost before the message was given.
    CUT = auto()
    # The server takes nothing from this sender.
    SENDER_REFUSED = auto()


@dataclass(frozen=True)
class ServerAnswer:
    """What the server has answered to a message; `reason`: its own words."""

    fate: Fate
    reason: str = ""


class Post:
    """Connections to the mail server, one after another."""

    def __init__(self, server: MailServer, password: str) -> None:
        self._server, self._password = server, password
        self._connection: smtplib.SMTP | None = None
        self._given = 0

    def ready(self) -> None:
        """See to a connection that may be given one more message.

        Raises:
            UnavailableError: `mail-unreachable`, `mail-insecure`.
            InputError: `mail-login-refused`.
        """
        if self._connection is not None and self._given >= self._server.per_connection:
            self.close()
        if self._connection is None:
            self._connection, self._given = self._connected(), 0

    def give(self, sender: str, address: str, content: bytes) -> ServerAnswer:
        """Give the server, which is `ready`, one message; it is given no second time here."""
        assert self._connection is not None
        self._given += 1
        answer = _given(self._connection, sender, address, content)
        if answer.fate in (Fate.UNKNOWN, Fate.CUT):
            self._drop()
        elif answer.fate is not Fate.TAKEN:
            self._begin_anew()
        return answer

    def close(self) -> None:
        """Take leave of the server."""
        if self._connection is not None:
            try:
                self._connection.quit()
            except (OSError, smtplib.SMTPException):
                self._drop()
        self._connection = None

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _begin_anew(self) -> None:
        """Let the server forget a message that it has refused."""
        assert self._connection is not None
        try:
            code, _ = self._connection.rset()
        except (OSError, smtplib.SMTPException):
            code = _CLOSING
        if code == _CLOSING:
            self._drop()

    def _connected(self) -> smtplib.SMTP:
        """A connection, tried for some times: as long as nothing is given, nothing is doubled."""
        # Loading it takes a while, and only who mails needs it.
        import stamina
        from stamina.instrumentation import set_on_retry_hooks

        set_on_retry_hooks([])
        try:
            for attempt in stamina.retry_context(_may_pass, attempts=_ATTEMPTS, timeout=None):
                with attempt:
                    return self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise self._failure(error) from error
        raise AssertionError("the last attempt returns or raises")

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        connection = self._opened()
        try:
            if server.security == "starttls":
                connection.starttls(context=ssl.create_default_context())
            connection.ehlo_or_helo_if_needed()
            if server.user:
                connection.login(server.user, self._password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _opened(self) -> smtplib.SMTP:
        host, port, timeout = self._server.server, self._server.port, self._server.timeout
        if self._server.security != "tls":
            return smtplib.SMTP(host, port, timeout=timeout)
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)

    def _failure(self, error: Exception) -> LettersError:
        server = f"{self._server.server}:{self._server.port}"
        said = _said(error)
        if isinstance(error, smtplib.SMTPAuthenticationError):
            return InputError("mail-login-refused", user=self._server.user, said=said)
        if isinstance(error, (ssl.SSLError, smtplib.SMTPNotSupportedError)):
            return UnavailableError("mail-insecure", server=server, said=said)
        return UnavailableError("mail-unreachable", server=server, said=said)


def _may_pass(error: Exception) -> bool:
    """Whether another attempt may succeed: the network's failures, and a server that asks to come
    later.
    """
    if isinstance(error, (ssl.SSLError, smtplib.SMTPNotSupportedError)):
        return False
    if isinstance(error, smtplib.SMTPResponseException):
        return _is_for_now(error.smtp_code)
    return isinstance(error, OSError)


def _is_for_now(code: int) -> bool:
    return 400 <= code < 500


def _given(connection: smtplib.SMTP, sender: str, address: str, content: bytes) -> ServerAnswer:
    try:
        for refused, code, said in _envelope(connection, sender, address, len(content)):
            if not 200 <= code < 400:
                fate = Fate.REFUSED if code in _TOO_LARGE else refused
                return ServerAnswer(fate, _words(code, said))
    except (OSError, smtplib.SMTPException) as error:
        return ServerAnswer(Fate.CUT, _said(error))
    # From here on the message may arrive, whatever happens to the answer.
    try:
        connection.send(_LINE_DOT.sub(b"..", content) + b".\r\n")
        code, said = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return ServerAnswer(Fate.UNKNOWN, _said(error))
    if code == 250:
        return ServerAnswer(Fate.TAKEN)
    return ServerAnswer(Fate.REFUSED, _words(code, said))


def _envelope(
    connection: smtplib.SMTP, sender: str, address: str, size: int
) -> Iterator[tuple[Fate, int, bytes]]:
    """The steps before the message: what a refusal of each means, and what is answered."""
    options = [f"SIZE={size}"] if connection.has_extn("size") else []
    yield Fate.SENDER_REFUSED, *connection.mail(sender, options)
    yield Fate.REFUSED, *connection.rcpt(address)
    yield Fate.REFUSED, *connection.docmd("DATA")


def _words(code: int, said: bytes) -> str:
    """The server's words, in one line."""
    return " ".join(f"{code} {said.decode('utf-8', 'replace')}".split())


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return _words(error.smtp_code, said if isinstance(said, bytes) else said.encode())
    return " ".join(str(error).split()) or type(error).__name__
