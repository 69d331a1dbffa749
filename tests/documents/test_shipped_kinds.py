"""The kinds of document that come with the program: a thanks, a reminder, a withdrawal, a report, a
statement, a blank.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import BASIS, IMPORT, PRINTED_NOTICES, PRINTED_WEEK, SHEET, Clerk, entries, entry
from edits import change_settings, sheet_changed, write_typed
from read_back import all_described, opened, paragraphs, text_of

GOLDEN = Path(__file__).with_name("golden")
SECOND = "data/monitoring/2023-04-21.xlsx"
LATE = ("--date", "03.05.2023", "--yes")
REMIND = ("issue", "reminder", "--yes", "--date")
KHIBIYATLI = "МКОУ «Хибиятлинская ООШ»"


def told(path: Path) -> list[str]:
    """The paragraphs of a document as golden files write them."""
    return [*all_described(opened(path))]


def assert_golden(path: Path, name: str) -> None:
    assert told(path) == (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.fixture
def noticed(clerk: Clerk) -> Iterator[str]:
    """The number of the notice to a school, sent, and not answered in time."""
    assert clerk(*PRINTED_WEEK).status == 0
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    [notice] = entries(clerk, school=KHIBIYATLI)
    sent = ("register", "sent", notice["number"], "--year", "2023")
    assert clerk(*sent, "--way", "эл. почта", "--on", "18.04.2023").status == 0
    yield notice["number"]


def issued_to(clerk: Clerk, workspace: Path, *command: str) -> Path:
    """The document of a command that issues one."""
    answer = clerk(*command, "--json")
    assert answer.status == 0, answer.err
    [document] = answer.json["documents"]
    return workspace / document["path"]


def test_a_reminder_names_what_is_overdue(clerk: Clerk, workspace: Path, noticed: str) -> None:
    reminder = issued_to(clerk, workspace, *REMIND, "26.04.2023")
    assert_golden(reminder, "reminder")
    shown = clerk("register", "show", noticed, "--year", "2023").out
    assert "напоминание: № 01-16/225 от 26.04.2023" in shown
    assert "01-16/225" in entry(clerk, noticed)["related"]
    assert clerk("register", "verify").status == 0


def test_before_the_deadline_has_passed_nobody_is_reminded(clerk: Clerk, noticed: str) -> None:
    answer = clerk(*REMIND, "25.04.2023")
    assert (answer.status, "Выпускать нечего" in answer.out) == (0, True)


def test_a_second_reminder_comes_when_the_first_has_passed_and_names_it(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    issued_to(clerk, workspace, *REMIND, "26.04.2023")
    for day in ("26.04.2023", "02.05.2023"):
        assert clerk(*REMIND, day, "--json").json["documents"] == []
    second = issued_to(clerk, workspace, *REMIND, "03.05.2023")
    assert "(первое – от 26.04.2023 № 01-16/225)" in text_of(second)
    assert clerk(*REMIND, "03.05.2023", "--json").json["documents"] == []
    assert [one["number"] for one in entries(clerk, type="reminder")] == ["01-16/225", "01-16/226"]


def test_several_overdue_letters_to_a_school_are_one_reminder(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    assert clerk("notices", SECOND, "--date", "25.04.2023", *BASIS, "--yes").status == 0
    [_, later] = entries(clerk, school=KHIBIYATLI)
    clerk("register", "sent", later["number"], "--year", "2023", "--on", "25.04.2023")
    reminder = issued_to(clerk, workspace, *REMIND, "10.05.2023")
    text = text_of(reminder)
    assert "Следующими письмами" in text
    assert all(number in text for number in (noticed, later["number"]))


def test_a_withdrawn_letter_is_withdrawn_once_and_no_more_reminded_of(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    told = "в связи с уточнением данных мониторинга"
    command = ("issue", "withdrawal", "--ends", noticed, "--subject", told, *LATE)
    assert_golden(issued_to(clerk, workspace, *command), "withdrawal")
    assert clerk(*command, "--json").json["already_issued"] == 1
    other = clerk("issue", "withdrawal", "--ends", noticed, *LATE)
    assert (other.status, "уже прекращён" in other.err) == (1, True)
    assert clerk(*REMIND, "03.05.2023", "--json").json["documents"] == []


def test_a_withdrawn_letter_is_told_as_such_everywhere(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    withdrawal = ("issue", "withdrawal", "--ends", noticed, "--subject", "по ошибке", *LATE)
    assert clerk(*withdrawal).status == 0
    told = "отозван № 01-16/225"
    assert told in " ".join(clerk("register", "show", noticed, "--year", "2023").out.split())
    assert "отозван" in clerk("register", "list").out
    shown = entry(clerk, noticed)
    assert (shown["state"], shown["ended_by"]) == ("withdrawn", "01-16/225")
    assert "1 отозван" in " ".join(clerk("register", "verify").out.split())
    assert clerk("register", "export", "журнал.csv").status == 0
    assert f"{told} от 03.05.2023" in (workspace / "журнал.csv").read_text("utf-8-sig")
    awaited = clerk("register", "answers", "--json").json["entries"]
    assert noticed not in [one["number"] for one in awaited]
    (workspace / "letters/register.sqlite").unlink()
    assert clerk(*IMPORT, "журнал.csv").status == 0
    assert clerk(*REMIND, "04.05.2023", "--json").json["documents"] == []


def test_a_letter_stands_again_when_its_withdrawal_is_annulled(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    withdrawal = ("issue", "withdrawal", "--ends", noticed, "--subject", "по ошибке", *LATE)
    assert clerk(*withdrawal).status == 0
    annul = ("register", "annul", "225", "--year", "2023", "--reason", "отозвали не то")
    assert clerk(*annul).status == 0
    assert entry(clerk, noticed)["state"] == "sent"
    told = clerk("register", "show", noticed, "--year", "2023").out
    assert "отозван" not in told
    assert "документ, который его упоминал, аннулирован" in told
    assert clerk("register", "verify").status == 0
    assert clerk(*withdrawal, "--new-edition", "теперь верно").status == 0
    assert entry(clerk, noticed)["state"] == "withdrawn"


def test_a_withdrawal_names_what_it_withdraws(clerk: Clerk, workspace: Path) -> None:
    for said in ((), ("--subject", "по ошибке")):
        answer = clerk("issue", "withdrawal", *said, *LATE)
        assert (answer.status, "--ends" in answer.err) == (2, True)
    unknown = clerk("issue", "withdrawal", "--ends", "01-16/999", *LATE)
    assert unknown.status == 1
    assert not (workspace / "letters").exists()


def test_a_letter_to_all_is_withdrawn_with_its_own_addressee(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    assert clerk("register", "sent", "219", "--year", "2023").status == 0
    withdrawal = issued_to(clerk, workspace, "issue", "withdrawal", "--ends", "219", *LATE)
    assert "Руководителям ОО" in text_of(withdrawal)
    assert "Уважаем" not in text_of(withdrawal)


def test_a_withdrawal_goes_to_whom_the_clerk_names(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    assert clerk("register", "sent", "219", "--year", "2023").status == 0
    to = ("--addressee", "Руководителям школ и садов", *LATE)
    withdrawal = issued_to(clerk, workspace, "issue", "withdrawal", "--ends", "219", *to)
    assert "Руководителям школ и садов" in text_of(withdrawal)
    for command in (("issue", "withdrawal", "--ends", noticed), PRINTED_NOTICES):
        answer = clerk(*command, *to[:2], "--yes")
        assert answer.status == 1
        assert "адресуются руководителю каждой школы" in answer.err


def test_what_never_left_the_house_isnt_withdrawn(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    answer = clerk("issue", "withdrawal", "--ends", "219", *LATE)
    assert (answer.status, "не отмечен как отправленный" in answer.err) == (1, True)
    assert "register annul 01-16/219" in answer.err
    assert len(entries(clerk)) == 5


def test_what_was_withdrawn_is_sent_to_nobody_any_more(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    assert clerk("issue", "withdrawal", "--ends", noticed, *LATE).status == 0
    for command in (("register", "sent", noticed, "--by", "post"), ("send", noticed, "--yes")):
        answer = clerk(*command, "--year", "2023")
        assert (answer.status, "отозван (№ 01-16/225)" in answer.err + answer.out) == (1, True)
    assert len(entry(clerk, noticed)["deliveries"]) == 1


def test_an_order_ends_and_changes_orders_alone_and_a_letter_letters(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    week = ("order", "data/monitoring/2023-04-14.xlsx", *LATE)
    for option, said in (("--ends", ""), ("--changes", ": пункт 4 исключить")):
        answer = clerk(*week, option, f"{noticed}{said}")
        assert (answer.status, "не приказ" in answer.err) == (1, True)
    assert clerk(*week).status == 0
    answer = clerk("issue", "withdrawal", "--ends", "45-ОД", *LATE)
    assert (answer.status, "— приказ" in answer.err) == (1, True)
    typed = ("register", "reserve", "--series", "orders", "--heading", "О чём", "--addressee", "—")
    assert clerk(*typed, "--date", "02.05.2023").status == 0
    assert clerk("register", "signed", "46-ОД", "--year", "2023").status == 0
    answer = clerk("register", "annul", "46-ОД", "--year", "2023", "--reason", "ошибка")
    assert (answer.status, "подписанный приказ" in answer.err) == (1, True)


def test_an_order_of_another_year_is_named_with_its_date(clerk: Clerk, workspace: Path) -> None:
    number = ("register", "reserve", "--series", "orders", "--heading", "О чём", "--addressee", "—")
    assert clerk(*number, "--date", "20.04.2023").out.strip() == "45-ОД"
    assert "45-ОД" in clerk(*number, "--count", "45").out, "this year's bears it too"
    week = ("order", "data/monitoring/2023-04-14.xlsx", *LATE)
    for unknown in ("99-ОД", "45-ОД от 21.04.2023"):
        answer = clerk(*week, "--ends", unknown)
        assert answer.status == 1
        assert "от 20.04.2022" in answer.err and "--year" not in answer.err
    ended = clerk(*week, "--ends", "45-ОД от 20.04.2023")
    assert ended.status == 0, ended.err
    assert entries(clerk, year=2023)[0]["ended_by"] == "46-ОД"


def test_a_school_is_thanked_for_weeks_running_and_once_a_quarter(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, "weeks = 4 ", "weeks = 2 ")
    thanks = ("issue", "thanks", SECOND, *BASIS, *LATE)
    assert clerk(*thanks, "--json").json["documents"] == [], "no earlier week is known"
    assert clerk(*PRINTED_WEEK).status == 0
    only = ("--only", "МКОУ «Генухская СОШ»")
    assert_golden(issued_to(clerk, workspace, *thanks, *only), "thanks")
    assert clerk(*thanks, *only, "--json").json["already_issued"] == 1
    change_settings(workspace, "weeks = 2 ", "weeks = 1 ")
    first = ("issue", "thanks", "data/monitoring/2023-04-14.xlsx", *LATE, *only, "--json")
    assert clerk(*first).json["documents"] == []
    change_settings(workspace, 'once = "quarter"', 'once = ""')
    assert clerk(*first).json["issued"] == 1


def test_a_report_answers_the_ministry(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    assert clerk("order", SECOND, "--date", "25.04.2023", *BASIS, "--yes").status == 0
    assert clerk("notices", SECOND, "--date", "25.04.2023", "--yes").status == 0
    report = issued_to(clerk, workspace, "issue", "report", SECOND, *LATE)
    assert_golden(report, "report")
    appendix = report.with_name(f"{report.stem} приложение 1.docx")
    assert "Приложение\nк письму МКУ «УОМПСиТ»" in text_of(appendix)


def test_where_nobody_counts_the_sheets_room_is_left_for_them(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    report = issued_to(clerk, workspace, "issue", "report", SECOND, *BASIS, *LATE)
    assert "на ____ л. в 1 экз." in text_of(report)


def test_a_statement_of_its_own_has_its_number_and_is_signed_by_its_compiler(
    clerk: Clerk, workspace: Path
) -> None:
    statement = issued_to(clerk, workspace, "issue", "statement", SECOND, *BASIS, *LATE)
    assert_golden(statement, "statement-alone")
    assert "неделю подряд" not in text_of(statement)
    assert entry(clerk, "1-С")["signatory"] == "Магомедова Патимат Пайзулаевна"


def test_a_blank_gets_all_but_its_text(clerk: Clerk, workspace: Path) -> None:
    asked = ("--subject", "О летнем отдыхе", "--addressee", "Главе района Магомедову А.А.")
    assert_golden(issued_to(clerk, workspace, "issue", "blank", *asked, *LATE), "blank")
    [blank] = entries(clerk)
    assert (blank["heading"], blank["addressee"]) == ("О летнем отдыхе", asked[-1])


@pytest.fixture
def blank(clerk: Clerk, workspace: Path) -> Path:
    """A blank, given its number: its text is still to be typed."""
    asked = ("--subject", "О летнем отдыхе", "--addressee", "Главе района Магомедову А.А.")
    answer = clerk("issue", "blank", *asked, *LATE)
    assert "наберите в этом файле текст" in " ".join(answer.out.split())
    return workspace / entry(clerk, "219")["path"]


def type_text(blank: Path) -> None:
    """Type the letter's text into the blank, as in Word."""
    document = opened(blank)
    for paragraph in document.paragraphs:
        if paragraph.text == "Текст письма":
            paragraph.text = "Сообщаем о летнем отдыхе детей."
    document.save(str(blank))


def test_a_blank_is_unfinished_until_it_is_signed(clerk: Clerk, blank: Path) -> None:
    assert entry(clerk, "219")["state"] == "reserved"
    assert "не закончен" in clerk("register", "show", "219", "--year", "2023").out
    type_text(blank)
    verified = clerk("register", "verify")
    assert (verified.status, "1 не закончен" in verified.out) == (0, True), verified.out
    signed = ("register", "signed", "219", "--year", "2023", "--on", "03.05.2023")
    assert clerk(*signed).status == 0
    shown = entry(clerk, "219")
    assert (shown["state"], shown["signed_at"]) == ("issued", "2023-05-03")
    assert shown["sha256"] == hashlib.sha256(blank.read_bytes()).hexdigest()
    verified = clerk("register", "verify", "--json")
    assert (verified.status, "1 выпущен" in verified.json["notes"][0]["text"]) == (0, True)
    assert len(verified.json["notes"]) == 1
    blank.chmod(0o644)
    write_typed(blank)
    assert clerk("register", "verify").status == 3, "what was signed doesn't change any more"


def test_a_sent_blank_is_finished_with_the_text_that_was_typed(clerk: Clerk, blank: Path) -> None:
    type_text(blank)
    sent = ("register", "sent", "219", "--year", "2023", "--on", "03.05.2023")
    assert clerk(*sent).status == 0
    assert entry(clerk, "219")["state"] == "sent"
    assert clerk("register", "verify").status == 0


def test_the_typed_text_of_a_blank_is_taken_in_without_a_reason(
    clerk: Clerk, blank: Path, tmp_path: Path
) -> None:
    write_typed(tmp_path / "Письмо.docx")
    took = clerk("register", "attach", "219", str(tmp_path / "Письмо.docx"), "--year", "2023")
    assert took.status == 0, took.err
    assert entry(clerk, "219")["state"] == "reserved", "it isn't signed yet"
    assert clerk("register", "verify").status == 0


def test_what_was_typed_into_a_blank_is_never_made_anew(clerk: Clerk, blank: Path) -> None:
    type_text(blank)
    typed = blank.read_bytes()
    asked = ("--subject", "О летнем отдыхе", "--addressee", "Главе района Омарову О.О.")
    corrected = clerk("issue", "blank", *asked, *LATE, "--correct", "другой глава")
    assert (corrected.status, "01-16/219" in corrected.err) == (1, True)
    moved = clerk("register", "redate", "219", "--year", "2023", "--to", "04.05.2023")
    [told] = moved.err.splitlines()
    assert (moved.status, "осталась прежняя дата" in told) == (0, True), "nothing is made anew"
    assert blank.read_bytes() == typed
    assert entry(clerk, "219")["date"] == "2023-05-04"


def test_an_order_ends_another_and_both_know_it(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    first = ("order", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")
    assert clerk(*first).status == 0
    ending = ("order", SECOND, "--date", "25.04.2023", *BASIS, "--yes", "--ends", "45-ОД")
    order = issued_to(clerk, workspace, *ending)
    assert "Признать утратившим силу приказ МКУ «УОМПСиТ» от 18.04.2023 № 45-ОД" in text_of(order)
    assert "прекращён документом: № 46-ОД" in clerk("register", "show", "45-ОД").out
    assert "прекращает: № 45-ОД" in clerk("register", "show", "46-ОД").out
    assert clerk("register", "verify").status == 0


def test_an_office_that_no_quotation_marks_name_stands_in_its_case(
    clerk: Clerk, workspace: Path
) -> None:
    change_settings(workspace, "МКУ «УОМПСиТ»", "Управление образования Горного района")
    assert clerk(*PRINTED_WEEK).status == 0
    first = ("order", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")
    assert clerk(*first).status == 0
    ending = ("order", SECOND, "--date", "25.04.2023", *BASIS, "--yes", "--ends", "45-ОД")
    issued_to(clerk, workspace, *ending)
    texts = "\n".join(text_of(path) for path in (workspace / "letters/2023").glob("46-ОД*.docx"))
    assert "силу приказ Управления образования Горного района от 18.04.2023" in texts
    assert "приказ Управление" not in texts
    assert "приказом Управление" not in texts


def test_the_weeks_letter_alone_is_followed_by_notices(clerk: Clerk) -> None:
    assert "letters-gen notices" in clerk(*PRINTED_WEEK).out
    for command in (("issue", "statement"), ("issue", "report"), ("order",)):
        told = clerk(*command, SECOND, *BASIS, *LATE).out
        assert "Дальше: подпишите" in " ".join(told.split())
        assert "letters-gen notices" not in told


def test_a_weeks_order_does_not_end_or_change_itself(clerk: Clerk) -> None:
    assert clerk(*PRINTED_WEEK).status == 0
    order = ("order", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")
    assert clerk(*order).status == 0
    for named in (("--ends", "45-ОД"), ("--changes", "45-ОД: пункт 4 исключить")):
        answer = clerk(*order, *named)
        assert (answer.status, "сам себя" in answer.err) == (1, True)
        assert "--correct" not in answer.err


def test_an_order_is_not_both_ended_and_changed(clerk: Clerk, ordered: str) -> None:
    answer = clerk(*CHANGING, f"{ordered}: пункт 4 исключить", "--ends", ordered)
    assert (answer.status, "и как прекращаемый, и как изменяемый" in answer.err) == (1, True)


def test_a_signed_order_is_neither_made_anew_nor_annulled(clerk: Clerk, ordered: str) -> None:
    signed = ("register", "signed", ordered, "--year", "2023", "--on", "18.04.2023")
    assert clerk(*signed).status == 0
    order = ("order", "data/monitoring/2023-04-14.xlsx", "--date", "20.04.2023", "--yes")
    anew = clerk(*order, "--heading", "О чатах", "--new-edition", "правка")
    annul = clerk("register", "annul", ordered, "--year", "2023", "--reason", "ошибка")
    for answer in (anew, annul):
        assert (answer.status, "подписанный приказ" in answer.err) == (1, True)
    assert entry(clerk, ordered)["state"] == "issued"


def test_reminders_are_printed_by_their_day(clerk: Clerk, noticed: str) -> None:
    told = " ".join(clerk(*REMIND, "26.04.2023").out.split())
    assert "подпишите и отправьте 01-16/225, затем letters-gen register sent 01-16/225." in told
    assert "в один файл" not in told, "there is one"
    assert clerk("print", "--period", "26.04.2023-26.04.2023").status == 0


CHANGING = ("order", SECOND, "--date", "25.04.2023", *BASIS, "--yes", "--changes")


@pytest.fixture
def ordered(clerk: Clerk) -> str:
    """The number of an order, issued a week ago."""
    assert clerk(*PRINTED_WEEK).status == 0
    first = ("order", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes")
    assert clerk(*first).status == 0
    return "45-ОД"


def test_an_order_says_what_it_changes_in_another(
    clerk: Clerk, workspace: Path, ordered: str
) -> None:
    changes = (f'{ordered}: в пункте 2 слова "25.04.2023" заменить словами "03.05.2023"',)
    changes += ("--changes", f"{ordered}: пункт 4 исключить.")
    order = issued_to(clerk, workspace, *CHANGING, *changes)
    [clause] = [text for text in text_of(order).splitlines() if "Внести в приказ" in text]
    assert "от 18.04.2023 № 45-ОД" in clause
    assert clause.endswith(
        "следующие изменения: в пункте 2 слова «25.04.2023» заменить словами «03.05.2023»; "
        "пункт 4 исключить."
    )
    assert "действующим" not in text_of(order)
    assert "изменён документом: № 46-ОД" in clerk("register", "show", ordered).out
    assert "пункт 4 исключить" in clerk("register", "show", "46-ОД").out
    assert clerk("register", "verify").status == 0


def test_an_order_that_does_not_say_what_it_changes_is_warned_of(
    clerk: Clerk, workspace: Path, ordered: str
) -> None:
    answer = clerk(*CHANGING, ordered)
    assert (answer.status, f'--changes "{ordered}: пункт 4' in answer.out) == (0, True)
    order = workspace / entry(clerk, "46-ОД")["path"]
    assert "действующим с изменениями, внесёнными настоящим приказом" in text_of(order)


def test_counts_of_organisations_agree(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace, SECOND) as sheet:
        cells = [row for row in sheet.iter_rows() if "Хибиятлинская" in str(row[3].value)]
        sheet.delete_rows(cells[0][0].row)
    report = issued_to(clerk, workspace, "issue", "report", SECOND, *BASIS, *LATE)
    assert "выполнили 20 из 21 организации" in text_of(report)
    assert "организаций (за" not in text_of(report)
    order = issued_to(clerk, workspace, "order", SECOND, *LATE)
    assert "из 21 общеобразовательной организации" in text_of(order)


def test_no_line_of_a_heading_parts_a_short_name(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    reminder = issued_to(clerk, workspace, *REMIND, "26.04.2023")
    heading = next(text for text in paragraphs(reminder) if "представлении" in text)
    assert heading.endswith("использования ИКОП\N{NO-BREAK SPACE}«Сферум»")


def test_another_text_of_a_change_does_not_pass_over_an_issued_order_silently(
    clerk: Clerk, ordered: str
) -> None:
    assert clerk(*CHANGING, f"{ordered}: пункт 4 исключить.").status == 0
    again = clerk(*CHANGING, f"{ordered}: пункт 4 исключить.")
    assert (again.status, "46-ОД" in again.out) == (0, True)
    other = clerk(*CHANGING, f"{ordered}: пункт 5 исключить.")
    assert other.status == 1
    assert f"{ordered}: пункт 4 исключить" in other.err
    assert f"{ordered}: пункт 5 исключить" in other.err
    assert "46-ОД" in clerk(*CHANGING[:-1]).out


def test_a_report_of_letters_that_nobody_marked_as_sent_is_told_of(
    clerk: Clerk, noticed: str
) -> None:
    report = ("issue", "report", SHEET, "--date", "27.04.2023", "--dry-run")
    told = "скажет, что направлены 01-16/220, 01-16/221, 01-16/223, 01-16/224, а отметки"
    assert told in " ".join(clerk(*report).out.split())
    assert clerk("register", "sent", "220-224", "--year", "2023").status == 0
    assert "скажет, что направлены" not in clerk(*report).out


def test_a_report_names_no_letter_that_was_withdrawn(
    clerk: Clerk, workspace: Path, noticed: str
) -> None:
    ends = ("issue", "withdrawal", "--ends", noticed, "--date", "26.04.2023", "--yes")
    assert clerk(*ends).status == 0
    report = issued_to(clerk, workspace, "issue", "report", SHEET, "--date", "27.04.2023", "--yes")
    told = " ".join(text_of(report).split())
    assert "№ 01-16/220 – 01-16/221, 01-16/223 – 01-16/224" in told
