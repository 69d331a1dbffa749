"""weekly: from the sheet to a registered letter, and every way in which it may not go."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import docx
import pytest
from clerk import BASIS, PRINTED_NOTICES, PRINTED_WEEK, SHEET, Clerk, codes_of, entries
from edits import ACTING, extend_settings, sheet_changed


def test_the_printed_week_is_issued_under_its_number_with_both_appendices(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 0
    assert "Выпущено 01-16/219" in answer.out
    assert sorted(path.name for path in (workspace / "letters/2023").iterdir()) == [
        "01-16_219 Письмо приложение 1.docx",
        "01-16_219 Письмо приложение 2.xlsx",
        "01-16_219 Письмо.docx",
    ]


def test_issued_files_are_read_only(letter: Path) -> None:
    for path in letter.parent.iterdir():
        assert not stat.S_IMODE(path.stat().st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_issued_files_are_read_by_whom_the_umask_lets(clerk: Clerk, workspace: Path) -> None:
    former = os.umask(0o077)
    try:
        assert clerk(*PRINTED_WEEK).status == 0
    finally:
        os.umask(former)
    for path in (workspace / "letters/2023").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_the_report_as_json_has_the_agreed_shape(clerk: Clerk, workspace: Path) -> None:
    report = clerk(*PRINTED_WEEK, "--json").json
    assert {key: report[key] for key in ("type", "period", "date", "issued", "already_issued")} == {
        "type": "weekly",
        "period": ["2023-04-08", "2023-04-14"],
        "date": "2023-04-18",
        "issued": 1,
        "already_issued": 0,
    }
    assert (report["print_files"], report["doubts"], codes_of(report)) == ([], [], [])
    [document] = report["documents"]
    content = (workspace / document["path"]).read_bytes()
    assert document == {
        "number": "01-16/219",
        "school": None,
        "inn": None,
        "addressee": "Руководителям ОО",
        "path": "letters/2023/01-16_219 Письмо.docx",
        "appendices": [
            "letters/2023/01-16_219 Письмо приложение 1.docx",
            "letters/2023/01-16_219 Письмо приложение 2.xlsx",
        ],
        "pdf": None,
        "sha256": hashlib.sha256(content).hexdigest(),
        "state": "issued",
        "findings": 15,
    }


def test_a_rerun_issues_nothing_and_says_the_number(clerk: Clerk, letter: Path) -> None:
    before = {path: path.read_bytes() for path in letter.parent.iterdir()}
    answer = clerk("weekly", SHEET, "--yes", "--json")
    assert answer.status == 0
    assert (answer.json["issued"], answer.json["already_issued"]) == (0, 1)
    assert answer.json["documents"][0]["number"] == "01-16/219"
    assert answer.json["date"] == "2023-04-18"
    assert {path: path.read_bytes() for path in letter.parent.iterdir()} == before
    assert "Уже выпущено под номером 01-16/219" in clerk("weekly", SHEET).out


def test_a_dry_run_shows_the_number_and_takes_none(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("weekly", SHEET, "--date", "18.04.2023", "--dry-run", "--json")
    assert answer.status == 0
    [document] = answer.json["documents"]
    assert (document["number"], document["state"], document["sha256"]) == (
        "01-16/219",
        "planned",
        None,
    )
    assert not (workspace / "letters").exists()


def test_without_a_terminal_and_without_yes_nothing_is_reserved(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk("weekly", SHEET)
    assert answer.status == 2
    assert "--yes" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_two_weeks_get_two_numbers(clerk: Clerk, letter: Path) -> None:
    answer = clerk(
        "weekly",
        "data/monitoring/2023-04-21.xlsx",
        "--date",
        "25.04.2023",
        "--yes",
        "--json",
        *BASIS,
    )
    assert answer.json["documents"][0]["number"] == "01-16/220"
    numbers = [entry["number"] for entry in entries(clerk)]
    assert numbers == ["01-16/219", "01-16/220"]


def test_numbers_begin_anew_with_the_year(clerk: Clerk) -> None:
    answer = clerk("weekly", SHEET, "--date", "09.01.2024", "--yes", "--json")
    assert answer.json["documents"][0]["number"] == "01-16/1"
    assert answer.json["documents"][0]["path"].startswith("letters/2024/")
    assert codes_of(answer.json) == ["date-far-from-period"]


def test_another_signatory_signs_the_letter(clerk: Clerk, workspace: Path) -> None:

    extend_settings(workspace, ACTING)
    clerk(*PRINTED_WEEK, "--signatory", "acting")
    texts = [
        paragraph.text
        for paragraph in docx.Document(workspace / "letters/2023/01-16_219 Письмо.docx").paragraphs
    ]
    assert "И.о. начальника\tА.А.\N{NO-BREAK SPACE}Алиев" in texts


def test_a_type_of_ones_own_is_issued_with_a_table_alone(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    own = """
[types.urging]
title = "Напоминание"
template = "weekly.docx"
series = "outgoing"
addressee = "Руководителям ОО"
heading = "О напоминании"
"""
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    answer = clerk("issue", "urging", SHEET, "--date", "18.04.2023", "--yes", "--json")
    assert answer.status == 0, answer.err
    assert answer.json["documents"][0]["path"] == "letters/2023/01-16_219 Напоминание.docx"


def test_characters_that_no_document_can_hold_are_left_out_and_told(
    clerk: Clerk, workspace: Path
) -> None:
    sidecar = workspace / "data/monitoring/2023-04-14.toml"
    sidecar.write_text(
        sidecar.read_text(encoding="utf-8").replace("науки РД", "науки\\uFFFE РД"), encoding="utf-8"
    )
    answer = clerk(*PRINTED_WEEK, "--json")
    assert (answer.status, codes_of(answer.json)) == (
        0,
        ["characters-dropped"],
    )


def test_an_unknown_type_is_answered_with_those_that_there_are(clerk: Clerk) -> None:
    answer = clerk("issue", "weekli", SHEET, "--yes")
    assert answer.status == 1
    assert "weekly" in answer.err


def test_an_unknown_signatory_is_answered_with_those_that_there_are(clerk: Clerk) -> None:
    answer = clerk("weekly", SHEET, "--yes", "--signatory", "nobody")
    assert (answer.status, "head" in answer.err) == (1, True)


def test_a_figure_without_data_stops_the_letter(clerk: Clerk, workspace: Path) -> None:
    with sheet_changed(workspace) as sheet:
        for row in range(106, 128):
            sheet[f"H{row}"], sheet[f"I{row}"] = 0, 0
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert "weekly.docx" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


@pytest.mark.parametrize("standing", ["letters", "letters/2023"])
def test_a_place_that_cant_be_written_takes_no_number(
    clerk: Clerk, workspace: Path, standing: str
) -> None:
    (workspace / standing).parent.mkdir(exist_ok=True)
    (workspace / standing).write_text("a file where the folder should be", encoding="utf-8")
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert "Не удаётся записать" in answer.err
    assert not (workspace / "letters/register.sqlite").exists()


def test_a_folder_that_the_user_may_not_write_takes_no_number(
    clerk: Clerk, workspace: Path
) -> None:
    assert clerk("weekly", SHEET, "--date", "18.04.2023", "--dry-run").status == 0
    (workspace / "letters").mkdir(mode=0o555)
    with an_ordinary_user(workspace):
        answer = clerk(*PRINTED_WEEK)
    assert answer.status == 1
    assert "Не удаётся записать" in answer.err
    assert list((workspace / "letters").iterdir()) == []


def test_a_file_that_bears_the_next_number_stops_as_damage(clerk: Clerk, workspace: Path) -> None:
    (workspace / "letters/2023").mkdir(parents=True)
    (workspace / "letters/2023/01-16_219 Письмо.docx").write_bytes(
        b"issued before the register was restored"
    )
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 3
    assert "01-16/219" in answer.err
    assert entries(clerk) == []


def test_a_damaged_register_stops_as_damage(clerk: Clerk, letter: Path, workspace: Path) -> None:
    (workspace / "letters/register.sqlite").write_bytes(b"no database at all" * 100)
    answer = clerk(*PRINTED_WEEK)
    assert answer.status == 3
    assert "Журнал повреждён" in answer.err


class an_ordinary_user:  # noqa: N801
    """Root writes anywhere: for the time of the block the process is nobody, where it was root."""

    def __init__(self, workspace: Path) -> None:
        self.opened = [workspace, *workspace.parents]

    def __enter__(self) -> None:
        if os.geteuid() == 0:
            for folder in self.opened:
                folder.chmod(folder.stat().st_mode | 0o055)
            os.seteuid(65534)

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)


def test_a_second_run_issues_nothing(clerk: Clerk) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    report = clerk(*PRINTED_NOTICES, "--yes", "--json").json
    assert (report["issued"], report["already_issued"]) == (0, 5)


@pytest.mark.parametrize("jobs", ["0", "много"])
def test_the_number_of_jobs_is_a_number(clerk: Clerk, jobs: str) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes", "--jobs", jobs).status == 2


def test_a_run_tells_what_it_has_issued_itself(clerk: Clerk) -> None:
    clerk(*PRINTED_NOTICES, "--yes", "--only", "МКОУ «Хупринская ООШ»")
    out = clerk(*PRINTED_NOTICES, "--yes").out
    assert "Выпущено 01-16/220" in out and "Выпущено раньше: 1" in out
    assert "Выпущено 01-16/219" not in out
