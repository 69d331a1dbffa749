"""The files of the workspace held against the register."""

from __future__ import annotations

import shutil
from pathlib import Path

from clerk import ROOT, TYPED, Clerk, fault_codes, reserve


def test_a_number_that_a_file_bears_is_not_given_out(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    old = workspace / "letters/register.sqlite"
    clerk("register", "backup", "copy.sqlite")
    clerk(*TYPED, "--date", "19.04.2023")
    (workspace / "О летнем отдыхе.docx").write_bytes(b"text")
    assert clerk("register", "attach", "220", "О летнем отдыхе.docx", "--year", "2023").status == 0
    old.unlink()
    (workspace / "copy.sqlite").rename(old)
    answer = clerk(*TYPED, "--date", "19.04.2023")
    assert (answer.status, "01-16/220" in answer.err) == (3, True)
    verified = clerk("register", "verify", "--json")
    assert verified.status == 3
    assert [(fault["code"], fault["number"]) for fault in verified.json["faults"]] == [
        ("number-unregistered", "01-16/220")
    ]


def test_missing_changed_and_unknown_files_are_named(
    clerk: Clerk, database: Path, letter: Path, workspace: Path
) -> None:
    appendix = letter.with_name("01-16_219 Письмо приложение 1.docx")
    appendix.unlink()
    letter.chmod(0o644)
    letter.write_bytes(b"other")
    (letter.parent / "01-16_300 Письмо.docx").write_bytes(b"unknown")
    (letter.parent / ".01-16_219 Письмо.docx.partial").write_bytes(b"")
    report = clerk("register", "verify", "--json").json
    assert {(fault["code"], fault["number"]) for fault in report["faults"]} == {
        ("file-changed", "01-16/219"),
        ("file-missing", "01-16/219"),
        ("number-unregistered", "01-16/300"),
    }
    assert "stray-file" in {note["code"] for note in report["notes"]}


def test_a_folder_whose_name_is_no_year_is_passed_by(clerk: Clerk, database: Path) -> None:
    (database.parent / "²").mkdir()
    assert fault_codes(clerk) == []


def test_the_page_about_the_folder_and_other_folders_of_it_are_nobodys_fault(
    clerk: Clerk, database: Path
) -> None:
    shutil.copy(ROOT / "letters/README.md", database.parent)
    (database.parent / "2022").write_text("a file, not a year", encoding="utf-8")
    clerk("register", "export")
    assert fault_codes(clerk) == []
    looked_at = clerk("doctor", "--json").json["checks"][-1]
    assert (looked_at["name"], looked_at["ok"], looked_at["found"]) == ("register", True, "3")


def test_days_that_do_not_follow_each_other_are_a_note(clerk: Clerk, workspace: Path) -> None:
    for day in ("19.04.2023", "18.04.2023", "20.04.2023", "17.04.2023"):
        reserve(clerk, day=day)
    clerk("register", "annul", "222", "--year", "2023", "--reason", "ошибка")
    report = clerk("register", "verify", "--json")
    early = [note["number"] for note in report.json["notes"] if note["code"] == "days-out-of-order"]
    assert (report.status, early) == (0, [["01-16/220"]])
