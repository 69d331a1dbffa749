"""Papers without a sheet are issued on the page as the commands issue them: shown first, once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, SHEET, entries, entry
from clerk import Clerk as Console
from page_desk import DAY, Clerk, forms, text_of

BLANK = f"/sheets/-/blank?{DAY}"
WITHDRAWAL = f"/sheets/-/withdrawal?{DAY}"
TO_ALL = """
[types.all]
title = "Письмо"
template = "reminder.docx"
series = "outgoing"
each = true
sheet = false
schools = "all"
addressee = "Руководителю"
heading = "О летнем отдыхе"
"""


def said(page: Clerk, address: str, **fields: str) -> str:
    """The page that follows what was said of what papers are about."""
    about = address.replace("?", "/about?")
    answer = page.send(about, "/about", **fields)
    assert answer.status_code == 303, text_of(answer.text)
    return answer.location


def test_the_first_page_leads_to_papers_without_a_sheet(page: Clerk) -> None:
    shown = page.open("/")
    assert "Документ без файла министерства" in shown
    assert 'href="/sheets/-/withdrawal/about"' in shown
    assert 'href="/sheets/-/reminder' not in shown, "these are issued where answers are controlled"


def test_what_it_is_about_is_asked_before_a_draft_is_shown(page: Clerk) -> None:
    asked = text_of(page.open(BLANK))
    assert "О чём документ" in asked and "Показать проект" in asked
    answer = page.send(BLANK.replace("?", "/about?"), "/about")
    assert answer.status_code == 422
    assert "Напишите, о чём документ." in answer.text
    assert 'href="#subject"' in answer.text
    assert "blank" not in text_of(answer.text), "a type's key is nothing for a clerk"


def test_a_blank_is_issued_as_the_command_issues_it(
    page: Clerk, clerk: Console, workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    draft = said(page, BLANK, subject="О летнем отдыхе", addressee="Главе района")
    shown = text_of(page.open(draft))
    assert "Выпустить: Письмо № 01-16/219" in shown
    assert "Главе района" in shown
    answer = page.send(draft, "/blank")
    done = text_of(page.open(answer.location))
    assert "Выпущено Письмо № 01-16/219 от 18.04.2023" in done
    assert "Откройте его в Word и наберите текст" in done
    typed = ("--subject", "О летнем отдыхе", "--addressee", "Главе района")
    clerk("-w", str(other), "issue", "blank", *typed, "--date", "18.04.2023", "--yes")
    [ours] = entries(clerk)
    [theirs] = clerk("-w", str(other), "register", "list", "--json").json["entries"]
    assert {**ours, "workspace": ""} == {**theirs, "workspace": ""}
    for file in ours["files"]:
        assert (workspace / file["path"]).read_bytes() == (other / file["path"]).read_bytes()


def test_a_covering_letter_of_another_century_is_asked_about(page: Clerk) -> None:
    basis = {"basis_author": "Глава района", "basis_number": "5", "basis_day": "18.04.1823"}
    shown = text_of(page.open(said(page, BLANK, subject="О летнем отдыхе", **basis)))
    assert "стоит дата 18.04.1823" in shown
    assert "его адресат — «Руководителям ОО»" in shown


def test_two_clicks_and_two_tabs_issue_it_once(page: Clerk, clerk: Console) -> None:
    draft = said(page, BLANK, subject="О летнем отдыхе")
    form, other_tab = (forms(page.open(draft), "/blank")[0] for _ in range(2))
    for sent in (form, form, other_tab):
        answer = page.post(sent.action, sent.fields)
        assert "Выпущено Письмо № 01-16/219" in text_of(page.open(answer.location))
    assert [one["number"] for one in entries(clerk)] == ["01-16/219"]


def test_a_number_taken_meanwhile_issues_nothing(page: Clerk, clerk: Console) -> None:
    draft = said(page, BLANK, subject="О летнем отдыхе")
    form = forms(page.open(draft), "/blank")[0]
    typed = ("--subject", "Об ином", "--date", "18.04.2023", "--yes")
    clerk("issue", "blank", *typed)
    answer = page.post(form.action, form.fields)
    told = text_of(page.open(answer.location))
    assert "Ничего не выпущено" in told
    assert "было показано 01-16/219, теперь 01-16/220" in told
    assert [one["number"] for one in entries(clerk)] == ["01-16/219"]


def test_a_letter_that_was_sent_is_withdrawn_by_another(page: Clerk, clerk: Console) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    clerk("register", "sent", "220", "--year", "2023", "--on", "18.04.2023")
    refused = page.send(WITHDRAWAL.replace("?", "/about?"), "/about", subject="Ошибка")
    assert refused.status_code == 422
    assert "Напишите номера документов, которые он отзывает." in refused.text
    draft = said(page, WITHDRAWAL, ends="01-16/220")
    shown = text_of(page.open(draft))
    assert "Выпустить 1 документ, № 01-16/224" in shown
    page.send(draft, "/withdrawal")
    former = page.open("/journal/entry?year=2023&series=outgoing&seq=220")
    assert "№ 01-16/224" in text_of(former)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("ends", "01-16/999", "01-16/999"),
        ("changes", "999: пункт 4", "999"),
        ("basis_author", "Министерство образования и науки РД", "его номер и дату"),
        ("basis_day", "вчера", "Напишите дату так"),
        ("heading", "О" * 400, "Слишком длинно"),
    ],
)
def test_what_cant_be_said_so_is_told_and_what_was_typed_stays(
    page: Clerk, clerk: Console, field: str, value: str, words: str
) -> None:
    typed = {"subject": "О летнем отдыхе", field: value}
    answer = page.send(BLANK.replace("?", "/about?"), "/about", **typed)
    assert answer.status_code == 422
    assert words in text_of(answer.text)
    assert 'id="problems"' in answer.text and 'aria-invalid="true"' in answer.text
    form = forms(answer.text, "/about")[0]
    assert dict(form.fields)["subject"] == "О летнем отдыхе"
    assert dict(form.fields)[field].strip() == value
    assert entries(clerk) == []


def test_a_letter_may_rely_on_another(page: Clerk, clerk: Console) -> None:
    basis = {"basis_author": "Министерство образования и науки РД", "basis_number": "№ 06-77"}
    draft = said(page, BLANK, subject="О летнем отдыхе", **basis, basis_day="17.04.2023")
    assert "от 17.04.2023 № 06-77" in text_of(page.open(draft))
    page.send(draft, "/blank")
    assert entry(clerk, "01-16/219")["basis"]["number"] == "06-77"


def test_each_school_gets_one_but_those_whose_tick_is_taken_away(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    with (workspace / "letters.toml").open("a", encoding="utf-8") as settings:
        settings.write(TO_ALL)
    shutil.copy(workspace / "templates/blank.docx", workspace / "templates/reminder.docx")
    draft = said(page, f"/sheets/-/all?{DAY}", subject="О летнем отдыхе")
    form = forms(page.open(draft), "/schools")[0]
    schools = [value for name, value in form.fields if name == "school"]
    answer = page.post(form.action, form.but(school=schools[:2]))
    narrowed = answer.location
    page.send(narrowed, "/all")
    assert [one["inn"] for one in entries(clerk)] == schools[:2]


def test_an_order_that_ends_another_is_issued_from_the_sheet(page: Clerk, clerk: Console) -> None:
    clerk("order", SHEET, "--date", "18.04.2023", "--yes")
    next_week = "/sheets/2023-04-21.xlsx"
    assert "Кому письмо" not in page.open(f"{next_week}/order/about"), "an order goes to nobody"
    told = page.send(
        f"{next_week}/basis", "/basis", author="Министерство", number="1", day="24.04.2023"
    )
    assert told.status_code == 303
    draft = said(page, f"{next_week}/order?day=25.04.2023", ends="45-ОД")
    assert "45-ОД" in text_of(page.open(draft))
    page.send(draft, "/order")
    assert "45-ОД" in str(entries(clerk)[-1])
    assert len(entries(clerk)) == 2
