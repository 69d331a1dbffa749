"""What is issued is corrected, or issued anew, on the page as the commands do it: shown first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, entries
from clerk import Clerk as Console
from edits import change_directory
from page_desk import DAY, NOTICES, WEEKLY, Clerk, forms, text_of
from page_desk import SHEET as SHEET_PAGE

NOTIFIED = "/issued?type=notice&subject=2023-04-08/2023-04-14"
IN_2023 = ("--year", "2023")


def asked(kind: str) -> str:
    return f"{SHEET_PAGE}/{kind}/remake?{DAY}"


def drafted(page: Clerk, kind: str, how: str, why: str = "Опечатка") -> str:
    """The draft that follows the answer how and why to make a batch anew."""
    answer = page.send(asked(kind), "/remake", remake=how, because=why)
    assert answer.status_code == 303, text_of(answer.text)
    return answer.location


@pytest.fixture
def renamed(clerk: Console, workspace: Path) -> None:
    """The notices are issued, and then one of the heads is another."""
    clerk(*PRINTED_NOTICES, "--yes")
    change_directory(workspace, "Джабраилова Хадижат Нурмагомедовна", "Белова Анна Ивановна")


def test_what_would_come_out_otherwise_is_told_with_the_ways_to_mend_it(
    page: Clerk, clerk: Console, renamed: None
) -> None:
    shown = text_of(page.open(NOTICES))
    assert "Выпущенное теперь вышло бы другим" in shown
    assert "Исправить под теми же номерами" in shown
    assert "--" not in shown
    assert len(entries(clerk)) == 5


@pytest.mark.parametrize(
    ("how", "option"), [("correct", "--correct"), ("edition", "--new-edition")]
)
def test_what_is_made_anew_equals_what_the_commands_make(
    page: Clerk,
    clerk: Console,
    workspace: Path,
    tmp_path: Path,
    renamed: None,
    how: str,
    option: str,
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    draft = drafted(page, "notice", how)
    shown = text_of(page.open(draft))
    assert "Беловой" in shown, "what it will say otherwise"
    page.send(draft, "/notice")
    clerk("-w", str(other), *PRINTED_NOTICES, option, "Опечатка", "--yes")
    theirs = clerk("-w", str(other), "register", "list", "--json").json["entries"]
    ours = entries(clerk)
    assert len(ours) == (5 if how == "correct" else 6)
    for mine, its in zip(ours, theirs, strict=True):
        assert {**mine, "workspace": ""} == {**its, "workspace": ""}
        for file in mine["files"]:
            assert (workspace / file["path"]).read_bytes() == (other / file["path"]).read_bytes()


def test_the_button_says_what_is_corrected_and_two_clicks_correct_once(
    page: Clerk, clerk: Console, renamed: None
) -> None:
    draft = drafted(page, "notice", "correct")
    form = forms(page.open(draft), "/notice")[0]
    number = next(one["number"] for one in entries(clerk) if "Джабраил" in one["addressee"])
    assert f"Исправить: Уведомление № {number}" in page.open(draft)
    for _ in range(2):
        answer = page.post(form.action, form.fields)
        assert answer.location.startswith("/issued")
    history = clerk("register", "show", number, *IN_2023, "--json").json
    assert len(entries(clerk)) == 5
    assert sum(one["because"] == "Опечатка" for one in history["events"]) == 1
    # The same way again: there is nothing to make anew.
    again = page.send(asked("notice"), "/remake", remake="correct", because="Ещё раз")
    assert again.status_code == 422
    assert "Заново делать нечего" in again.text


def test_a_new_edition_says_what_it_annuls_and_is_issued_once(
    page: Clerk, clerk: Console, renamed: None
) -> None:
    draft = drafted(page, "notice", "edition")
    shown = text_of(page.open(draft)).replace("\xa0", " ")
    assert "Выпустить 1 уведомление, № 01-16/224" in shown
    assert "(не отправлен) аннулируется" in shown
    form = forms(page.open(draft), "/notice")[0]
    for _ in range(3):
        answer = page.post(form.action, form.fields)
        assert answer.location.startswith("/issued")
    assert len(entries(clerk)) == 6
    assert len(entries(clerk, state="annulled")) == 1


def test_what_moved_meanwhile_corrects_nothing(
    page: Clerk, clerk: Console, workspace: Path, renamed: None
) -> None:
    form = forms(page.open(drafted(page, "notice", "correct")), "/notice")[0]
    change_directory(workspace, "Белова Анна Ивановна", "Чернова Анна Ивановна")
    before = entries(clerk)
    answer = page.post(form.action, form.fields)
    assert "Изменились сами документы" in text_of(page.open(answer.location))
    assert entries(clerk) == before


def test_corrected_there_and_back_it_is_corrected_back(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    """By the page, by a command, by the page again: the third is what the first was."""
    page.send(NOTICES, "/notice")
    first = entries(clerk)
    there = ("Джабраилова Хадижат Нурмагомедовна", "Белова Анна Ивановна")
    change_directory(workspace, *there)
    clerk(*PRINTED_NOTICES, "--correct", "Опечатка", "--yes")
    change_directory(workspace, *reversed(there))
    page.send(drafted(page, "notice", "correct"), "/notice")
    assert [one["addressee"] for one in entries(clerk)] == [one["addressee"] for one in first]


def test_what_was_sent_isnt_corrected_and_that_is_told(
    page: Clerk, clerk: Console, renamed: None
) -> None:
    clerk("register", "sent", "219-223", *IN_2023, "--on", "18.04.2023")
    answer = page.send(asked("notice"), "/remake", remake="correct", because="Опечатка")
    assert answer.status_code == 422
    assert "отправлен" in text_of(answer.text)
    shown = text_of(page.open(drafted(page, "notice", "edition")))
    assert "взамен отправленного №" in shown


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"remake": "edition", "because": ""}, "Укажите причину"),
        ({"remake": "", "because": "Опечатка"}, "Выберите, как"),
        ({"remake": "both", "because": "Опечатка"}, "Выберите, как"),
    ],
)
def test_how_and_why_must_be_said(
    page: Clerk, clerk: Console, renamed: None, fields: dict[str, str], words: str
) -> None:
    answer = page.send(asked("notice"), "/remake", **fields)
    assert answer.status_code == 422
    assert words in answer.text


def test_an_address_that_says_it_otherwise_is_refused(page: Clerk) -> None:
    assert page.get(f"{NOTICES}&remake=edition").status_code == 400
    assert page.get(f"{NOTICES}&remake=both&because=x").status_code == 400


def test_an_annulled_letter_is_issued_anew_under_the_next_number(
    page: Clerk, clerk: Console
) -> None:
    clerk(*PRINTED_WEEK)
    clerk("register", "annul", "219", *IN_2023, "--reason", "Ошибка")
    assert "Исправить или выпустить заново" in text_of(page.open(WEEKLY))
    draft = drafted(page, "weekly", "edition")
    page.send(draft, "/weekly")
    assert [one["number"] for one in entries(clerk, state="issued")] == ["01-16/220"]


def test_notices_no_longer_due_are_annulled_by_a_button_that_says_so(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('schools = "finding"', 'schools = "finding"\nweeks = 9', 1))
    draft = drafted(page, "notice", "edition", "Больше не нужны")
    shown = text_of(page.open(draft))
    assert "больше не нужен: будет аннулирован" in shown
    assert "Аннулировать 5 документов" in shown
    page.send(draft, "/notice")
    assert len(entries(clerk, state="annulled")) == 5


def test_the_page_of_what_is_issued_leads_there(page: Clerk, clerk: Console) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    assert '/sheets/2023-04-14.xlsx/notice/remake"' in page.open(NOTIFIED)
    typed = ("--subject", "О летнем отдыхе", "--addressee", "Главе района")
    clerk("issue", "blank", *typed, "--date", "18.04.2023", "--yes")
    shown = page.open("/issued?type=blank&subject=О летнем отдыхе")
    assert "/sheets/-/blank/remake?" in shown
