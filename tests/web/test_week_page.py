"""Неделя: what is due, what was begun, and a sheet to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import ROOT, SHEET
from page_desk import WEEKLY, Clerk, text_of

OTHER = (ROOT / SHEET).with_name("2023-04-21.xlsx")


def test_the_first_page_says_what_each_week_has(page: Clerk) -> None:
    said = text_of(page.open("/"))
    assert "Неделя по 21.04.2023 Письмо ещё не выпущено Уведомление ещё не выпущено" in said
    assert said.index("Неделя по 21.04.2023") < said.index("Неделя по 14.04.2023")


def test_what_is_issued_is_to_be_signed_and_sent(page: Clerk) -> None:
    page.send(WEEKLY, "/weekly")
    said = text_of(page.open("/"))
    assert "Неделя по 14.04.2023 Письмо выпущено: 1; подписать и отправить: 1" in said


def test_a_file_whose_name_says_no_week_is_found_too(page: Clerk, workspace: Path) -> None:
    sheets = workspace / "data/monitoring"
    (sheets / "2023-04-21.xlsx").rename(sheets / "апрель.xlsx")
    assert "апрель.xlsx" in page.open("/")
    assert "15.04.2023–21.04.2023" in page.open("/sheets/апрель.xlsx")


def test_an_uploaded_sheet_is_checked_and_not_kept(page: Clerk, workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-21.xlsx").unlink()
    answer = page.upload("Мониторинг.xlsx", OTHER.read_bytes())
    assert answer.status_code == 303
    said = text_of(page.open(answer.location))
    assert "15.04.2023–21.04.2023" in said
    assert "Мониторинг.xlsx" in said
    names = [path.name for path in (workspace / "data/monitoring").iterdir()]
    assert sorted(names) == ["2023-04-14.toml", "2023-04-14.xlsx"]


def test_a_sheet_that_is_there_already_isnt_taken_twice(page: Clerk) -> None:
    answer = page.upload("Мониторинг.xlsx", (ROOT / SHEET).read_bytes())
    assert answer.location.endswith("/sheets/2023-04-14.xlsx")
    assert "уже есть в папке учреждения" in page.open(answer.location)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("", b"", "Файл не выбран"),
        ("пустой.xlsx", b"", "Файл пуст"),
        ("письмо.docx", b"PK", "это не таблица"),
        ("virus.exe", b"MZ", "это не таблица"),
    ],
)
def test_what_cant_be_a_sheet_is_told_beside_its_field(
    page: Clerk, name: str, content: bytes, words: str
) -> None:
    answer = page.upload(name, content)
    assert answer.status_code == 422
    assert answer.text.count(words) == 2, "in the summary and beside the field"
    assert "<title>Ошибка:" in answer.text
    assert 'href="#sheet"' in answer.text


def test_what_only_looks_like_a_sheet_is_told_on_its_page(page: Clerk, workspace: Path) -> None:
    answer = page.upload("Мониторинг.xlsx", b"no workbook at all")
    shown = page.get(answer.location)
    assert shown.status_code == 422
    assert "Пока не получится" in shown.text
    assert not (workspace / "letters").exists()


def test_a_sheet_may_be_as_large_as_the_settings_say(page: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(f"{written}\n[page]\nupload_limit = 1\n", encoding="utf-8")
    assert "до 1 МБ" in page.open("/")
    answer = page.upload("Мониторинг.xlsx", b"x" * 1_100_000)
    assert answer.status_code == 413
    assert "Файл слишком большой" in answer.text
    assert "не больше 1 МБ" in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "../../letters.toml.xlsx",
        "..\\..\\x.xlsx",
        "C:\\Windows\\x.xlsx",
        "\\\\server\\share\\x.xlsx",
        "/etc/x.xlsx",
        "CON.xlsx",
        "x" * 300 + ".xlsx",
        "\u202exslx.exe.xlsx",
        "<script>.xlsx",
        ".xlsx",
    ],
)
def test_a_name_becomes_no_path(page: Clerk, workspace: Path, tmp_path: Path, name: str) -> None:
    before = sorted(workspace.rglob("*"))
    answer = page.upload(name, (ROOT / SHEET).read_bytes() + b" ")
    assert answer.status_code in (303, 422)
    assert sorted(workspace.rglob("*")) == before
    state = tmp_path / "state"
    laid = [path for path in state.rglob("*.xlsx") if path.is_file()]
    assert all(path.parent.parent == state / "sheets" for path in laid)
    assert all(len(path.name.encode()) <= 130 for path in laid)
    assert "<script>" not in page.open("/")


def test_settings_with_a_fault_are_told_on_every_page(page: Clerk, workspace: Path) -> None:
    (workspace / "letters.toml").write_text("[office\n", encoding="utf-8")
    answer = page.get("/")
    assert answer.status_code == 422
    assert "letters.toml" in answer.text


def test_a_folder_that_is_gone_is_told(page: Clerk, workspace: Path) -> None:
    (workspace / "letters.toml").rename(workspace / "elsewhere.toml")
    answer = page.get("/")
    assert answer.status_code == 422
    assert "Папки учреждения больше нет" in answer.text
