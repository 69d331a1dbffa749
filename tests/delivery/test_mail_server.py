"""The mail server as offices have it: encrypted, with a password."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina
import trustme
from aiosmtpd.smtp import AuthResult, LoginPassword
from clerk import Clerk
from mail import Mailbox, attach_scan, mail_server

YEAR = ("--year", "2023")
SETTINGS = """
[mail]
server = "localhost"
port = {port}
security = "{security}"
user = "ruo"
sender = "ruo@example.org"
per_minute = 10000
timeout = 10
"""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who vouches for this machine's name."""
    return trustme.CA()


@pytest.fixture
def quick() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


def serving(authority: trustme.CA, security: str) -> dict[str, object]:
    """How a server that asks for the password «right» is set up."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)

    def known(server: object, session: object, envelope: object, kind: str, data: object):  # type: ignore[no-untyped-def]
        assert isinstance(data, LoginPassword)
        is_right = (data.login, data.password) == (b"ruo", b"right")
        return AuthResult(success=is_right, handled=False)

    asked = {"authenticator": known, "auth_required": True}
    if security == "tls":
        return {**asked, "ssl_context": context, "auth_require_tls": False}
    return {**asked, "tls_context": context, "require_starttls": True}


# aiosmtpd knows encryption from the first byte for none at all.
@pytest.mark.filterwarnings("ignore:Requiring AUTH")
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_encrypted_and_with_the_password_of_the_environment(
    clerk: Clerk,
    workspace: Path,
    letter: Path,
    authority: trustme.CA,
    security: str,
    monkeypatch: pytest.MonkeyPatch,
    quick: None,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    attach_scan(clerk, workspace, "219")
    settings = workspace / "letters.toml"
    plain = settings.read_text(encoding="utf-8")
    with mail_server(Mailbox(), **serving(authority, security)) as box:
        mail = SETTINGS.format(port=box.port, security=security)
        settings.write_text(plain + mail, encoding="utf-8")
        send = ("send", "219", *YEAR, "--yes", "--json")
        unknown = clerk(*send)
        assert (unknown.status, unknown.json["error"]["code"]) == (1, "mail-password-missing")
        monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "кшпре")
        russian = clerk(*send)
        assert (russian.status, russian.json["error"]["code"]) == (1, "mail-password-letters")
        monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "right")
        stranger = clerk(*send)
        assert (stranger.status, stranger.json["error"]["code"]) == (4, "mail-insecure")
        known = workspace.parent / "known.pem"
        authority.cert_pem.write_to_path(str(known))
        monkeypatch.setenv("SSL_CERT_FILE", str(known))
        monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "wrongly")
        refused = clerk(*send)
        assert (refused.status, refused.json["error"]["code"]) == (1, "mail-login-refused"), (
            refused.err[-600:]
        )
        assert "wrongly" not in refused.out + refused.err
        assert box.taken == []
        monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "right")
        answer = clerk(*send)
        assert answer.status == 0, answer.err
        assert len(box.taken) == 22


def test_a_server_without_encryption_gets_no_password(
    clerk: Clerk, workspace: Path, letter: Path, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "right")
    attach_scan(clerk, workspace, "219")
    settings = workspace / "letters.toml"
    with mail_server() as box:
        mail = SETTINGS.format(port=box.port, security="starttls")
        settings.write_text(settings.read_text(encoding="utf-8") + mail, encoding="utf-8")
        answer = clerk("send", "219", *YEAR, "--yes", "--json")
        assert (answer.status, answer.json["error"]["code"]) == (4, "mail-insecure")
        assert box.taken == []
