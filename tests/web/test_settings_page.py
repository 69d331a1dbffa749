"""Настройки: letters.toml shown and changed part by part, its comments and order kept."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from edits import change_settings
from page_desk import NOTICES, WEEKLY, Clerk, forms, text_of
from werkzeug.test import TestResponse

REQUISITES = "/settings/requisites"
HEAD = "/settings/people/signatories/head"
NEW = "/settings/people/people/new"


def settings(workspace: Path) -> str:
    return (workspace / "letters.toml").read_text(encoding="utf-8")


def changes(before: str, after: str) -> list[str]:
    """The lines that were taken away and put in."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def kept(page: Clerk, address: str, **fields: str | list[str]) -> TestResponse:
    return page.send(address, address, **fields)


def test_all_that_can_be_changed_is_shown_with_the_letterhead(page: Clerk) -> None:
    said = text_of(page.open("/settings"))
    assert "ОКПО 02120978 ОГРН 5120536001560" in said
    assert "Начальник" in said
    assert "01-16, первый номер 2023 года 219" in said


def test_a_requisite_changes_its_own_line_only(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    answer = kept(page, REQUISITES, **{"office-phone": "8 (87222) 1-23"})
    assert "Настройки сохранены" in page.open(answer.location)
    assert changes(before, settings(workspace)) == [
        '- phone = "88722-55-06-16"',
        '+ phone = "8 (87222) 1-23"',
    ]
    [former] = (workspace / "former").glob("letters *.toml")
    assert former.read_text(encoding="utf-8") == before


def test_what_is_kept_unchanged_writes_nothing(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    for part in ("requisites", "deadlines", "days-off", "numbers", "backup"):
        assert kept(page, f"/settings/{part}").status_code == 303
    assert settings(workspace) == before
    assert not list((workspace / "former").glob("letters*"))


def test_a_requisite_that_is_emptied_leaves_the_file(page: Clerk, workspace: Path) -> None:
    kept(page, REQUISITES, **{"office-okpo": ""})
    assert "okpo" not in settings(workspace)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("office-inn", "пять", "Напишите одни цифры"),
        ("office-short_name", "", "Заполните"),
    ],
)
def test_what_the_commands_would_refuse_isnt_kept(
    page: Clerk, workspace: Path, field: str, typed: str, words: str
) -> None:
    before = settings(workspace)
    answer = kept(page, REQUISITES, **{field: typed, "office-phone": "123"})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert words in text_of(answer.text)
    assert dict(forms(answer.text, REQUISITES)[0].fields)["office-phone"] == "123"
    assert settings(workspace) == before


def test_another_head_signs_from_then_on(page: Clerk) -> None:
    kept(page, HEAD, **{"signatories-head-name": "Исаев М.Г."})
    assert "Начальник Исаев М.Г." in text_of(page.open(WEEKLY))


def test_an_acting_head_signs_on_the_days_named(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    fields = {"post": "И.о. начальника", "name": "Исаев М.Г.", "from": "17.04.2023"}
    typed = {f"people-new-{name}": text for name, text in fields.items()}
    answer = kept(page, NEW, **typed)
    assert answer.status_code == 422
    assert "Напишите оба дня" in answer.text
    assert settings(workspace) == before
    assert kept(page, NEW, **typed, **{"people-new-to": "30.04.2023"}).status_code == 303
    assert "И.о. начальника Исаев М.Г." in text_of(page.open(WEEKLY))
    added = [line[2:] for line in changes(before, settings(workspace))]
    assert "[people.isaev-m-g]" in added
    assert "from = 2023-04-17" in added
    assert all(line[0] == "+" for line in changes(before, settings(workspace)))


def test_who_is_taken_out_takes_no_comment_along(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    answer = page.send("/settings/people/people/methodist", "/remove")
    if answer.status_code == 422:
        assert "methodist" in text_of(answer.text), "a type names them"
        assert settings(workspace) == before
    else:
        gone = changes(before, settings(workspace))
        assert not [line for line in gone if line.startswith("- #")]


def test_the_last_signatory_cant_be_taken_out(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    assert page.send(HEAD, "/remove").status_code == 422
    assert settings(workspace) == before


def test_a_deadline_moves_what_schools_are_told(page: Clerk, workspace: Path) -> None:
    assert "Срок 25.04.2023" in text_of(page.open(NOTICES))
    kept(page, "/settings/deadlines", **{"types-notice-deadline": "3"})
    assert "Срок 21.04.2023" in text_of(page.open(NOTICES))
    kept(page, "/settings/deadlines", **{"types-notice-deadline": "письмо"})
    assert 'deadline = "basis"' in settings(workspace)
    answer = kept(page, "/settings/deadlines", **{"types-notice-deadline": "скоро"})
    assert answer.status_code == 422
    assert answer.text.count("Напишите целое число") == 2


def test_a_day_off_moves_deadlines_too(page: Clerk) -> None:
    answer = kept(page, "/settings/days-off", **{"office-days_off": "21.04.2023\n завтра"})
    assert answer.status_code == 422
    kept(page, "/settings/days-off", **{"office-days_off": "21.04.2023, 24.04.2023"})
    assert "Срок 27.04.2023" in text_of(page.open(NOTICES))


def test_numbers_go_on_from_the_first_number(page: Clerk, workspace: Path) -> None:
    kept(page, "/settings/numbers", **{"series-outgoing-first-2023": "300"})
    assert "01-16/300" in page.open(WEEKLY)
    kept(page, "/settings/numbers", **{"series-statements-first-2023": "7"})
    assert "first = {2023 = 7}" in settings(workspace)


def test_a_folder_for_copies_gets_a_table_of_its_own(page: Clerk, workspace: Path) -> None:
    before = settings(workspace)
    kept(page, "/settings/backup", **{"backup-folder": "E:/Журнал"})
    assert [line for line in changes(before, settings(workspace)) if line.strip("+ ")] == [
        "+ [backup]",
        '+ folder = "E:/Журнал"',
    ]


def test_settings_changed_meanwhile_are_shown_as_they_now_are(page: Clerk, workspace: Path) -> None:
    [form] = forms(page.open(REQUISITES), REQUISITES)
    change_settings(workspace, "88722-55-06-16", "555")
    answer = page.post(form.action, form.but(**{"office-phone": "777"}))
    assert answer.status_code == 422
    said = text_of(answer.text)
    assert "За это время здесь что-то изменили" in said
    assert "В файле теперь: 555" in said
    [again] = forms(answer.text, REQUISITES)
    assert page.post(again.action, again.fields).status_code == 303
    assert 'phone = "777"' in settings(workspace)


def test_a_file_with_a_mark_and_windows_line_ends_keeps_both(page: Clerk, workspace: Path) -> None:
    path = workspace / "letters.toml"
    written = settings(workspace).replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + written.encode())
    kept(page, REQUISITES, **{"office-phone": "777", "office-emblem": ""})
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_text_that_looks_like_toml_is_text(page: Clerk, workspace: Path) -> None:
    kept(page, REQUISITES, **{"office-phone": '1"\n[office]\nid = "x"'})
    assert kept(page, REQUISITES).status_code == 303
    assert 'id = "uompsit"' in settings(workspace)


@pytest.mark.parametrize("address", ["/settings/nowhere", "/settings/people/types/weekly"])
def test_nothing_else_of_the_file_is_reached(page: Clerk, address: str) -> None:
    assert page.get(address).status_code == 404
