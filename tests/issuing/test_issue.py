"""weekly: from the sheet to a registered letter, and every way in which it may not go."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from pathlib import Path

import openpyxl
import pytest
from conftest import PRINTED_WEEK, Clerk

SHEET = "data/monitoring/2023-04-14.xlsx"
BASIS = (
    "--basis-author",
    "Министерство образования и науки РД",
    "--basis-number",
    "06-1",
    "--basis-date",
    "24.04.2023",
)


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


def test_the_report_as_json_has_the_agreed_shape(clerk: Clerk, workspace: Path) -> None:
    report = clerk(*PRINTED_WEEK, "--json").json
    assert {key: report[key] for key in ("type", "period", "date", "issued", "already_issued")} == {
        "type": "weekly",
        "period": ["2023-04-08", "2023-04-14"],
        "date": "2023-04-18",
        "issued": 1,
        "already_issued": 0,
    }
    assert (report["print_files"], report["doubts"], report["warnings"]) == ([], [], [])
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


def test_the_latest_sheet_is_taken_where_none_is_named(clerk: Clerk) -> None:
    answer = clerk("weekly", "--date", "25.04.2023", "--yes", "--json", *BASIS)
    assert answer.json["period"] == ["2023-04-15", "2023-04-21"]
    assert "23,1%" in answer.err
    again = clerk("weekly", "--yes")
    assert again.status == 0
    assert "01-16/219" in again.out
    assert "2023-04-14.xlsx" in again.out, "older sheets not yet issued are named"


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
    numbers = [entry["number"] for entry in clerk("register", "list", "--json").json["entries"]]
    assert numbers == ["01-16/219", "01-16/220"]


def test_numbers_begin_anew_with_the_year(clerk: Clerk) -> None:
    answer = clerk("weekly", SHEET, "--date", "09.01.2024", "--yes", "--json")
    assert answer.json["documents"][0]["number"] == "01-16/1"
    assert answer.json["documents"][0]["path"].startswith("letters/2024/")
    assert [warning["code"] for warning in answer.json["warnings"]] == ["date-far-from-period"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("13.04.2023", ["date-before-period-ends", "date-before-basis"]),
        ("16.04.2023", ["date-before-basis"]),
        ("17.04.2023", []),
    ],
)
def test_a_day_of_signing_that_cant_be_is_warned_of(
    clerk: Clerk, day: str, codes: list[str]
) -> None:
    answer = clerk("weekly", SHEET, "--date", day, "--dry-run", "--json")
    assert [warning["code"] for warning in answer.json["warnings"]] == codes


def test_a_sheet_from_elsewhere_is_kept_in_the_workspace(
    clerk: Clerk, workspace: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "Мониторинг от министерства.xlsx"
    shutil.move(workspace / SHEET, elsewhere)
    (workspace / "data/monitoring/2023-04-14.toml").unlink()
    answer = clerk("weekly", str(elsewhere), "--yes", "--date", "2023-04-18", *BASIS)
    assert answer.status == 0, answer.err
    assert (workspace / SHEET).read_bytes() == elsewhere.read_bytes()
    assert 'number = "06-1"' in (workspace / "data/monitoring/2023-04-14.toml").read_text(
        encoding="utf-8"
    )


def test_a_week_sent_again_is_kept_beside_the_first_and_refused_with_the_difference(
    clerk: Clerk, letter: Path, workspace: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.xlsx"
    book = openpyxl.load_workbook(workspace / SHEET)
    book.active["H107"] = 5
    book.save(again)
    answer = clerk("weekly", str(again), "--yes")
    assert answer.status == 1
    assert "01-16/219" in answer.err
    assert "МКОУ «Берихинская ООШ»: Зарегистрировано: было 0, стало 5" in answer.err


def test_another_basis_for_an_issued_letter_is_refused_with_the_difference(
    clerk: Clerk, letter: Path
) -> None:
    answer = clerk("weekly", SHEET, "--yes", "--basis-number", "07-1")
    assert answer.status == 1
    assert "номер основания: было 06-5649/06-18/23, стало 07-1" in answer.err


def test_another_date_or_signatory_for_an_issued_letter_only_warns(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    settings = workspace / "letters.toml"
    acting = (
        '[signatories.acting]\npost = "И.о. начальника"\nname = "Алиев А.А."\n\n[executors.default]'
    )
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("[executors.default]", acting),
        encoding="utf-8",
    )
    answer = clerk(
        "weekly", SHEET, "--yes", "--date", "19.04.2023", "--signatory", "acting", "--json"
    )
    assert answer.status == 0
    assert [warning["code"] for warning in answer.json["warnings"]] == [
        "date-stands",
        "signatory-stands",
    ]


def test_another_signatory_signs_the_letter(clerk: Clerk, workspace: Path) -> None:
    import docx

    settings = workspace / "letters.toml"
    acting = (
        '[signatories.acting]\npost = "И.о. начальника"\nname = "Алиев А.А."\n\n[executors.default]'
    )
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("[executors.default]", acting),
        encoding="utf-8",
    )
    clerk(*PRINTED_WEEK, "--signatory", "acting")
    texts = [
        paragraph.text
        for paragraph in docx.Document(workspace / "letters/2023/01-16_219 Письмо.docx").paragraphs
    ]
    assert "И.о. начальника\tА.А.\N{NO-BREAK SPACE}Алиев" in texts


def test_a_period_given_by_hand_counts_instead_of_the_files(clerk: Clerk) -> None:
    answer = clerk(
        "weekly",
        SHEET,
        "--date",
        "18.04.2023",
        "--dry-run",
        "--json",
        "--period",
        "01.04.2023-07.04.2023",
        *BASIS,
    )
    assert answer.json["period"] == ["2023-04-01", "2023-04-07"]


def test_a_type_of_ones_own_is_issued_with_a_table_alone(clerk: Clerk, workspace: Path) -> None:
    settings = workspace / "letters.toml"
    own = """
[types.reminder]
title = "Напоминание"
template = "weekly.docx"
series = "outgoing"
addressee = "Руководителям ОО"
heading = "О напоминании"
"""
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    answer = clerk("issue", "reminder", SHEET, "--date", "18.04.2023", "--yes", "--json")
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
    assert (answer.status, [warning["code"] for warning in answer.json["warnings"]]) == (
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
    book = openpyxl.load_workbook(workspace / SHEET)
    for row in range(106, 128):
        book.active[f"H{row}"], book.active[f"I{row}"] = 0, 0
    book.save(workspace / SHEET)
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
    assert clerk("register", "list", "--json").json["entries"] == []


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
