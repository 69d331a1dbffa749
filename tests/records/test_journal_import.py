"""A journal taken over: shown first, whole or not at all, and what the register itself printed
comes back as it was.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from clerk import PRINTED_NOTICES, PRINTED_WEEK, Clerk, entries, entry, fault_codes, reserve
from paper_journals import notes, paper, row


def codes(report: object) -> list[str]:
    return [code for code, _ in notes(report)]


def test_what_was_read_is_shown_and_nothing_taken_over(clerk: Clerk, workspace: Path) -> None:
    headings = ["№ п/п", "Дата", "Исх. №", "Куда, кому", "Краткое содержание", "Кто подписал"]
    file = paper(
        workspace,
        [
            [1, date(2023, 3, 1), 230, "Главе", "О смотре", "Абакаров Г.К.", "красная"],
            [2, date(2023, 3, 2), 231, "Школам", "Об отдыхе", "Абакаров Г.К.", ""],
            [None, None, "Всего зарегистрировано", 2],
            ["Итого", None, 2],
        ],
        [*headings, "Папка"],
    )
    answer = clerk("register", "import", file, "--dry-run")
    assert answer.status == 0
    for told in (
        "Незнакомые столбцы, не перенесутся: Папка",
        "Первая строка: № 01-16/230, 01.03.2023, Главе, О смотре",
        "Последняя строка: № 01-16/231, 02.03.2023, Школам, Об отдыхе",
        "Не документ, пропущено: Итого 2",
        "новых строк: 2",
        "Следующий номер будет 01-16/232",
    ):
        assert told in answer.out
    assert entries(clerk) == []
    report = clerk("register", "import", file, "--yes", "--json").json
    assert (report["imported"], report["next"]) == (2, "01-16/232")
    assert entries(clerk)[0]["signatory"] == "Абакаров Г.К."


def test_without_a_terminal_and_without_yes_nothing_is_taken_over(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk("register", "import", paper(workspace, [row(230)]))
    assert (answer.status, entries(clerk)) == (2, [])
    assert "--dry-run" in answer.err


def test_a_column_headed_by_the_sign_alone_bears_the_number(clerk: Clerk, workspace: Path) -> None:
    file = paper(
        workspace,
        [[230, date(2023, 3, 1), "Главе", "О смотре"]],
        ["№", "Дата", "Кому", "Содержание"],
    )
    clerk("register", "import", file, "--yes")
    assert [one["number"] for one in entries(clerk)] == ["01-16/230"]


def test_one_number_that_cannot_be_read_refuses_all_lines(clerk: Clerk, workspace: Path) -> None:
    file = paper(workspace, [row(230), row("б/н"), row("в дело")])
    answer = clerk("register", "import", file, "--yes")
    assert (answer.status, entries(clerk)) == (1, [])
    assert "C5" in answer.err and "C6" in answer.err


def test_a_leap_and_a_day_ahead_are_told(clerk: Clerk, workspace: Path) -> None:
    file = paper(workspace, [row(217), row(218), row(2199), row(219, date(2062, 4, 18))])
    report = clerk("register", "import", file, "--dry-run", "--json").json
    assert notes(report) == [("journal-leap", "01-16/2199"), ("journal-day-ahead", "01-16/219")]


def test_each_of_two_lines_of_one_number_can_be_named(clerk: Clerk, workspace: Path) -> None:
    file = paper(workspace, [row(215, heading="О первом"), row(215, heading="О втором")])
    clerk("register", "import", file, "--yes")
    refused = clerk("register", "show", "215", "--year", "2023")
    assert (refused.status, "01-16/215#2" in refused.err) == (1, True)
    assert entry(clerk, "215#1")["heading"] == "О первом"
    assert entry(clerk, "01-16/215#2")["heading"] == "О втором"


@pytest.fixture
def restored(clerk: Clerk, letter: Path, workspace: Path) -> Path:
    """A register restored from a copy without the notices, mended by the last journal, as the guide
    says.
    """
    copy = workspace / "old.sqlite"
    clerk("register", "backup", str(copy))
    clerk(*PRINTED_NOTICES, "--yes")
    reserve(clerk, "О летнем отдыхе", "Главе МР")
    clerk("register", "sent", "221", "--year", "2023", "--on", "19.04.2023")
    clerk("register", "annul", "222", "--year", "2023", "--reason", "ошибка")
    clerk("register", "export", "last.xlsx")
    for path in (workspace / "letters").glob("register.sqlite-*"):
        path.unlink()
    copy.replace(workspace / "letters/register.sqlite")
    return workspace / "last.xlsx"


def kept(one: dict[str, object]) -> tuple[object, ...]:
    files = one["files"]
    assert isinstance(files, list)
    return (
        *(one[name] for name in ("number", "date", "type", "state", "school", "inn", "period")),
        *(one[name] for name in ("subject", "edition", "heading", "by_hand", "path", "sha256")),
        tuple(file["path"] for file in files),
    )


def test_documents_come_back_as_what_they_were(clerk: Clerk, restored: Path) -> None:
    assert fault_codes(clerk) != []
    report = clerk("register", "import", "last.xlsx", "--yes", "--json").json
    assert (report["known"], codes(report)) == (1, [])
    assert fault_codes(clerk) == []
    [sent] = entries(clerk, number="01-16/221")
    assert [(one["way"], one["on"]) for one in sent["deliveries"]] == [("эл. почта", "2023-04-19")]
    assert entries(clerk, number="01-16/222")[0]["annulled_because"] == "ошибка"
    assert entries(clerk)[-1]["by_hand"]


def test_nothing_is_issued_a_second_time_after_that(clerk: Clerk, restored: Path) -> None:
    clerk("register", "import", "last.xlsx", "--yes")
    before = len(entries(clerk))
    assert clerk(*PRINTED_WEEK, "--json").json["issued"] == 0
    again = clerk(*PRINTED_NOTICES, "--yes", "--json")
    assert (again.status, again.json["issued"], len(entries(clerk))) == (0, 0, before)


def test_a_whole_register_comes_back_from_its_journal(clerk: Clerk, workspace: Path) -> None:
    clerk(*PRINTED_WEEK)
    clerk(*PRINTED_NOTICES, "--yes")
    clerk("register", "export", "last.xlsx")
    before = [kept(one) for one in entries(clerk)]
    for path in (workspace / "letters").glob("register.sqlite*"):
        path.unlink()
    clerk("register", "import", "last.xlsx", "--yes")
    assert [kept(one) for one in entries(clerk)] == before
    assert fault_codes(clerk) == []
    assert clerk(*PRINTED_NOTICES, "--yes", "--json").json["issued"] == 0


def test_a_number_lost_between_those_brought_back_stays_lost(
    clerk: Clerk, restored: Path, workspace: Path
) -> None:

    book = openpyxl.load_workbook(restored)
    sheet = book.worksheets[0]
    for line in range(4, 40):
        if sheet.cell(line, 3).value == "01-16/223":
            sheet.delete_rows(line)
            break
    book.save(workspace / "last.xlsx")
    clerk("register", "import", "last.xlsx", "--yes")
    assert "number-gap" in fault_codes(clerk)
