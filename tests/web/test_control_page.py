"""Контроль: answers awaited and overdue, reminders that are looked at first, letters that came in,
and the weeks side by side.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, entries, entry
from clerk import Clerk as Console
from page_desk import Clerk, TestClock, forms, text_of

from letters_gen.web.desk import Desk

REMINDER = "/sheets/-/reminder?day=27.04.2023"
SENT = ("register", "sent", "--year", "2023", "--on", "18.04.2023")


@pytest.fixture
def sent(clerk: Console) -> Console:
    """The notices are issued and sent; their answers are due on the 25th."""
    clerk(*PRINTED_WEEK)
    clerk(*PRINTED_NOTICES, "--yes")
    assert clerk(*SENT, "220-224").status == 0
    return clerk


@pytest.fixture
def late(desk: Desk) -> None:
    """It is two days after the answers were due."""
    desk.clock = replace(TestClock(), today=date(2023, 4, 27))


def test_what_is_awaited_and_overdue_is_what_the_command_says(
    sent: Console, page: Clerk, late: None
) -> None:
    said = text_of(page.open("/control"))
    report = sent("register", "answers", "--on", "27.04.2023", "--json").json
    for one in report["entries"]:
        assert one["number"] in said
        assert one["awaited_from"][0] in said
    assert "опоздание 2 рабочих дня" in said


def test_nothing_awaited_is_said(page: Clerk) -> None:
    said = text_of(page.open("/control"))
    assert "Ответов не ждём" in said
    assert "Напомнить" not in said


def test_the_report_is_the_commands_report(
    sent: Console, page: Clerk, late: None, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.xlsx"
    assert sent("register", "answers", str(theirs), "--on", "27.04.2023").status == 0
    assert page.get("/control/file").data == theirs.read_bytes()


def test_reminding_shows_the_plan_and_issues_nothing(
    sent: Console, page: Clerk, late: None
) -> None:
    shown = page.open("/control")
    assert "/sheets/-/reminder" in shown
    said = text_of(page.open("/sheets/-/reminder"))
    assert "Выпустить 5 напоминаний, № 01-16/225 – 01-16/229" in said.replace("\xa0", " ")
    assert "01-16/220" in text_of(page.open(REMINDER.replace("reminder?", "reminder/0?")))
    assert entries(sent, type="reminder") == []


def test_reminders_are_issued_once_as_the_command_issues_them(
    sent: Console, page: Clerk, late: None, workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    form = forms(page.open(REMINDER), "/reminder")[0]
    first, again = page.post(form.action, form.fields), page.post(form.action, form.fields)
    assert first.location == again.location
    said = text_of(page.open(first.location))
    assert "Документов: 5, № 01-16/225 – 01-16/229" in said.replace("\xa0", " ")
    issue = ("issue", "reminder", "--date", "27.04.2023", "--yes")
    assert sent("-w", str(other), *issue).status == 0
    theirs = sent("-w", str(other), "register", "list", "--json").json["entries"]
    ours = entries(sent)
    assert [{**one, "workspace": ""} for one in ours] == [
        {**one, "workspace": ""} for one in theirs
    ]
    assert "Выпускать нечего" in text_of(page.open(REMINDER))


def test_a_school_can_be_spared_a_reminder(sent: Console, page: Clerk, late: None) -> None:
    shown = page.open(REMINDER)
    chosen = forms(shown, "/reminder/schools")[0]
    kept = [value for name, value in chosen.fields if name == "school"][:2]
    answer = page.post(chosen.action, chosen.but(school=kept))
    assert "Выпустить 2 напоминания" in text_of(page.open(answer.location)).replace("\xa0", " ")


@pytest.mark.parametrize(
    "address", ["/sheets/-", "/sheets/-/weekly", "/sheets/-/basis", "/sheets/-/order"]
)
def test_nothing_else_rests_on_no_sheet(page: Clerk, address: str) -> None:
    assert page.get(address).status_code == 404


def letter(page: Clerk, sender: str, number: str = "15", dated: str = "24.04.2023") -> str:
    return f"/incoming/letter?sender={sender}&number={number}&dated={dated}"


def test_a_letter_that_answers_is_entered_as_the_command_enters_it(
    sent: Console, page: Clerk, workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    school = entry(sent, "220")["school"]
    shown = page.open(letter(page, school))
    assert "№ 01-16/220 от 18.04.2023" in text_of(shown)
    form = forms(shown, "/incoming/letter")[0]
    mark = shown.partition('name="answers"')[2].partition('value="')[2].partition('"')[0]
    answer = page.post(form.action, form.but(answers=[mark], day="25.04.2023", sheets="2"))
    said = text_of(page.open(answer.location))
    assert "Письмо внесено: вх. № 01-15/1" in said
    command = ("register", "incoming", "--from", school, "--number", "15", "--date", "24.04.2023")
    more = ("--received", "25.04.2023", "--sheets", "2", "--answers", "220", "--year", "2023")
    assert sent("-w", str(other), *command, *more).status == 0
    theirs = sent("-w", str(other), "register", "list", "--json").json["entries"]
    ours = entries(sent)
    assert [{**one, "workspace": ""} for one in ours] == [
        {**one, "workspace": ""} for one in theirs
    ]


def test_a_name_almost_a_schools_is_asked_about(page: Clerk) -> None:
    said = text_of(page.open(letter(page, "Берихинск")))
    assert "это одна из этих школ" in said
    assert "МКОУ «Берихинская ООШ»" in said
    kept = page.open(letter(page, "Берихинск") + "&as_written=1")
    assert "Внести письмо" in kept


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("sender=&number=1&dated=17.04.2023", "Укажите, от кого письмо"),
        ("sender=x&number=&dated=17.04.2023", "Укажите номер письма"),
        ("sender=x&number=1&dated=вчера", "Напишите дату так"),
    ],
)
def test_what_is_missing_of_it_is_told(page: Clerk, query: str, words: str) -> None:
    answer = page.get(f"/incoming/letter?{query}")
    assert answer.status_code == 422
    assert words in text_of(answer.text)


def test_a_letter_is_entered_once(page: Clerk, clerk: Console) -> None:
    address = letter(page, "Прокуратура", "б/н", "17.04.2023")
    form = forms(page.open(address), "/incoming/letter")[0]
    fields = form.but(heading="Запрос")
    first, again = page.post(form.action, fields), page.post(form.action, fields)
    assert first.location == again.location
    other = page.send(address, "/incoming/letter", heading="Запрос")
    assert other.status_code == 422
    assert "Это другое письмо" in text_of(other.text)
    known = forms(other.text, "/incoming/letter")[0]
    assert page.post(known.action, known.but(is_another="y")).status_code == 303
    assert len(entries(clerk)) == 2


def test_a_letter_before_its_own_date_is_refused(page: Clerk, clerk: Console) -> None:
    answer = page.send(letter(page, "Прокуратура"), "/incoming/letter", day="20.04.2023")
    assert answer.status_code == 422
    assert entries(clerk) == []


def test_no_week_is_remembered_yet(page: Clerk) -> None:
    assert "Показать нечего" in text_of(page.open("/history"))
    assert page.get("/history/file").status_code == 422


def test_the_weeks_stand_side_by_side(clerk: Console, page: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_WEEK)
    said = text_of(page.open("/history"))
    shown = clerk("history", "--json").json
    assert "14.04.23" in said
    assert shown["schools"][0]["school"] in said
    alone = text_of(page.open("/history?school=Берихинская"))
    assert "Школа за последние недели" in alone
    missing = page.get("/history?school=нет такой")
    assert missing.status_code == 422
    assert 'href="#school"' in missing.text
    (workspace / "letters/journals/История показателей.xlsx").unlink()
    book = page.get("/history/file").data
    assert not (workspace / "letters/journals/История показателей.xlsx").exists()
    clerk("history")
    assert book == (workspace / "letters/journals/История показателей.xlsx").read_bytes()
    assert openpyxl.load_workbook(workspace / "letters/journals/История показателей.xlsx")
