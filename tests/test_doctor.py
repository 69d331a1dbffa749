"""doctor: what the program needs, each with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk
from edits import change_directory, change_settings

NAMES = [
    *("python", "libreoffice", "fonts"),
    *("settings", "templates", "faces", "directory", "register"),
]


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


def test_requisites_that_are_not_filled_in_are_named_and_those_left_out_are_not(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, 'okpo = "02120978"', 'okpo = ""')
    change_settings(workspace, 'phone = "88722-55-06-16"\n', "")
    answer = clerk("doctor", "--json")
    [wrong] = [one for one in answer.json["checks"] if not one["ok"]]
    assert (answer.status, wrong["name"]) == (1, "settings")
    assert "office.okpo" in wrong["found"]
    assert "phone" not in wrong["found"]
    assert "удалите вместе со строкой" in wrong["mend"]


def test_schools_without_head_and_post_are_told_and_a_vacancy_is_none(
    clerk: Clerk, workspace: Path
) -> None:
    change_directory(workspace, "Исаев Магомед Гаджиевич;и.о. директора", "вакансия;директор")
    assert clerk("doctor").status == 0
    change_directory(workspace, "вакансия;директор", ";")
    [wrong] = [one for one in clerk("doctor", "--json").json["checks"] if not one["ok"]]
    assert wrong["name"] == "directory"
    assert "Школы без руководителя — 1: МКОУ «Генухская СОШ»" in wrong["found"]


def test_a_directory_without_schools_is_told(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/schools.csv").write_text("ИНН;Краткое наименование\n", encoding="utf-8")
    [wrong] = [one for one in clerk("doctor", "--json").json["checks"] if not one["ok"]]
    assert (wrong["name"], "нет школ" in wrong["found"]) == ("directory", True)
