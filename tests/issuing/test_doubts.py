"""What isn't certain about a run itself is asked before a number is taken, and `--yes` stops at
it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clerk import (
    BASIS,
    IMPORT,
    PRINTED_NOTICES,
    PRINTED_WEEK,
    SHEET,
    TYPED,
    Answer,
    Clerk,
    entries,
    reserve,
)
from edits import extend_settings, sheet_changed
from paper_journals import paper, row
from terminal import typed

HEADING = "О необходимости использования в своей деятельности ИКОП «Сферум»"


def open_questions(answer: Answer) -> list[str]:
    """What stopped a run."""
    assert answer.status == 1, answer.err
    return [str(answer.json["error"]["code"])]


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ("15.04.2023-21.04.2023", "sheet-issued"),
        ("12.04.2023-18.04.2023", "period-overlaps"),
        ("08.04.2023-13.04.2023", "period-overlaps"),
    ],
)
def test_a_sheet_that_is_issued_is_not_issued_for_another_week_unasked(
    clerk: Clerk, letter: Path, period: str, code: str
) -> None:
    command = ("weekly", SHEET, "--period", period, "--date", "25.04.2023", "--yes", "--json")
    assert open_questions(clerk(*command, *BASIS)) == [code]
    assert len(entries(clerk)) == 1


def test_the_same_file_under_another_name_is_asked_about(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    shutil.copy(workspace / SHEET, workspace / "новый.xlsx")
    command = ("notices", "новый.xlsx", "--period", "15.04.2023-21.04.2023", "--yes", "--json")
    assert open_questions(clerk(*command, "--date", "25.04.2023", *BASIS)) == ["sheet-issued"]


def test_the_week_after_and_other_documents_of_the_week_are_not_asked_about(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 0


def test_a_week_that_was_confirmed_is_asked_about_once(letter: Path, workspace: Path) -> None:
    shutil.copy(workspace / SHEET, workspace / "новый.xlsx")
    command = ("новый.xlsx", "--period", "15.04.2023-21.04.2023", "--date", "25.04.2023", *BASIS)
    answers = [("Ваш ответ", "1\r"), ("Взять номер 01-16/220", "да\r")]
    status, shown = typed(workspace, answers, "weekly", *command)
    assert status == 0, shown
    status, shown = typed(workspace, [("и выпустить", "да\r")], "notices", *command)
    assert status == 0, shown


@pytest.mark.parametrize("command", [PRINTED_WEEK[:2], PRINTED_NOTICES[:2]])
def test_a_day_of_a_year_that_nothing_speaks_for_is_asked_about(
    clerk: Clerk, workspace: Path, command: tuple[str, ...]
) -> None:
    answer = clerk(*command, "--date", "18.04.2062", "--yes", "--json")
    assert open_questions(answer) == ["date-far"]
    assert not (workspace / "letters").exists()


def test_a_typed_letter_of_a_far_year_gets_no_number_unasked(clerk: Clerk, workspace: Path) -> None:
    answer = clerk(*TYPED, "--date", "18.04.2062", "--json")
    assert open_questions(answer) == ["date-far"]
    command = (*TYPED, "--date", "18.04.2062")
    assert "Номер не взят" in typed(workspace, [("Верно?", "нет\r")], *command)[1]
    assert "01-16/1" in typed(workspace, [("Верно?", "да\r")], *command)[1]


def test_once_annulled_a_far_day_is_warned_of_no_more(clerk: Clerk, workspace: Path) -> None:
    typed(workspace, [("Верно?", "да\r")], *TYPED, "--date", "18.04.2062")
    warned = clerk(*PRINTED_WEEK, "--dry-run", "--json").json["warnings"]
    assert "year-is-over" in [one["code"] for one in warned]
    clerk("register", "annul", "1", "--year", "2062", "--reason", "опечатка в дате")
    warned = clerk(*PRINTED_WEEK, "--dry-run", "--json").json["warnings"]
    assert "year-is-over" not in [one["code"] for one in warned]
    reserve(clerk)


@pytest.fixture
def lost(clerk: Clerk, letter: Path, workspace: Path) -> Path:
    """A register that was lost, mended by a journal that somebody kept by hand."""
    letter.unlink()
    for path in (workspace / "letters").glob("register.sqlite*"):
        path.unlink()
    shutil.rmtree(workspace / "letters/2023")
    file = paper(
        workspace,
        [
            row("01-16/219", "18.04.2023", HEADING, to="Руководителям ОО"),
            row("01-16/220", "19.04.2023", HEADING, to="Главе МР"),
        ],
    )
    clerk(*IMPORT, file)
    return workspace


def test_a_line_that_looks_like_the_letter_is_asked_about(clerk: Clerk, lost: Path) -> None:
    assert open_questions(clerk(*PRINTED_WEEK, "--json")) == ["document-alike"]
    assert len(entries(clerk)) == 2


def test_a_line_that_is_the_letter_is_issued_already(clerk: Clerk, lost: Path) -> None:
    status, shown = typed(lost, [("Ваш ответ", "1\r")], *PRINTED_WEEK[:4])
    assert status == 0, shown
    assert "Уже выпущено под номером 01-16/219" in shown
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 0
    assert clerk("register", "verify").status == 0


def test_a_line_that_is_another_document_is_asked_about_once(clerk: Clerk, lost: Path) -> None:
    answers = [("Ваш ответ", "2\r"), ("Взять номер 01-16/221", "нет\r")]
    status, shown = typed(lost, answers, *PRINTED_WEEK[:4])
    assert status == 0, shown
    assert clerk(*PRINTED_WEEK, "--json").json["documents"][0]["number"] == "01-16/221"


def test_documents_about_a_subject_are_looked_for_by_it(clerk: Clerk, workspace: Path) -> None:
    extend_settings(
        workspace,
        """[types.camp]
title = "Письмо"
template = "blank.docx"
series = "outgoing"
schools = "all"
sheet = false
addressee = "Руководителям ОО"
heading = "Об отдыхе"
""",
    )
    shutil.copy(workspace / "templates/print-cover.docx", workspace / "templates/blank.docx")
    import docx

    document = docx.Document()
    document.add_paragraph("{{ письмо.номер }} {{ письмо.предмет }}")
    document.save(str(workspace / "templates/blank.docx"))
    to = "Руководителям ОО"
    clerk(*IMPORT, paper(workspace, [row("01-16/230", heading="О летнем отдыхе 2023", to=to)]))
    command = ("issue", "camp", "--date", "18.04.2023", "--yes", "--json")
    assert open_questions(clerk(*command, "--subject", "Летнем отдыхе 2023")) == ["document-alike"]
    assert clerk(*command, "--subject", "Зимний отдых 2023").status == 0


def test_a_week_without_findings_is_asked_about_and_the_answer_kept(
    clerk: Clerk, workspace: Path
) -> None:
    with sheet_changed(workspace) as sheet:
        for line in sheet.iter_rows():
            if line[2].value == "Цунтинский район":
                line[5].value = "Активен"
                line[7].value = line[8].value = line[6].value
                line[10].value = line[11].value = 1
    told = clerk(*PRINTED_WEEK[:-1], "--dry-run", "--json").json["doubts"]
    assert [one["id"] for one in told] == ["week-without-findings:weekly/2023-04-08/2023-04-14"]
    answers = [("Номер", "1\r"), ("Взять номер", "нет\r")]
    status, shown = typed(workspace, answers, *PRINTED_WEEK[:-1])
    assert (status, "замечаний нет ни у одной организации" in " ".join(shown.split())) == (0, True)
    assert clerk(*PRINTED_WEEK[:-1], "--dry-run", "--json").json["doubts"] == []
    assert clerk(*PRINTED_WEEK).status == 0


BLANK = ("issue", "blank", "--subject", "О летнем отдыхе", "--date", "18.04.2023")
OLD = ("--basis-author", "Глава района", "--basis-number", "5", "--basis-date", "18.04.1823")


def test_a_letter_typed_by_hand_whose_addressee_nobody_named_says_whom_it_goes_to(
    clerk: Clerk, workspace: Path
) -> None:
    told = clerk(*BLANK, "--yes")
    assert told.status == 0
    assert "Не названо, кому письмо: его адресат — «Руководителям ОО»" in told.out
    assert "предмет:" not in told.out, "what it is about is said once"
    named = (*BLANK[:3], "О дороге", "--addressee", "Главе", "--yes")
    assert "Не названо" not in clerk(*named).out


def test_a_covering_letter_of_another_century_is_asked_about(clerk: Clerk, workspace: Path) -> None:
    said = (*BLANK, "--addressee", "Главе", *OLD)
    told = clerk(*said, "--dry-run", "--json").json["doubts"]
    assert [one["id"] for one in told] == ["basis-far:18.04.1823"]
    answers = [("Номер", "1\r"), ("Взять номер", "нет\r")]
    status, shown = typed(workspace, answers, *said)
    assert (status, "стоит дата 18.04.1823" in " ".join(shown.split())) == (0, True)
    week = (*PRINTED_WEEK[:2], "--basis-date", "17.04.1823", "--date", "18.04.1923", "--yes")
    assert open_questions(clerk(*week, "--json")) == ["date-far"], "it speaks for no other day"


@pytest.mark.parametrize("option", ["--ends", "--changes"])
def test_an_earlier_document_without_a_number_is_told(
    clerk: Clerk, workspace: Path, option: str
) -> None:
    answer = clerk("order", SHEET, option, " ", "--date", "18.04.2023", "--yes")
    assert (answer.status, "оставлен пустым" in answer.err) == (1, True)
