"""Copies of the register: made each day and at the end, warned of, restored."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, reserve
from clerk import Clerk as Console
from edits import extend_settings
from page_desk import WEEKLY, Clerk, TestClock, forms, text_of
from page_server import serving

from letters_gen.web.backups import DailyCopies
from letters_gen.web.desk import Desk


def entries(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
        return count


@pytest.fixture
def stick(workspace: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "флешка"
    folder.mkdir()
    extend_settings(workspace, f'[backup]\nfolder = "{folder.as_posix()}"')
    return folder


def test_the_register_is_copied_once_a_day_and_at_the_end(
    page: Clerk, clerk: Console, desk: Desk, stick: Path
) -> None:
    copies = DailyCopies(desk)
    copies.look()
    assert not list(stick.iterdir()), "there is no register yet"
    reserve(clerk)
    copies.look()
    [copy] = stick.glob("* 2023-*")
    assert copy.name == "register uompsit 2023-04-18.sqlite"
    assert entries(copy) == 1
    reserve(clerk)
    copies.look()
    assert entries(copy) == 1
    copies.end()
    assert list(stick.glob("* 2023-*")) == [copy]
    assert entries(copy) == 2
    assert not list(stick.glob(".*"))
    desk.clock = TestClock(date(2023, 4, 19))
    copies.look()
    assert len(list(stick.glob("* 2023-*"))) == 2


def test_without_a_folder_the_copies_lie_beside_the_register(
    clerk: Console, desk: Desk, workspace: Path
) -> None:
    reserve(clerk)
    DailyCopies(desk).end()
    assert (workspace / "letters/backups/register uompsit 2023-04-18.sqlite").is_file()


def test_looking_makes_no_folder(page: Clerk, clerk: Console, workspace: Path) -> None:
    reserve(clerk)
    for address in ("/", "/copies"):
        assert "Журнал" in page.open(address)
    assert not (workspace / "letters/backups").exists()


def test_a_page_that_ends_has_copied_the_register(
    clerk: Console, workspace: Path, tmp_path: Path, stick: Path
) -> None:
    reserve(clerk)
    for copy in stick.iterdir():
        copy.unlink()
    with serving(workspace, tmp_path / "state") as server:
        assert server.address
        assert server.interrupt() == 0
    assert len(list(stick.glob("register uompsit *.sqlite"))) == 1


def test_a_week_without_a_copy_is_warned_of(page: Clerk, clerk: Console, stick: Path) -> None:
    reserve(clerk)
    for copy in stick.iterdir():
        copy.rename(stick / "register uompsit 2023-04-10.sqlite")
    said = text_of(page.open("/"))
    assert "больше недели" in said
    assert "10.04.2023" in said
    for copy in stick.iterdir():
        copy.rename(stick / "register uompsit 2023-04-12.sqlite")
    assert "больше недели" not in text_of(page.open("/"))


def test_a_stick_that_isnt_there_is_warned_of(page: Clerk, clerk: Console, stick: Path) -> None:
    reserve(clerk)
    stick.rename(stick.with_name("elsewhere"))
    assert "Вставьте флешку" in text_of(page.open("/"))


def test_a_copy_is_made_and_put_in_the_place_of_the_register(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    page.send(WEEKLY, "/weekly")
    assert page.send("/copies", "/copies").status_code == 303
    reserve(clerk)
    register = workspace / "letters/register.sqlite"
    assert entries(register) == 2
    address = "/copies/restore?copy=register 2023-04-18.sqlite"
    assert "Записей в копии: 1; в журнале сейчас: 2" in text_of(page.open(address))
    answer = page.send(address, "/copies/restore")
    assert "Журнал восстановлен" in page.open(answer.location)
    assert entries(register) == 1
    assert list((workspace / "letters/backups").glob("register before restore*"))


def test_a_damaged_copy_is_refused(page: Clerk, clerk: Console, workspace: Path) -> None:
    reserve(clerk)
    page.send("/copies", "/copies")
    [copy] = (workspace / "letters/backups").glob("register 2023*.sqlite")
    [form] = forms(page.open(f"/copies/restore?copy={copy.name}"), "/copies/restore")
    os.truncate(copy, 5000)
    answer = page.post(form.action, form.fields)
    assert answer.status_code == 422
    assert "повреждена" in text_of(answer.text)
    assert entries(workspace / "letters/register.sqlite") == 1


@pytest.mark.parametrize("name", ["", "../register.sqlite", "/etc/passwd", "register.sqlite"])
def test_nothing_but_a_copy_is_restored(page: Clerk, clerk: Console, name: str) -> None:
    reserve(clerk)
    assert page.get("/copies/restore", query_string={"copy": name}).status_code == 404
    token = page.token
    answer = page.post("/copies/restore", {"copy": name, "csrf_token": token})
    assert answer.status_code == 404


def emptied(register: Path) -> None:
    register.write_bytes(b"")


def cut_short(register: Path) -> None:
    whole = register.read_bytes()
    register.write_bytes(whole[: len(whole) // 2])


def scribbled_over(register: Path) -> None:
    whole = bytearray(register.read_bytes())
    whole[4096 : 4096 * 8] = b"\x5a" * (4096 * 7)
    register.write_bytes(whole)


@pytest.mark.parametrize("spoil", [emptied, cut_short, scribbled_over])
def test_a_register_that_went_bad_doesnt_take_the_place_of_its_good_copy(
    clerk: Console,
    page: Clerk,
    desk: Desk,
    stick: Path,
    workspace: Path,
    spoil: Callable[[Path], None],
) -> None:
    clerk(*PRINTED_WEEK)
    DailyCopies(desk).end()
    [copy] = stick.glob("* 2023-*")
    good = {path: path.read_bytes() for path in stick.iterdir()}
    register = workspace / "letters/register.sqlite"
    for log in register.parent.glob("register.sqlite-*"):
        log.unlink()
    spoil(register)
    DailyCopies(desk).end()
    assert {path: path.read_bytes() for path in stick.iterdir()} == good
    [form] = forms(page.open("/copies"), "/copies")
    refused = page.post(form.action, form.fields)
    assert refused.status_code == 409 and "Восстановите его из копии" in text_of(refused.text)
    assert 'href="/copies"' in refused.text.partition("<main")[2]
    name = copy.name.replace(" ", "%20")
    said = text_of(page.open(f"/copies/restore?copy={name}"))
    assert "Записей в копии: 1. Нынешний журнал не читается." in said
    restored = page.send(f"/copies/restore?copy={name}", "/restore")
    assert restored.status_code == 303
    assert "01-16/219" in text_of(page.open("/journal"))


def test_what_a_restoring_would_lose_is_named_before_it_is_done(
    clerk: Console, page: Clerk, desk: Desk, stick: Path
) -> None:
    reserve(clerk)
    DailyCopies(desk).end()
    reserve(clerk)
    said = text_of(page.open("/copies/restore?copy=register uompsit 2023-04-18.sqlite"))
    assert "Этих номеров в копии нет, журнал их потеряет: 01-16/220." in said
    assert "01-16/219" not in said
    [form] = forms(page.open("/copies/restore?copy=register uompsit 2023-04-18.sqlite"), "/restore")
    page.post(form.action, form.fields)
    assert "Журнал исходящих 2023 до восстановления.xlsx" in text_of(page.open("/copies"))
