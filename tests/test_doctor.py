"""doctor: what the program needs, each with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk

NAMES = ["python", "libreoffice", "fonts", "settings", "templates", "directory", "register"]


def test_a_healthy_workspace_is_well(clerk: Clerk) -> None:
    answer = clerk("doctor", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["ok"]
    assert [check["name"] for check in answer.json["checks"]] == NAMES
    assert all(
        check["ok"] and check["found"] and check["mend"] is None for check in answer.json["checks"]
    )


def test_a_missing_program_ends_with_its_own_status_and_mend(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = clerk("doctor", "--json")
    assert answer.status == 4
    found = {check["name"]: check for check in answer.json["checks"]}
    assert not found["libreoffice"]["ok"]
    assert "LibreOffice" in found["libreoffice"]["mend"]


def test_the_mail_settings_are_looked_at_and_no_server_is_asked(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    mail = '\n[mail]\nserver = "smtp.example.org"\nsender = "ruo@example.org"\nuser = "ruo"\n'
    settings.write_text(text + mail, encoding="utf-8")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    [found] = [one for one in clerk("doctor", "--json").json["checks"] if one["name"] == "mail"]
    assert not found["ok"] and "LETTERS_MAIL_PASSWORD" in found["mend"]
    monkeypatch.setenv("LETTERS_MAIL_PASSWORD", "secret")
    answer = clerk("doctor", "--json")
    assert answer.status == 0
    [found] = [one for one in answer.json["checks"] if one["name"] == "mail"]
    assert found["found"] == "ruo@example.org, smtp.example.org:587"
    assert "secret" not in answer.out + answer.err


@pytest.mark.parametrize(
    ("part", "check"),
    [
        ("letters.toml", "settings"),
        ("templates/appendix.docx", "templates"),
        ("templates/print-cover.docx", "templates"),
        ("data/schools.csv", "directory"),
    ],
)
def test_a_part_that_is_broken_is_named_with_its_mend(
    clerk: Clerk, workspace: Path, part: str, check: str
) -> None:
    (workspace / part).write_bytes(b"\x00broken")
    answer = clerk("doctor", "--json")
    assert answer.status == 1
    [wrong] = [one for one in answer.json["checks"] if not one["ok"]]
    assert wrong["name"] == check
    assert wrong["mend"]
