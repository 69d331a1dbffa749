"""Eight windows that issue the same batch at once, and four command lines that take numbers."""

from __future__ import annotations

import threading
from pathlib import Path

from clerk import Clerk as Console
from flask import Flask
from offices import notice_office
from page_desk import Clerk, application_of, desk_of, forms
from processes import ended, started

from letters_gen.web.desk import Desk

PLAN = "/sheets/2023-04-14.xlsx/urging?day=18.04.2023"
WINDOWS, LINES, TAKEN, SCHOOLS = 8, 4, 3, 12


def test_nothing_is_lost_repeated_or_issued_under_a_number_that_wasnt_shown(
    tmp_path: Path, clerk: Console
) -> None:
    office = notice_office(tmp_path / "office", SCHOOLS)
    desk = desk_of(office, tmp_path / "state")
    app = application_of(desk)
    shown: list[str] = []
    together = threading.Barrier(WINDOWS)
    windows = [
        threading.Thread(target=_issue, args=(app, desk, together, shown)) for _ in range(WINDOWS)
    ]
    lines = [threading.Thread(target=_reserve, args=(office,)) for _ in range(LINES)]
    for one in (*windows, *lines):
        one.start()
    for one in (*windows, *lines):
        one.join()
    found = clerk("-w", str(office), "register", "list", "--json").json["entries"]
    assert [entry["seq"] for entry in found] == list(range(219, 219 + SCHOOLS + LINES * TAKEN))
    notices = [entry for entry in found if entry["type"] == "urging"]
    assert len({entry["inn"] for entry in notices}) == len(notices) == SCHOOLS
    assert {entry["state"] for entry in found} == {"issued"}
    span = f"№ {notices[0]['number']} – {notices[-1]['number']}"
    assert any(span in button for button in shown), "issued under other numbers than shown"
    assert clerk("-w", str(office), "register", "verify").status == 0


def _issue(app: Flask, desk: Desk, together: threading.Barrier, shown: list[str]) -> None:
    """Press the button as often as the page asks for it again."""
    page = Clerk(app)
    page.enter(desk.entrance.secret())
    together.wait()
    while True:
        answer = page.get(PLAN, follow_redirects=True)
        found = forms(answer.text, "/urging")
        if not found:
            return
        shown.append(answer.text)
        page.post(found[0].action, found[0].fields)


def _reserve(office: Path) -> None:
    """Take numbers for typed letters, one after the other."""
    given = ("--heading", "О чём", "--addressee", "Кому", "--date", "18.04.2023")
    for _ in range(TAKEN):
        run = started(office, "register", "reserve", *given)
        said = ended(run)
        assert run.returncode == 0, said
