"""An office that has another id in letters.toml: its numbers never begin anew."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, TYPED, Answer, Clerk, entries, entry, fault_codes
from edits import extend_settings
from postgres import PostgresTestServer


def call(workspace: Path, name: str) -> None:
    """Give the office another id in letters.toml."""
    path = workspace / "letters.toml"
    text = path.read_text(encoding="utf-8").replace('id = "uompsit"', f'id = "{name}"')
    path.write_text(text, encoding="utf-8")


def refused(answer: Answer) -> bool:
    return (answer.status, answer.json["error"]["code"]) == (3, "office-renamed")


def test_numbers_do_not_begin_anew_under_another_id(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    call(workspace, "tsunta")
    assert refused(clerk(*PRINTED_WEEK, "--json"))
    assert refused(clerk(*TYPED, "--date", "19.04.2023", "--json"))
    assert refused(clerk("register", "next", "--json"))
    told = clerk(*PRINTED_WEEK).err
    assert "register rename-office uompsit tsunta" in told
    call(workspace, "uompsit")


def test_a_renamed_office_goes_on_with_its_numbers(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    call(workspace, "tsunta")
    assert clerk("register", "rename-office", "uompsit", "tsunta").status == 0
    again = clerk(*PRINTED_WEEK, "--json").json
    assert (again["issued"], again["already_issued"]) == (0, 1)
    assert clerk(*TYPED, "--date", "19.04.2023").out.strip() == "01-16/220"
    assert entry(clerk, "219")["state"] == "issued"
    assert fault_codes(clerk) == []


def test_it_may_be_renamed_twice_and_keeps_one_chain(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    for former, now in (("uompsit", "first"), ("first", "second")):
        call(workspace, now)
        path = workspace / "letters.toml"
        path.write_text(
            path.read_text(encoding="utf-8").replace(f'id = "{former}"', f'id = "{now}"'),
            encoding="utf-8",
        )
        assert clerk("register", "rename-office", former, now).status == 0
    assert clerk(*TYPED, "--date", "19.04.2023").out.strip() == "01-16/220"
    assert fault_codes(clerk) == []


@pytest.mark.parametrize(
    ("former", "now", "code"),
    [("nobody", "tsunta", "unknown-office"), ("uompsit", "uompsit", "office-taken")],
)
def test_only_an_office_that_is_there_gets_a_name_that_is_free(
    clerk: Clerk, letter: Path, former: str, now: str, code: str
) -> None:
    answer = clerk("register", "rename-office", former, now)
    assert answer.status == 1
    assert ("учреждени" in answer.err) == (code in ("unknown-office", "office-taken"))


def test_an_id_is_made_of_latin_letters(clerk: Clerk, letter: Path) -> None:
    assert clerk("register", "rename-office", "uompsit", "цунта").status == 2


def test_on_a_server_a_new_office_begins_and_a_renamed_one_does_not(
    clerk: Clerk, workspace: Path, postgres: PostgresTestServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres.url(f"w{uuid.uuid4().hex}")
    extend_settings(workspace, f'[register]\nurl = "{url}"')
    clerk(*PRINTED_WEEK)
    call(workspace, "tsunta")
    assert refused(clerk(*PRINTED_NOTICES, "--yes", "--json"))
    identity = workspace / "letters/workspace.id"
    identity.rename(workspace / "kept.id")
    (workspace / "letters").rename(workspace / "elsewhere")
    refusal = clerk("register", "rename-office", "uompsit", "tsunta")
    assert refusal.status == 1, "another folder's office"
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/219"
    assert [one["number"] for one in entries(clerk)] == ["01-16/219"]
