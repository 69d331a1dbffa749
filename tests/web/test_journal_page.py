"""Журнал: what is found, one entry with its events, journals out of it, and its check in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clerk import Clerk as Console
from clerk import reserve
from page_desk import NOTICES, WEEKLY, Clerk, text_of

LETTER = "/journal/entry?year=2023&series=outgoing&seq=219"
_NUMBER = re.compile(r"seq=(\d+)[^>]*>01-16/")


def numbers(page: str) -> list[int]:
    """The running numbers of the entries that a page of the journal shows, in its order."""
    return [int(found) for found in _NUMBER.findall(page)]


def files_of(workspace: Path) -> dict[Path, int]:
    """The files of a workspace, each with when it was last written."""
    return {path: path.stat().st_mtime_ns for path in workspace.rglob("*") if path.is_file()}


@pytest.fixture
def week(page: Clerk) -> Clerk:
    """The clerk, who has issued the week's letter and its notices."""
    page.send(WEEKLY, "/weekly")
    page.send(NOTICES, "/notice")
    return page


def test_an_empty_journal_says_so(page: Clerk, workspace: Path) -> None:
    assert "Журнал пуст." in text_of(page.open("/journal"))
    assert "Журнал пуст." in text_of(page.open("/journal/export"))
    assert not (workspace / "letters").exists()


def test_the_entries_stand_with_the_latest_first(week: Clerk, clerk: Console) -> None:
    reserve(clerk, day="19.04.2023")
    shown = week.open("/journal")
    assert numbers(shown) == [225, 224, 223, 222, 221, 220, 219]
    assert "номер взят" in text_of(shown)


def test_what_is_found_is_what_the_command_finds(week: Clerk, clerk: Console) -> None:
    for query, options in (
        ("text=берихинская", ("find", "берихинская")),
        ("text=219", ("find", "219")),
        ("kind=notice", ("list", "--type", "notice")),
        ("series=outgoing&until=17.04.2023", ("list", "--to", "17.04.2023")),
        ("text=нет такого", ("find", "нет такого")),
    ):
        found = clerk("register", *options, "--json").json["entries"]
        assert numbers(week.open(f"/journal?{query}")) == [one["seq"] for one in found[::-1]]
    assert "Подходящих записей нет" in text_of(week.open("/journal?text=нет такого"))


def test_a_wrong_day_is_told_beside_its_field(week: Clerk) -> None:
    answer = week.get("/journal?since=вчера")
    assert answer.status_code == 422
    assert "<title>Ошибка:" in answer.text
    assert 'href="#since"' in answer.text
    assert numbers(answer.text) == []


def test_a_long_journal_goes_page_by_page_there_and_back(page: Clerk, clerk: Console) -> None:
    given = ("--heading", "О чём", "--addressee", "Кому", "--date", "19.04.2023", "--count", "120")
    assert clerk("register", "reserve", *given).status == 0
    every = list(range(338, 218, -1))
    first = page.open("/journal?text=кому")
    assert numbers(first) == every[:50]
    assert "Более поздние" not in first
    second = page.open(link_to(first, "Более ранние"))
    assert numbers(second) == every[50:100]
    third = page.open(link_to(second, "Более ранние"))
    assert numbers(third) == every[100:]
    assert "Более ранние" not in third
    assert numbers(page.open(link_to(third, "Более поздние"))) == every[50:100]
    assert numbers(page.open(link_to(third, "Последние"))) == every[:50]


def link_to(page: str, words: str) -> str:
    found = re.search(rf'href="([^"]+)">{words}<', page)
    assert found, words
    return found[1].replace("&amp;", "&").partition("#")[0]


@pytest.mark.parametrize("place", ["", "x", "~~~~~", "2023-04-18~x~outgoing~~0~2023", "\0~1~~~0~1"])
def test_a_place_that_is_none_shows_the_latest(week: Clerk, place: str) -> None:
    for side in ("after", "before"):
        assert len(numbers(week.get("/journal", query_string={side: place}).text)) == 6


def test_an_entry_is_shown_with_all_that_the_command_shows(week: Clerk, clerk: Console) -> None:
    said = text_of(week.open(LETTER))
    for line in clerk("register", "show", "219", "--year", "2023", "--all").out.splitlines()[1:]:
        words = " ".join(line.split()).rstrip(":")
        if "letters/" in words:
            words = words.rpartition("/")[2]
        assert words in said
    assert "выпущен" in said


def test_its_files_are_sent_by_their_place(week: Clerk, workspace: Path) -> None:
    answer = week.get(LETTER.replace("/entry?", "/entry/file?") + "&file=0")
    assert answer.data == (workspace / "letters/2023/01-16_219 Письмо.docx").read_bytes()
    for place in ("7", "-1", "x", "../x", ""):
        assert week.get("/journal/entry/file?" + LETTER[15:] + f"&file={place}").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "",
        "year=2023",
        "year=x&series=outgoing&seq=219",
        "year=2023&series=outgoing&seq=99999999999",
    ],
)
def test_an_entry_that_is_not_there_is_told(week: Clerk, query: str) -> None:
    assert week.get(f"/journal/entry?{query}").status_code == 404


def test_a_journal_is_downloaded_as_the_command_exports_it(
    week: Clerk, clerk: Console, workspace: Path, tmp_path: Path
) -> None:
    before = files_of(workspace)
    assert "journal=outgoing&amp;year=2023&amp;kind=xlsx" in week.open("/journal/export")
    for kind in ("xlsx", "csv"):
        theirs = tmp_path / f"theirs.{kind}"
        export = ("register", "export", str(theirs), "--year", "2023", "--journal", "outgoing")
        assert clerk(*export).status == 0
        ours = week.get(f"/journal/export/file?journal=outgoing&year=2023&kind={kind}")
        assert ours.data == theirs.read_bytes()
    assert files_of(workspace) == before


@pytest.mark.parametrize(
    "query",
    ["", "journal=x&year=2023", "journal=outgoing&year=x", "journal=outgoing&year=2023&kind=exe"],
)
def test_no_other_file_is_made(week: Clerk, query: str) -> None:
    assert week.get(f"/journal/export/file?{query}").status_code == 404


def test_a_sound_journal_is_said_to_be_sound(week: Clerk, clerk: Console) -> None:
    head = clerk("register", "verify", "--json").json["head"]
    said = text_of(week.open(f"/journal/verify?head={head}"))
    assert "Журнал цел" in said
    assert "219–224: 6 выпущено" in said


def test_what_is_wrong_is_told_in_words_and_the_check_changes_nothing(
    week: Clerk, workspace: Path
) -> None:
    (workspace / "letters/2023/01-16_219 Письмо.docx").unlink()
    before = files_of(workspace)
    said = text_of(week.open("/journal/verify?head="))
    assert "Нарушений: 1" in said
    assert "01-16/219" in said
    assert "Нарушений: 2" in text_of(week.open("/journal/verify?head=abc"))
    assert files_of(workspace) == before
