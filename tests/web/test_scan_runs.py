"""Scans are filed in the background: how far they are is shown, what is left outlives the page,
and nothing is filed twice.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from clerk import Clerk as Console
from clerk import entry
from page_desk import Clerk, application_of, desk_of, forms, text_of
from scan_office import paper
from scanner import papers, saved
from werkzeug.test import TestResponse

from letters_gen.errors import InputError, Place
from letters_gen.records import scans as reading
from letters_gen.web import scan_runs
from letters_gen.web.desk import Desk
from letters_gen.web.scan_bundles import new_bundle
from letters_gen.web.scan_runs import ScanRun

SENDING = "/journal/scans"


@pytest.fixture
def workspace(office_with_codes: Path, tmp_path: Path) -> Path:
    """A copy of that office for one test."""
    return shutil.copytree(office_with_codes, tmp_path / "РУО")


@pytest.fixture
def pile(workspace: Path, tmp_path: Path) -> Path:
    """A scan of two papers, the second of which has a sheet too many."""
    first, second = (next(papers(paper(workspace, seq))) for seq in (219, 220))
    more = second.copy()
    more.paste(255, (0, more.height // 2, more.width, more.height))
    (tmp_path / "сканы").mkdir()
    return saved([first, second, more], tmp_path / "сканы/пачка.pdf")


def sent(page: Clerk, *files: Path) -> str:
    """The address of these files, which are being filed."""
    [form] = forms(page.open(SENDING), SENDING)
    content = [("scans", (BytesIO(one.read_bytes()), one.name)) for one in files]
    answer = page.post(form.action, [*form.fields, *content])
    assert answer.status_code == 303, text_of(answer.text)
    return str(answer.location)


def filed(page: Clerk, address: str) -> str:
    """What the page says of them when they are filed."""
    while page.get(f"{address}/progress").json["running"]:
        time.sleep(0.02)
    return page.open(address)


def pressed(page: Clerk, address: str, action: str, **typed: str) -> TestResponse:
    """The answer to a button of their page."""
    [form, *_] = forms(page.open(address), action)
    return page.post(form.action, form.but(**typed))


def scans_of(clerk: Console, seq: int) -> int:
    """How many scans a document has."""
    return sum(file["role"] == "scan" for file in entry(clerk, str(seq))["files"])


def restarted(desk: Desk, workspace: Path) -> Clerk:
    """The clerk at a new start of the page."""
    again = desk_of(workspace, desk.log.parent)
    page = Clerk(application_of(again))
    page.enter(again.entrance.secret())
    return page


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Scans aren't read further than to their first page until this is called."""
    going = threading.Event()
    read = reading.scanned_pages

    def slowly(path: Path, page_read: Callable[[], None]) -> list[reading.ScannedPage]:
        found = read(path, page_read)
        assert going.wait(60)
        return found

    monkeypatch.setattr(reading, "scanned_pages", slowly)
    return going.set


def test_a_page_shows_how_far_they_are_and_a_reload_sends_nothing_again(
    page: Clerk, clerk: Console, pile: Path, held: Callable[[], None]
) -> None:
    address = sent(page, pile)
    for _ in range(2):
        said = text_of(page.open(address))
        assert "Сканы разносятся" in said and "Прочитано страниц:" in said
    assert "Сканы ещё разносятся" in text_of(page.open("/leave"))
    held()
    assert "01-16/219" in text_of(filed(page, address))
    assert scans_of(clerk, 219) == 1


def test_what_is_left_is_listed_after_a_restart_and_filed_once(
    page: Clerk, desk: Desk, workspace: Path, clerk: Console, pile: Path
) -> None:
    address = sent(page, pile)
    assert "Не разнесено: 1" in text_of(filed(page, address))
    page = restarted(desk, workspace)
    said = page.open(SENDING)
    assert "пачка.pdf" in said and address in said
    said = text_of(page.open(address))
    assert "01-16/219" in said, "what was filed is still told"
    assert "пачка.pdf" in said and "присылать их снова не нужно" in said
    answer = pressed(page, address, "/again")
    assert answer.location == address
    assert "Не разнесено: 1" in text_of(filed(page, address))
    assert (scans_of(clerk, 219), scans_of(clerk, 220)) == (1, 0)
    assert pressed(page, address, address, number="01-16/220").status_code == 303
    assert (scans_of(clerk, 219), scans_of(clerk, 220)) == (1, 1)
    assert "Не разнесено" not in text_of(page.open(address))
    assert "пачка.pdf" not in page.open(SENDING)
    assert clerk("register", "verify").status == 0


def test_a_start_that_was_killed_while_it_read_has_filed_nothing_twice(
    desk: Desk, workspace: Path, page: Clerk, clerk: Console, pile: Path
) -> None:
    key = desk.spool.laid([("скан.pdf", BytesIO(paper(workspace, 221).read_bytes()))])
    shutil.copy(pile, desk.spool.folder_of(key) or "")
    bundle = new_bundle(desk.spool, key, [])
    page = restarted(desk, workspace)
    address = f"{SENDING}/{bundle.key}"
    assert "скан.pdf" in page.open(SENDING)
    for _ in range(2):
        pressed(page, address, "/again")
        said = text_of(filed(page, address))
    assert said.count("01-16/219") == 1
    assert scans_of(clerk, 219) == 1


def test_scans_that_were_laid_half_are_nobodys(desk: Desk, page: Clerk) -> None:
    key = desk.spool.laid([("скан.pdf", BytesIO(b"%PDF"))])
    assert "скан.pdf" not in page.open(SENDING)
    assert "Что разнесено, уже в журнале" in text_of(page.open(f"{SENDING}/{key}"))


def test_an_old_tab_names_no_other_scan_than_it_showed(
    page: Clerk, clerk: Console, pile: Path, workspace: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "а.pdf"
    damaged.write_bytes(b"%PDF-1.4 cut short")
    address = sent(page, pile, damaged)
    old = {dict(form.fields)["number"]: form for form in forms(filed(page, address), address)}[
        "01-16/220"
    ]
    assert page.post(old.action, old.fields).status_code == 303
    pressed(page, address, "/again")
    filed(page, address)
    answer = page.post(old.action, old.but(number="01-16/222", once="another press"))
    assert "Этот скан уже приложен" in text_of(page.open(answer.location))
    assert scans_of(clerk, 222) == 0


def test_what_is_left_is_taken_off_the_list(
    page: Clerk, clerk: Console, pile: Path, desk: Desk
) -> None:
    address = sent(page, pile)
    filed(page, address)
    pressed(page, address, "/drop")
    assert "пачка.pdf" not in page.open(SENDING)
    assert desk.spool.keys_together() == []
    assert scans_of(clerk, 219) == 1


def test_the_end_of_work_doesnt_wait_for_scans_that_arent_read(
    page: Clerk, desk: Desk, clerk: Console, pile: Path, workspace: Path, held: Callable[[], None]
) -> None:
    address = sent(page, pile)
    desk.leaving.set()
    held()
    assert desk.scans.of(address.rpartition("/")[2]).ended.wait(60)  # type: ignore[union-attr]
    assert scans_of(clerk, 219) == 0
    page = restarted(desk, workspace)
    pressed(page, address, "/again")
    filed(page, address)
    assert scans_of(clerk, 219) == 1


def test_where_a_file_cant_be_written_the_scan_stays_with_its_reason(
    page: Clerk, clerk: Console, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise InputError("no-rights", Place(file="a.pdf"), path="a.pdf")

    with monkeypatch.context() as planted:
        planted.setattr(scan_runs, "filed_scans", refuse)
        address = sent(page, pile)
        said = text_of(filed(page, address))
    assert "Не разнесено: 2" in said and "Попросите у хозяина папки право записи" in said
    pressed(page, address, "/again")
    assert "Не разнесено: 1" in text_of(filed(page, address))
    assert scans_of(clerk, 219) == 1


def test_a_fault_of_the_program_has_its_number_and_a_way_on(
    page: Clerk, clerk: Console, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as planted:
        planted.setattr(scan_runs, "recognised", stumble)
        address = sent(page, pile)
        said = text_of(filed(page, address))
    assert "номер сбоя" in said.casefold() and "пачка.pdf" in said
    pressed(page, address, "/again")
    filed(page, address)
    assert scans_of(clerk, 219) == 1


def test_two_tabs_that_go_on_begin_once(desk: Desk, workspace: Path) -> None:
    key = desk.spool.laid([("скан.pdf", BytesIO(b"%PDF"))])
    bundle = new_bundle(desk.spool, key, [])
    begun: list[ScanRun] = []
    going = threading.Event()

    def work(run: ScanRun) -> scan_runs.ScanWork:
        begun.append(run)
        return scan_runs.ScanWork(None, going.wait)  # type: ignore[arg-type]

    for _ in range(2):
        desk.scans.begin(bundle, desk.leaving, work)
    assert len(begun) == 1 or begun[0].ended.is_set()
    going.set()
