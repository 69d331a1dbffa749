"""The source week from the start to the opened letter, the notices, an annulment and the exported
journal, by keyboard only: in a browser with scripts, and in one without.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from browsing import enter, follow, reach, tab, wait_for_focus
from clerk import PRINTED_NOTICES, PRINTED_WEEK
from page_server import serving
from playwright.sync_api import Browser, Page
from processes import PROGRAM, finished


def listed(workspace: Path) -> list[dict[str, object]]:
    """The register's entries; in which folder they were made doesn't matter."""
    answer = finished([*PROGRAM, "register", "list", "--json"], cwd=workspace)
    return [{**entry, "workspace": ""} for entry in json.loads(answer.stdout)["entries"]]


BECAUSE = "Школу уже проверили"
JOURNAL = "letters/journals/Журнал исходящих 2023.xlsx"


def done_by_commands(workspace: Path) -> list[dict[str, object]]:
    """The week issued, a notice annulled, the journals exported."""
    for command in (
        [*PRINTED_WEEK],
        [*PRINTED_NOTICES, "--yes"],
        ["register", "annul", "224", "--year", "2023", "--reason", BECAUSE],
        ["register", "export"],
    ):
        assert finished([*PROGRAM, *command], cwd=workspace).returncode == 0
    return listed(workspace)


def issue(page: Page, title: str, button: str) -> None:
    """From a page that leads to a draft to what was issued."""
    follow(page, title)
    follow(page, "Изменить дату подписания")
    enter(page, "Дата подписания", "18.04.2023")
    follow(page, button)
    page.wait_for_selector("h1:has-text('Выпущено')")


def downloaded(page: Page, words: str) -> bytes:
    """What is downloaded by the link that says these words."""
    reach(page, words)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_week_is_done_by_keyboard_as_the_commands_do_it(
    workspace: Path, tmp_path: Path, chromium: Browser, scripts: bool
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    theirs = done_by_commands(other)
    with (
        serving(workspace, tmp_path / "state") as server,
        tab(chromium, server.root, scripts=scripts) as (page, complaints),
    ):
        page.goto(server.address)
        follow(page, "Неделя по 14.04.2023")
        issue(page, "Письмо", "Выпустить: Письмо № 01-16/219")
        letter = other / str(theirs[0]["path"])
        assert downloaded(page, "01-16_219 Письмо.docx") == letter.read_bytes()
        issue(page, "Выпустить: Уведомление", "Выпустить 5 уведомлений")
        follow(page, "01-16/224")
        follow(page, "Аннулировать")
        enter(page, "Причина", BECAUSE)
        page.wait_for_selector("[role=status]:has-text('01-16/224 аннулирован')")
        follow(page, "Журнал")
        follow(page, "Скачать журнал")
        assert downloaded(page, "Excel исходящие 2023") == (other / JOURNAL).read_bytes()
        assert (complaints.errors, complaints.strangers) == ([], [])
    assert listed(workspace) == theirs
    for entry in theirs:
        for file in entry["files"]:  # type: ignore[attr-defined]
            ours = workspace / file["path"]
            assert ours.read_bytes() == (other / file["path"]).read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_office_is_founded_by_keyboard(tmp_path: Path, chromium: Browser, scripts: bool) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with (
        serving(folder, tmp_path / "state") as server,
        tab(chromium, server.root, scripts=scripts) as (page, complaints),
    ):
        page.goto(server.address)
        enter(page, "Следующий номер приказа", "сорок")
        follow(page, "Укажите название учреждения")
        wait_for_focus(page, "name")
        page.keyboard.type("МКУ «РУО»")
        enter(page, "Следующий номер приказа", "45")
        page.wait_for_selector("h1:has-text('Неделя')")
        assert complaints.errors == []
    assert " = 45}" in (folder / "letters.toml").read_text(encoding="utf-8")
