"""The covering letter that a week relies on."""

from __future__ import annotations

from pathlib import Path

from clerk import BASIS, PRINTED_NOTICES, SHEET, Clerk, assert_refused, codes_of, entries
from edits import change_template, extend_settings
from read_back import text_of

SIDECAR = "data/monitoring/2023-04-14.toml"
REPORT = ("issue", "report", SHEET, "--yes", "--date")


def wants_by(workspace: Path, day: str) -> None:
    """The ministry wants its answer by that day: written into the sidecar."""
    with (workspace / SIDECAR).open("a", encoding="utf-8") as sidecar:
        sidecar.write(f"due = {day}\n")


def test_a_basis_that_nobody_can_be_asked_for(clerk: Clerk, workspace: Path) -> None:
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    assert_refused(clerk, workspace, "автор, номер, дата", "--basis-number")


def test_a_missing_basis_is_only_a_warning(clerk: Clerk) -> None:
    answer = clerk("check", "data/monitoring/2023-04-21.xlsx", "--json")
    assert answer.status == 0
    assert codes_of(answer.json) == ["basis-unknown"]


def test_a_report_is_due_when_the_ministry_says(clerk: Clerk, workspace: Path) -> None:
    wants_by(workspace, "2023-04-28")
    planned = clerk(*REPORT, "20.04.2023", "--dry-run")
    assert "срок, который назвало письмо: 28.04.2023" in planned.out
    assert clerk(*REPORT, "20.04.2023").status == 0
    [report] = entries(clerk, type="report")
    assert report["deadline"] == "2023-04-28"


def test_a_report_that_comes_late_is_warned_of(clerk: Clerk, workspace: Path) -> None:
    wants_by(workspace, "2023-04-19")
    answer = clerk(*REPORT, "20.04.2023", "--dry-run")
    assert (answer.status, "до 19.04.2023" in answer.out) == (0, True)


def test_schools_may_not_have_longer_than_the_ministry_gives(clerk: Clerk, workspace: Path) -> None:
    wants_by(workspace, "2023-04-24")
    answer = clerk(*PRINTED_NOTICES, "--dry-run")
    assert "Срок в документе – 25.04.2023, а письмо-основание просит ответить до 24.04.2023" in (
        " ".join(answer.out.split())
    )


def test_a_template_may_say_the_ministrys_deadline(clerk: Clerk, workspace: Path) -> None:
    change_template(
        workspace / "templates/report.docx",
        lambda xml: xml.replace("сообщаем", "(срок {{ основание.срок }}) сообщаем"),
    )
    [document] = clerk(
        "issue",
        "report",
        SHEET,
        "--date",
        "20.04.2023",
        "--basis-due",
        "28.04.2023",
        "--yes",
        "--json",
    ).json["documents"]
    assert "(срок 28.04.2023) сообщаем" in text_of(workspace / document["path"])
    assert "due = 2023-04-28" in (workspace / SIDECAR).read_text("utf-8")
    assert clerk("register", "verify").status == 0


def test_another_letters_deadline_isnt_that_of_the_one_that_is_named(
    clerk: Clerk, workspace: Path
) -> None:
    wants_by(workspace, "2023-04-28")
    another = ("--basis-number", "06-99", "--basis-date", "19.04.2023")
    assert clerk(*REPORT, "20.04.2023", *another).status == 0
    [report] = entries(clerk, type="report")
    assert (report["basis"]["number"], report["deadline"]) == ("06-99", None)
    assert "due" not in (workspace / SIDECAR).read_text("utf-8")


def test_a_deadline_told_later_makes_no_notice_another(clerk: Clerk, workspace: Path) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    wants_by(workspace, "2023-04-28")
    answer = clerk(*PRINTED_NOTICES, "--correct", "срок", "--yes", "--json")
    assert (answer.status, answer.json["issued"]) == (0, 0)


def test_a_deadline_before_the_letters_own_day_is_refused(clerk: Clerk, workspace: Path) -> None:
    wants_by(workspace, "2023-04-10")
    assert_refused(clerk, workspace, "2023-04-14.toml", "до 10.04.2023")
    checked = clerk("check", SHEET)
    assert (checked.status, "до 10.04.2023" in checked.err) == (1, True)
    told = clerk(
        "weekly", "data/monitoring/2023-04-21.xlsx", *BASIS, "--basis-due", "20.04.2023", "--yes"
    )
    assert (told.status, "до 20.04.2023" in told.err) == (1, True)


def test_a_deadline_that_is_no_date_is_told_with_its_line(clerk: Clerk, workspace: Path) -> None:
    wants_by(workspace, '"скоро"')
    assert_refused(clerk, workspace, "basis.due", "скоро")


def test_a_types_deadline_is_days_or_the_ministrys(clerk: Clerk, workspace: Path) -> None:
    extend_settings(
        workspace,
        '[types.other]\ntitle = "Т"\ntemplate = "blank.docx"\nseries = "outgoing"\nsheet = false\n'
        'addressee = "Кому"\nheading = "О"\ndeadline = "завтра"',
    )
    answer = clerk("doctor")
    assert answer.status == 1
    assert "types.other.deadline" in answer.out
    assert "число рабочих дней от 1 до 250" in answer.out
