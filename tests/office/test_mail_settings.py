"""[mail] of letters.toml: what it accepts, and that no password stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from letters_gen.errors import InputError
from letters_gen.model.mail import mail_address
from letters_gen.office.settings import load_settings

PLAIN = 'server = "smtp.example.org"\nsender = "ruo@example.org"\n'


def with_mail(workspace: Path, text: str) -> Path:
    settings = workspace / "letters.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + f"\n[mail]\n{text}", encoding="utf-8"
    )
    return settings


@pytest.mark.parametrize(
    ("more", "port"), [("", 587), ('security = "tls"\n', 465), ("port = 2525\n", 2525)]
)
def test_the_port_follows_from_the_security(workspace: Path, more: str, port: int) -> None:
    mail = load_settings(with_mail(workspace, PLAIN + more)).mail
    assert mail is not None
    assert mail.port == port
    assert (mail.per_minute, mail.per_connection, mail.megabytes) == (20, 50, 25)


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        (PLAIN + 'password = "secret"\n', "settings-unknown-key", "mail.password"),
        (PLAIN + 'security = "none"\n', "settings-wrong-value", "mail"),
        (PLAIN.replace("ruo@", "ruo "), "settings-wrong-value", "mail.sender"),
        (PLAIN + "port = 99999\n", "settings-wrong-value", "mail.port"),
    ],
)
def test_what_mail_cant_be_is_told_by_its_key(
    workspace: Path, text: str, code: str, key: str
) -> None:
    with pytest.raises(InputError) as failure:
        load_settings(with_mail(workspace, text))
    assert failure.value.code == code
    assert failure.value.arguments["key"] == key


def test_a_server_on_this_machine_may_go_without_encryption(workspace: Path) -> None:
    text = 'server = "127.0.0.1"\nsecurity = "none"\nsender = "ruo@example.org"\n'
    assert load_settings(with_mail(workspace, text)).mail is not None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("school@example.org", "school@example.org"),
        (" School@Example.ORG ", "School@example.org"),
        ("school@почта.рф", "school@xn--80a1acny.xn--p1ai"),
        ("a@b.ru, c@d.ru", None),
        ("школа@почта.рф", None),
        ("school@example", None),
        ("a@b.ru\r\nBcc: c@d.ru", None),
        ("нет", None),
    ],
)
def test_an_address_is_one_that_servers_take(written: str, address: str | None) -> None:
    assert mail_address(written) == address
