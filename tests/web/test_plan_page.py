"""Проект and выпуск: what is shown is what is issued, once, or nothing."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, entries, reserve
from clerk import Clerk as Console
from page_desk import NOTICES, WEEKLY, Clerk, forms, query_of, text_of

from letters_gen.errors import InputError, Place
from letters_gen.word.text import blocks_of

ISSUED = "/issued?type=weekly&subject=2023-04-08/2023-04-14"
NOTIFIED = "/issued?type=notice&subject=2023-04-08/2023-04-14"


def numbers(clerk: Console) -> list[str]:
    return [entry["number"] for entry in entries(clerk)]


def test_the_plan_says_what_the_button_will_do(page: Clerk) -> None:
    assert "Выпустить: Письмо № 01-16/219" in page.open(WEEKLY)
    said = text_of(page.open(NOTICES))
    assert "Выпустить 5 уведомлений, № 01-16/219 – 01-16/223" in said.replace("\xa0", " ")


def test_the_text_of_the_letter_is_shown_before_it_is_issued(page: Clerk) -> None:
    said = text_of(page.open(WEEKLY))
    assert "Руководителям ОО" in said
    assert "№ 01-16/219" in said
    draft = text_of(page.open("/sheets/2023-04-14.xlsx/notice/1?day=18.04.2023"))
    assert "Джабраиловой" in draft


def test_what_is_issued_equals_what_the_commands_issue(
    page: Clerk, clerk: Console, workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    page.send(WEEKLY, "/weekly")
    page.send(NOTICES, "/notice")
    ours = entries(clerk)
    clerk("-w", str(other), *PRINTED_WEEK)
    clerk("-w", str(other), *PRINTED_NOTICES, "--yes")
    theirs = clerk("-w", str(other), "register", "list", "--json").json["entries"]
    assert len(ours) == 6
    for mine, its in zip(ours, theirs, strict=True):
        assert {**mine, "workspace": ""} == {**its, "workspace": ""}
        for file in mine["files"]:
            assert (workspace / file["path"]).read_bytes() == (other / file["path"]).read_bytes()


def test_after_it_the_clerk_sees_number_files_and_what_comes_next(page: Clerk) -> None:
    answer = page.send(WEEKLY, "/weekly")
    assert answer.status_code == 303
    said = text_of(page.open(answer.location))
    assert "Выпущено Письмо № 01-16/219 от 18.04.2023" in said
    assert "01-16_219 Письмо приложение 2.xlsx" in said
    assert "Выпустить: Уведомление" in said


def test_an_issued_file_is_sent_by_its_number(page: Clerk, workspace: Path) -> None:
    page.send(WEEKLY, "/weekly")
    answer = page.get("/issued/file?number=01-16/219&year=2023&file=0")
    document = workspace / "letters/2023/01-16_219 Письмо.docx"
    assert answer.data == document.read_bytes()
    said = " ".join(block.text for block in blocks_of(answer.data))
    assert "Руководителям ОО" in " ".join(said.split())


def test_a_file_that_is_gone_is_told(page: Clerk, workspace: Path) -> None:
    page.send(WEEKLY, "/weekly")
    (workspace / "letters/2023/01-16_219 Письмо.docx").unlink()
    answer = page.get("/issued/file?number=01-16/219&year=2023&file=0")
    assert answer.status_code == 409
    assert "01-16/219" in answer.text


def test_a_file_to_print_is_made(page: Clerk, workspace: Path) -> None:
    page.send(NOTICES, "/notice")
    answer = page.send(NOTIFIED, "/print")
    assert answer.status_code == 303
    shown = page.open(answer.location)
    assert "01-16_219–01-16_223 Уведомление.docx" in shown
    [made] = (workspace / "letters/2023/print").glob("*.docx")
    assert page.get(f"/issued/file?print=0&{NOTIFIED.partition('?')[2]}").data == made.read_bytes()


def test_two_clicks_two_tabs_and_a_reload_issue_once(page: Clerk, clerk: Console) -> None:
    form = forms(page.open(WEEKLY), "/weekly")[0]
    other_tab = forms(page.open(WEEKLY), "/weekly")[0]
    for sent in (form, form, other_tab, form):
        answer = page.post(sent.action, sent.fields)
        assert answer.status_code == 303
        assert query_of(answer.location)["type"] == "weekly"
    assert numbers(clerk) == ["01-16/219"]
    # Back: the plan's page shows what came of it.
    assert page.get(WEEKLY).location.startswith("/issued")


def test_a_number_taken_meanwhile_issues_nothing_and_is_told(page: Clerk, clerk: Console) -> None:
    form = forms(page.open(WEEKLY), "/weekly")[0]
    assert reserve(clerk, day="17.04.2023").endswith("219")
    answer = page.post(form.action, form.fields)
    said = text_of(page.open(answer.location))
    assert "Ничего не выпущено: за это время кое-что изменилось" in said
    assert "было показано 01-16/219, теперь 01-16/220" in said
    assert numbers(clerk) == ["01-16/219"]
    page.send(WEEKLY, "/weekly")
    assert numbers(clerk) == ["01-16/219", "01-16/220"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("template", "сохранили шаблон"),
        ("settings", "Изменились настройки"),
        ("sheet", "Изменился файл мониторинга"),
        ("basis", "Изменилось письмо министерства"),
        ("head", "Изменились сами документы"),
    ],
)
def test_whatever_moves_meanwhile_issues_nothing_and_is_told(
    page: Clerk, clerk: Console, workspace: Path, change: str, words: str
) -> None:
    form = forms(page.open(NOTICES), "/notice")[0]
    if change == "template":
        with zipfile.ZipFile(workspace / "templates/notice.docx", "a") as archive:
            archive.comment = b"saved once more"
    edits = {
        "settings": ("letters.toml", "88722-55-06-16", "88722-55-06-17"),
        "basis": ("data/monitoring/2023-04-14.toml", "06-5649", "06-5650"),
        "head": ("data/schools.csv", "Черных", "Белых"),
    }
    if change in edits:
        name, before, after = edits[change]
        text = (workspace / name).read_text(encoding="utf-8-sig")
        assert before in text
        (workspace / name).write_text(text.replace(before, after), encoding="utf-8")
    if change == "sheet":
        sheets = workspace / "data/monitoring"
        with zipfile.ZipFile(sheets / "2023-04-14.xlsx", "a") as archive:
            archive.comment = b"saved once more"
    answer = page.post(form.action, form.fields)
    assert answer.status_code == 303
    assert words in text_of(page.open(answer.location))
    assert numbers(clerk) == []


def test_only_the_ticked_schools_get_a_notice(page: Clerk, clerk: Console) -> None:
    form = forms(page.open(NOTICES), "/schools")[0]
    schools = [value for name, value in form.fields if name == "school"]
    assert len(schools) == 5
    answer = page.post(form.action, form.but(school=schools[:3]))
    shown = page.open(answer.location)
    assert "Вы исключили 2 школы" in shown
    assert "Выпустить 3 уведомления, № 01-16/219 – 01-16/221" in shown.replace("\xa0", " ")
    page.send(answer.location, "/notice")
    assert [entry["inn"] for entry in entries(clerk)] == schools[:3]


def test_date_and_signatory_are_changed_on_a_page_of_their_own(page: Clerk, clerk: Console) -> None:
    change = WEEKLY.replace("/weekly?", "/weekly/change?")
    answer = page.send(change, "/change", day="19.04.2023", signatory="methodist")
    shown = text_of(page.open(answer.location))
    assert "19.04.2023" in shown
    assert "методист Магомедова Патимат Пайзулаевна" in shown
    page.send(answer.location, "/weekly")
    [entry] = entries(clerk)
    assert (entry["date"], entry["signatory"]) == ("2023-04-19", "Магомедова Патимат Пайзулаевна")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("day", "", "Укажите дату подписания"),
        ("day", "завтра", "Напишите дату так"),
        ("signatory", "nobody", "Выберите, кто подписывает"),
    ],
)
def test_what_cant_be_changed_so_is_told_beside_its_field(
    page: Clerk, field: str, value: str, words: str
) -> None:
    answer = page.send(WEEKLY.replace("/weekly?", "/weekly/change?"), "/change", **{field: value})
    assert answer.status_code == 422
    assert answer.text.count(words) == 2
    assert f'href="#{field}"' in answer.text


def test_a_doubt_about_the_day_is_answered_before_anything_is_issued(
    page: Clerk, clerk: Console
) -> None:
    far = WEEKLY.replace("2023", "2031").replace("2031-04-14.xlsx", "2023-04-14.xlsx")
    shown = page.open(far)
    assert not forms(shown, "/weekly")
    form = forms(shown, "/answers")[0]
    # The covering letter of other years is asked about too, and assumed to be right.
    names = {part.partition('"')[0] for part in shown.split('name="q-')[1:]}
    ticked = {f"q-{name}": "=выпустить" for name in names}
    answer = page.post(form.action, form.but(**ticked))
    assert forms(page.open(answer.location), "/weekly")
    page.send(answer.location, "/weekly")
    [entry] = entries(clerk)
    assert entry["date"] == "2031-04-18"


def test_a_sheet_without_its_covering_letter_asks_for_it_first(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    address = "/sheets/2023-04-21.xlsx/weekly?day=25.04.2023"
    shown = page.open(address)
    assert "Письмо министерства" in shown
    assert "Министерство образования и науки РД" in shown, "last week's author is offered"
    form = forms(shown, "/basis")[0]
    empty = page.post(form.action, form.but(number="", day=""))
    assert empty.status_code == 422
    assert "Укажите номер письма" in empty.text
    answer = page.post(form.action, form.but(number="№ 06-77", day="24.04.2023"))
    assert answer.status_code == 303
    assert "№06-77 от 24.04.2023" in text_of(page.open(answer.location))
    page.send(address, "/weekly")
    [entry] = entries(clerk)
    assert entry["basis"]["number"] == "06-77"
    sidecar = (workspace / "data/monitoring/2023-04-21.toml").read_text(encoding="utf-8")
    assert "unconfirmed" not in sidecar


def test_an_author_in_another_case_is_asked_about(page: Clerk) -> None:
    shown = page.open("/sheets/2023-04-21.xlsx/basis")
    form = forms(shown, "/basis")[0]
    fields = {"author": "Министерства образования", "number": "1", "day": "24.04.2023"}
    asked = page.post(form.action, form.but(**fields))
    assert asked.status_code == 422
    assert "именительном падеже" in asked.text
    assert page.post(form.action, form.but(**fields, as_written="y")).status_code == 303


def test_an_uploaded_sheet_is_kept_when_something_is_issued_by_it(
    page: Clerk, clerk: Console, workspace: Path
) -> None:
    sheets = workspace / "data/monitoring"
    content = (sheets / "2023-04-21.xlsx").read_bytes()
    (sheets / "2023-04-21.xlsx").unlink()
    sheet = page.upload("Мониторинг.xlsx", content).location
    form = forms(page.open(f"{sheet}/basis"), "/basis")[0]
    page.post(form.action, form.but(number="06-77", day="24.04.2023"))
    assert not (sheets / "2023-04-21.xlsx").exists()
    page.send(f"{sheet}/weekly?day=25.04.2023", "/weekly")
    assert (sheets / "2023-04-21.xlsx").read_bytes() == content
    [entry] = entries(clerk)
    assert entry["basis"]["number"] == "06-77"
    # Its former address leads to where it is now.
    assert page.get(sheet).location == "/sheets/2023-04-21.xlsx"


def test_a_week_issued_already_is_shown_and_not_issued_again(page: Clerk, clerk: Console) -> None:
    clerk(*PRINTED_WEEK)
    said = text_of(page.open(WEEKLY))
    assert "Выпущено Письмо № 01-16/219" in said
    assert numbers(clerk) == ["01-16/219"]


def test_english_is_behind_the_same_switch(page: Clerk) -> None:
    from letters_gen.wording.language import speak

    speak("en")
    try:
        shown = page.open(WEEKLY)
    finally:
        speak("ru")
    assert '<html lang="en">' in shown
    assert "Issue: Письмо № 01-16/219" in shown
    assert '<html lang="ru">' in page.open(WEEKLY)


def test_what_was_cut_short_is_continued_and_no_more_than_that(
    page: Clerk, clerk: Console, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = forms(page.open(NOTICES), "/schools")[0]
    schools = [value for name, value in form.fields if name == "school"]
    chosen = page.post(form.action, form.but(school=schools[:3])).location

    def full(*_: object) -> None:
        raise InputError("disk-full", Place(file="a.docx"), path="a.docx")

    with monkeypatch.context() as broken:
        broken.setattr("letters_gen.issuing.issue.made", full)
        answer = page.send(chosen, "/notice")
    said = text_of(page.open(answer.location))
    assert "на диске нет места" in said
    assert "Выпущено 0 из 3." in said
    assert "Продолжить: Уведомление, выпущено 0 из 3" in text_of(page.open("/"))
    continued = "/sheets/2023-04-14.xlsx/notice?begun=1"
    assert "Выпустить 3 уведомления" in page.open(continued).replace("\xa0", " ")
    page.send(continued, "/notice")
    assert [entry["inn"] for entry in entries(clerk)] == schools[:3]
    assert {entry["state"] for entry in entries(clerk)} == {"issued"}
    # There is nothing to continue any more: the rest is shown as what it is.
    assert "begun" not in page.get(continued).location
