"""`page --read-only`: the auditor has the journal, and nothing can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK
from clerk import Clerk as Console
from flask import Flask
from page_desk import WEEKLY, Clerk, text_of
from page_server import serving

from letters_gen.web.desk import Desk

ENTRY = "/journal/entry?year=2023&series=outgoing&seq=219"
READ = (
    "/journal",
    "/journal?text=219",
    ENTRY,
    f"{ENTRY.replace('/entry?', '/entry/file?')}&file=0",
    "/journal/export",
    "/journal/export/file?journal=outgoing&year=2023&kind=xlsx",
    "/journal/verify?head=",
    "/static/page.css",
    "/leave",
)
OTHERS = (
    "/",
    "/sheets/2023-04-14.xlsx",
    WEEKLY,
    "/issued?type=weekly&subject=2023-04-08/2023-04-14",
    "/control",
    "/incoming",
    "/history",
    "/journal/reserve",
    ENTRY.replace("/entry?", "/entry/annul?"),
)


@pytest.fixture
def auditor(desk: Desk, app: Flask, clerk: Console) -> Clerk:
    """Somebody who has come in to read, after a week was issued."""
    clerk(*PRINTED_WEEK)
    clerk(*PRINTED_NOTICES, "--yes")
    desk.reads_only = True
    found = Clerk(app)
    assert found.enter(desk.entrance.secret()).location == "/journal"
    return found


def files_of(workspace: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in workspace.rglob("*") if path.is_file()}


def test_the_journal_is_read_and_nothing_changes(auditor: Clerk, workspace: Path) -> None:
    before = files_of(workspace)
    for address in READ:
        assert auditor.get(address).status_code == 200, address
    assert files_of(workspace) == before


@pytest.mark.parametrize("address", OTHERS)
def test_all_else_is_refused_in_words(auditor: Clerk, address: str) -> None:
    answer = auditor.get(address)
    assert answer.status_code == 403
    assert "показывает журнал и ничего не меняет" in text_of(answer.text)


@pytest.mark.parametrize(
    "address",
    [
        "/journal/reserve",
        "/journal/entry/annul",
        "/journal/entry/attach",
        "/journal/entry/open",
        "/incoming/letter",
        "/sheets",
        "/sheets/2023-04-14.xlsx/notice",
        "/issued/print",
    ],
)
def test_nothing_that_is_sent_is_done(
    auditor: Clerk, workspace: Path, desk: Desk, address: str
) -> None:
    desk.reads_only = False
    token = auditor.token
    desk.reads_only = True
    before = files_of(workspace)
    fields = {"csrf_token": token, "year": "2023", "series": "outgoing", "seq": "220"}
    fields |= {"because": "Ошибка", "heading": "О чём", "addressee": "Кому", "day": "18.04.2023"}
    answer = auditor.post(address, fields)
    assert answer.status_code == 403
    assert "показывает журнал и ничего не меняет" in text_of(answer.text)
    assert files_of(workspace) == before


def test_its_pages_offer_nothing_that_they_refuse(auditor: Clerk) -> None:
    for address in ("/journal", ENTRY, "/journal/export", "/journal/verify"):
        shown = auditor.open(address)
        assert 'method="post"' not in shown
        for other in ('href="/"', "/control", "/reserve", "/annul", "/sheets"):
            assert other not in shown, (address, other)


def test_a_page_that_reads_is_another_than_the_clerks(workspace: Path, tmp_path: Path) -> None:
    """Whoever starts to read gets no way into the page that can do all, nor the reverse."""
    with (
        serving(workspace, tmp_path / "state") as whole,
        serving(workspace, tmp_path / "state", "--read-only") as reading,
        serving(workspace, tmp_path / "state", "--read-only") as again,
    ):
        assert reading.root != whole.root
        assert again.root == reading.root
