"""What the clerk enters on the page is what the commands enter, once; what can't be is told."""

from __future__ import annotations

import re
import shutil
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, entries, entry, reserve
from clerk import Clerk as Console
from edits import ACTING, extend_settings, write_typed
from page_desk import DAY, SHEET, Clerk, forms, text_of
from scanner import small_scan
from werkzeug.test import TestResponse

from letters_gen.office.lease import leased

LINK = re.compile('<a class="button" href="([^"]+)"')
SCAN = small_scan("the signed copy")


def of(seq: int, act: str = "", series: str = "outgoing") -> str:
    """The address of an entry of 2023, or of an act on it."""
    return f"/journal/entry{f'/{act}' if act else ''}?year=2023&series={series}&seq={seq}"


def enter(page: Clerk, seq: int, act: str, **fields: Any) -> TestResponse:
    """Send the form of an act."""
    return page.send(of(seq, act), f"/journal/entry/{act}", **fields)


def attach(page: Clerk, seq: int, name: str, content: bytes, **fields: str) -> TestResponse:
    form = forms(page.open(of(seq, "attach")), "/attach")[0]
    return page.post(form.action, [*form.but(**fields), ("file", (BytesIO(content), name))])


def told(page: Clerk, answer: TestResponse) -> str:
    """What the page says where an answer leads."""
    assert answer.status_code == 303, text_of(answer.text)
    return text_of(page.open(answer.location))


def without_times(shown: dict[str, Any]) -> dict[str, Any]:
    events = [{**one, "at": "", "by": ""} for one in shown["events"]]
    return {**shown, "events": events, "workspace": ""}


@pytest.fixture
def issued(clerk: Console) -> Console:
    """The week is issued: a letter and five notices."""
    clerk(*PRINTED_WEEK)
    clerk(*PRINTED_NOTICES, "--yes")
    return clerk


def test_what_is_entered_equals_what_the_commands_enter(
    issued: Console, page: Clerk, workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(SCAN)
    heading, to = "О летнем отдыхе", "Главе района"
    day = "18.04.2023"
    form = {"heading": heading, "addressee": to}
    assert "Номер взят: 01-16/225" in told(page, page.send("/journal/reserve", "/reserve", **form))
    attach(page, 219, "Скан письма.PDF", SCAN)
    enter(page, 220, "signed")
    enter(page, 220, "sent", way="post")
    enter(page, 220, "answered", note="Сделаем")
    enter(page, 221, "annul", because="Ошибка в адресе")
    enter(page, 222, "sent", way="other", other="с курьером")
    year = ("--year", "2023")
    for command in (
        ("reserve", "--heading", heading, "--addressee", to, "--date", day),
        ("attach", "219", str(scan), *year),
        ("signed", "220", "--on", day, *year),
        ("sent", "220", "--by", "post", "--on", day, *year),
        ("answered", "220", "--note", "Сделаем", "--on", day, *year),
        ("annul", "221", "--reason", "Ошибка в адресе", *year),
        ("sent", "222", "--way", "с курьером", "--on", day, *year),
    ):
        answer = issued("-w", str(other), "register", *command)
        assert answer.status == 0, answer.err
    for seq in range(219, 226):
        show = ("register", "show", str(seq), "--year", "2023", "--json")
        theirs = issued("-w", str(other), *show).json
        assert without_times(issued(*show).json) == without_times(theirs)
    assert issued("register", "verify").status == 0


def test_a_batch_is_signed_and_sent_at_once(issued: Console, page: Clerk) -> None:
    batch = "/issued?type=notice&subject=2023-04-08/2023-04-14"
    for act, words in (("signed", "Отметить подписание"), ("sent", "Отметить отправку")):
        shown = page.open(batch)
        assert words in text_of(shown)
        address = f"/journal/entry/{act}?type=notice&subject=2023-04-08/2023-04-14"
        answer = page.send(address, f"/{act}")
        assert "Внесено о 5 документах" in told(page, answer)
    assert [one["state"] for one in entries(issued, type="notice")] == ["sent"] * 5
    assert "Отметить отправку" not in text_of(page.open(batch))
    for act in ("annul", "attach", "answered"):
        assert page.get(address.replace("/sent", f"/{act}")).status_code == 404


def test_a_sending_is_taken_back_and_a_date_moved_as_the_commands_do(
    issued: Console, page: Clerk, workspace: Path, tmp_path: Path
) -> None:
    year = ("--year", "2023")
    sent = ("register", "sent", "219", "222", "--on", "18.04.2023", *year)
    assert issued(*sent).status == 0
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    reached = [value for name, value in forms(page.open(of(219, "unsent")))[0].fields]
    school = next(one for one in reached if "Берих" in one)
    enter(page, 219, "unsent", to=[school], because="Письмо вернулось")
    answer = enter(page, 222, "unsent", because="Не отправляли")
    assert "01-16/222: отметка об отправке снята" in told(page, answer)
    batch = "type=notice&subject=2023-04-08/2023-04-14"
    move = {"day": "19.04.2023", "because": "Подписаны позже"}
    moved = page.send(f"/journal/entry/redated?{batch}", "/redated", **move)
    shown = told(page, moved)
    assert "Дата теперь 19.04.2023" in shown and "Продолжить" in shown
    page.send(f"{SHEET}/notice?begun=1&{DAY}", "/notice")
    undone = ("--undo", "--reason")
    for command in (
        ("sent", "219", "--to", school, *undone, "Письмо вернулось", *year),
        ("sent", "222", *undone, "Не отправляли", *year),
        ("redate", "220-224", "--to", "19.04.2023", "--reason", "Подписаны позже", *year),
    ):
        done = issued("-w", str(other), "register", *command)
        assert done.status == 0, done.err
    assert issued("-w", str(other), *PRINTED_NOTICES, "--yes").status == 0
    for seq in range(219, 225):
        show = ("register", "show", str(seq), *year, "--json")
        theirs = issued("-w", str(other), *show).json
        assert without_times(issued(*show).json) == without_times(theirs)
    assert issued("register", "verify").status == 0


def test_a_signing_is_taken_back_unless_a_scan_tells_of_it(issued: Console, page: Clerk) -> None:
    assert "Всё-таки не подписан" not in text_of(page.open(of(220)))
    enter(page, 220, "signed")
    assert "Всё-таки не подписан" in text_of(page.open(of(220)))
    assert enter(page, 220, "unsigned", because="").status_code == 422
    answer = enter(page, 220, "unsigned", because="Подписан другой")
    assert "01-16/220: отметка о подписании снята" in told(page, answer)
    shown = issued("register", "show", "220", "--year", "2023")
    assert "подписан:" not in shown.out and "отметка о подписании снята" in shown.out
    assert issued("register", "verify").status == 0


def test_only_what_was_sent_is_taken_back_and_only_what_wasnt_signed_gets_another_date(
    issued: Console, page: Clerk
) -> None:
    said = text_of(page.open(of(220)))
    assert "Не отправлен или вернулся" not in said
    assert "Подписан в другой день" in said
    refused = enter(page, 220, "redated", day="19.04.2023", because="")
    assert refused.status_code == 422, "the days wouldn't follow the numbers"
    assert "01-16/221" in text_of(refused.text)
    enter(page, 220, "signed")
    enter(page, 220, "sent", way="post")
    said = text_of(page.open(of(220)))
    assert "Не отправлен или вернулся" in said
    assert "Подписан в другой день" not in said
    assert enter(page, 220, "unsent", because="").status_code == 422
    for _ in range(2):
        enter(page, 220, "unsent", because="Вернулось", once="the same form")
    assert entry(issued, "220")["state"] == "issued"


def test_another_day_of_signing_is_asked_about(issued: Console, page: Clerk) -> None:
    issued("register", "signed", "220", "--year", "2023", "--on", "25.04.2023")
    refused = enter(page, 220, "signed", day="18.04.2023")
    assert refused.status_code == 422
    said = "уже отмечен подписанным 25.04.2023, а теперь указано 18.04.2023"
    assert said in text_of(refused.text)
    assert entry(issued, "220")["signed_at"] == "2023-04-25"
    [form] = forms(refused.text, "/signed")
    assert page.post(form.action, form.but(is_meant="y")).status_code == 303
    assert entry(issued, "220")["signed_at"] == "2023-04-18"


def test_the_date_inside_a_blank_is_to_be_moved_too(issued: Console, page: Clerk) -> None:
    given = ("--subject", "О дороге", "--addressee", "Главе", "--date", "18.04.2023", "--yes")
    assert issued("issue", "blank", *given).status == 0
    answer = enter(page, 225, "redated", day="19.04.2023", because="Подписан позже")
    assert "В файле 01-16/225 осталась прежняя дата" in told(page, answer)


def test_a_paper_without_a_sheet_whose_date_was_moved_is_continued(
    issued: Console, page: Clerk
) -> None:
    issued("register", "sent", "220", "--year", "2023", "--on", "18.04.2023")
    ends = ("--ends", "220", "--date", "18.04.2023", "--yes")
    assert issued("issue", "withdrawal", *ends).status == 0
    enter(page, 225, "redated", day="19.04.2023", because="Подписан позже")
    [onward] = LINK.findall(page.open(of(225)))
    shown = page.open(unescape(onward))
    [onward] = [one for one in LINK.findall(shown) if "/sheets/" in one]
    page.send(unescape(onward), "/withdrawal")
    assert entry(issued, "225")["state"] == "issued"
    assert entry(issued, "225")["date"] == "2023-04-19"


def test_a_letter_to_all_goes_to_those_who_are_ticked(issued: Console, page: Clerk) -> None:
    form = forms(page.open(of(219, "sent")), "/sent")[0]
    waiting = [value for name, value in form.fields if name == "to"]
    assert len(waiting) == 22
    enter(page, 219, "sent", to=waiting[:3])
    known = entry(issued, "219")["deliveries"]
    assert [one["to"] for one in known if one["on"]] == waiting[:3]
    answer = enter(page, 219, "sent", to=[])
    assert answer.status_code == 422
    assert "Отметьте, кому отправлено" in text_of(answer.text)


def test_who_has_been_acquainted_is_ticked(clerk: Console, page: Clerk) -> None:
    clerk("order", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")
    address = of(45, "acquainted", "orders")
    form = forms(page.open(address), "/acquainted")[0]
    assert "Отметьте, кто ознакомлен" in text_of(page.post(form.action, form.fields).text)
    person = waiting(page, address)
    told(page, page.send(address, "/acquainted", names=[person], by_mail="y"))
    [known] = [one for one in entry(clerk, "45-ОД")["acquainted"] if one["on"]]
    assert (known["name"], known["by"]) == (person, "почтой")


def waiting(page: Clerk, address: str) -> str:
    """The first who hasn't been acquainted yet."""
    shown = page.open(address)
    return shown.partition('name="names"')[2].partition('value="')[2].partition('"')[0]


def test_a_form_that_is_sent_twice_is_done_once(issued: Console, page: Clerk) -> None:
    form = forms(page.open("/journal/reserve"), "/reserve")[0]
    fields = form.but(heading="О чём", addressee="Кому")
    first, again = page.post(form.action, fields), page.post(form.action, fields)
    assert first.location == again.location
    scan = forms(page.open(of(219, "attach")), "/attach")[0]
    for _ in range(2):
        page.post(scan.action, [*scan.fields, ("file", (BytesIO(SCAN), "скан.pdf"))])
    annul = forms(page.open(of(225, "annul")), "/annul")[0].but(because="Не нужен")
    for _ in range(2):
        assert "225 аннулирован" in told(page, page.post("/journal/entry/annul", annul))
    assert len(entries(issued)) == 7
    assert sum(one["role"] == "scan" for one in entry(issued, "219")["files"]) == 1


def test_the_number_stands_on_the_button_that_annuls_it(issued: Console, page: Clerk) -> None:
    assert "Аннулировать № 01-16/220" in text_of(page.open(of(220, "annul")))
    answer = enter(page, 220, "annul", because="  ")
    assert answer.status_code == 422
    assert "<title>Ошибка:" in answer.text
    assert 'href="#because"' in answer.text
    assert entry(issued, "220")["state"] == "issued"


@pytest.mark.parametrize(
    ("act", "fields", "words"),
    [
        ("signed", {"day": "вчера"}, "Напишите дату так"),
        ("sent", {"way": "pigeon"}, "Выберите, как отправлено"),
        ("sent", {"way": "other", "other": ""}, "Выберите, как отправлено"),
        ("sent", {"day": "17.04.2023"}, "01-16/220"),
        ("sent", {"day": "01.01.2031"}, "01-16/220"),
        ("answered", {"way": ""}, "Укажите, как ответили"),
        ("answered", {"day": "17.04.2023"}, "01-16/220"),
        ("attach", {}, "Файл не выбран"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_entered(
    issued: Console, page: Clerk, act: str, fields: dict[str, str], words: str
) -> None:
    before = entry(issued, "220")
    answer = enter(page, 220, act, **fields)
    assert answer.status_code == 422
    assert words in text_of(answer.text)
    if act != "attach" and "way" not in fields:
        assert fields["day"] in answer.text
    assert entry(issued, "220") == before


def test_what_has_left_is_not_annulled(issued: Console, page: Clerk) -> None:
    form = forms(page.open(of(220, "annul")), "/annul")[0].but(because="Ошибка")
    enter(page, 220, "sent")
    assert "annul" not in page.open(of(220))
    answer = page.post("/journal/entry/annul", form)
    assert answer.status_code == 422
    assert "01-16/220" in text_of(answer.text)
    assert entry(issued, "220")["state"] == "sent"


@pytest.mark.parametrize("name", ["вирус.exe", "..", "C:\\scan", "\\\\server\\share\\x", "a" * 300])
def test_a_file_that_is_no_scan_is_told(issued: Console, page: Clerk, name: str) -> None:
    answer = attach(page, 219, name, SCAN)
    assert answer.status_code == 422
    assert [one["role"] for one in entry(issued, "219")["files"]].count("scan") == 0


def test_a_document_is_replaced_for_a_reason_alone(
    issued: Console, page: Clerk, workspace: Path
) -> None:
    document = (workspace / "letters/2023/01-16_219 Письмо.docx").read_bytes()
    content = write_typed(workspace / "правка.docx")
    answer = attach(page, 219, "..\\письмо.docx", content)
    assert answer.status_code == 422
    assert (workspace / "letters/2023/01-16_219 Письмо.docx").read_bytes() == document
    assert attach(page, 219, "../письмо.docx", content, because="Опечатка").status_code == 303
    assert (workspace / "letters/2023/01-16_219 Письмо.docx").read_bytes() == content


def test_another_letters_file_is_taken_in_where_the_clerk_says_so(
    issued: Console, page: Clerk, workspace: Path
) -> None:
    [other] = (workspace / "letters/2023").glob("01-16_220*.docx")
    said = {"because": "Правка"}
    answer = attach(page, 221, "письмо.docx", other.read_bytes(), **said)
    assert answer.status_code == 422
    assert "уже хранится под № 01-16/220" in text_of(answer.text)
    assert "Файл от этого документа" in text_of(answer.text)
    taken = attach(page, 221, "письмо.docx", other.read_bytes(), **said, is_meant="y")
    assert taken.status_code == 303


def test_a_scan_may_be_as_large_as_a_sheet(issued: Console, page: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "\n[page]\nupload_limit = 5\n", encoding="utf-8")
    assert attach(page, 219, "скан.pdf", small_scan(size=4_900_000)).status_code == 303
    answer = attach(page, 219, "скан.pdf", small_scan(size=5_300_000))
    assert answer.status_code == 413
    assert "не больше 5 МБ" in text_of(answer.text)


def test_a_year_far_from_all_others_is_asked_about(page: Clerk, clerk: Console) -> None:
    fields = {"heading": "О чём", "addressee": "Кому", "day": "18.04.2032"}
    answer = page.send("/journal/reserve", "/reserve", **fields)
    assert answer.status_code == 422
    assert "Дата верна" in text_of(answer.text)
    assert entries(clerk) == []
    form = forms(answer.text, "/reserve")[0]
    assert page.post(form.action, form.but(is_right="y")).status_code == 303
    assert len(entries(clerk)) == 1


def test_a_day_before_the_last_is_told_of(page: Clerk, clerk: Console) -> None:
    reserve(clerk, day="20.04.2023")
    answer = page.send("/journal/reserve", "/reserve", heading="О чём", addressee="Кому")
    assert "20.04.2023" in told(page, answer)


def test_the_day_that_is_entered_of_a_batch_is_no_part_of_what_names_it(
    issued: Console, page: Clerk
) -> None:
    later = ("notices", "data/monitoring/2023-04-21.xlsx", *BASIS, "--date", "26.04.2023", "--yes")
    numbers = [one["number"] for one in issued(*later, "--json").json["documents"]]
    batch = "type=notice&subject=2023-04-08/2023-04-14"
    moved = page.send(f"/journal/entry/redated?{batch}", "/redated", day="26.04.2023")
    assert "Дата теперь 26.04.2023" in told(page, moved)
    assert {entry(issued, str(seq))["date"] for seq in range(220, 225)} == {"2023-04-26"}
    assert {entry(issued, number)["state"] for number in numbers} == {"issued"}


def test_what_took_the_place_of_a_batch_meanwhile_isnt_signed_in_its_stead(
    issued: Console, page: Clerk, workspace: Path
) -> None:
    batch = "type=notice&subject=2023-04-08/2023-04-14"
    [form] = forms(page.open(f"/journal/entry/signed?{batch}"), "/signed")
    extend_settings(workspace, ACTING)
    anew = ("--new-edition", "другой подписал", "--signatory", "acting", "--yes")
    assert issued(*PRINTED_NOTICES, *anew).status == 0
    refused = page.post(form.action, form.fields)
    assert refused.status_code == 422
    assert "что-то изменили" in text_of(refused.text), text_of(refused.text)
    assert not any(one.get("signed_at") for one in entries(issued))
    [shown] = forms(refused.text, "/signed")
    assert "5 документах" in told(page, page.post(shown.action, shown.fields))


def test_who_is_left_isnt_meant_where_the_page_showed_another(issued: Console, page: Clerk) -> None:
    former = forms(page.open(of(219, "sent")), "/sent")[0]
    names = [value for name, value in former.fields if name == "to"]
    enter(page, 219, "sent", to=names[:-1])
    late = page.post(former.action, former.but(to=[names[0]]))
    assert late.status_code == 422 and "что-то изменили" in text_of(late.text)
    reached = entry(issued, "219")["deliveries"]
    assert sum(bool(one.get("on")) for one in reached) == len(names) - 1, reached
    former = forms(page.open(of(219, "unsent")), "/unsent")[0]
    enter(page, 219, "unsent", to=names[1:-1], because="вернулись")
    enter(page, 219, "sent", to=[names[-1]])
    late = page.post(former.action, former.but(to=[names[1]], because="вернулось"))
    assert late.status_code == 422 and "что-то изменили" in text_of(late.text)


def test_nobody_waits_for_a_batch_that_is_issued(
    issued: Console, page: Clerk, workspace: Path
) -> None:
    with leased(workspace / "letters", "сосед", lambda _: None):
        answer = enter(page, 220, "signed")
    assert answer.status_code == 422
    assert "Сейчас выпускаются документы: сосед" in text_of(answer.text)
