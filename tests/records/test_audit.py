"""The files of the workspace held against the register."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from clerk import ROOT, TYPED, Clerk, fault_codes, reserve
from edits import write_typed


def test_a_number_that_a_file_bears_is_not_given_out(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    old = workspace / "letters/register.sqlite"
    clerk("register", "backup", "copy.sqlite")
    clerk(*TYPED, "--date", "19.04.2023")
    write_typed(workspace / "О летнем отдыхе.docx")
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


@pytest.mark.parametrize(
    ("name", "fault", "number"),
    [
        ("01-16_219 Письмо (2).docx", "number-file-unnamed", "01-16/219"),
        ("01-16_219 Копия.docx", "number-file-unnamed", "01-16/219"),
        ("01-16_219.docx", "number-file-unnamed", "01-16/219"),
        ("01‑16_219 Письмо от Ивановой.docx", "number-file-unnamed", "01-16/219"),
        ("01-16_300 Письмо.docx", "number-unregistered", "01-16/300"),
        ("01‑16_300 Письмо.docx", "number-unregistered", "01-16/300"),
        ("01-16_300а Письмо.docx", "number-unregistered", "01-16/300а"),
    ],
)
def test_a_file_that_bears_a_number_and_that_no_entry_names_is_a_fault(
    clerk: Clerk, database: Path, letter: Path, name: str, fault: str, number: str
) -> None:
    (letter.parent / name).write_bytes(b"x")
    [found] = clerk("register", "verify", "--json").json["faults"]
    assert (found["code"], found["number"]) == (fault, number)
    assert "→" in clerk("register", "verify").out, "each has its mend"


@pytest.mark.parametrize("change", ["missing", "changed"])
def test_a_replaced_file_that_is_missing_or_changed_is_a_fault(
    clerk: Clerk, database: Path, letter: Path, workspace: Path, change: str
) -> None:
    typed = workspace / "новое.docx"
    shutil.copy(workspace / "templates/weekly.docx", typed)
    assert clerk("register", "attach", "219", str(typed), "--reason", "опечатка").status == 0
    assert fault_codes(clerk) == []
    [former] = (letter.parent / "replaced").iterdir()
    if change == "missing":
        former.unlink()
    else:
        former.chmod(0o644)
        former.write_bytes(b"x")
    assert fault_codes(clerk) == ["replaced-lost"]


def test_an_act_killed_half_way_is_told_as_such_and_is_finished_by_repeating_it(
    clerk: Clerk, database: Path, letter: Path, workspace: Path
) -> None:
    typed = workspace / "новое.docx"
    shutil.copy(workspace / "templates/weekly.docx", typed)
    # What `attach` has done when it is killed before the register knows.
    (letter.parent / "replaced").mkdir()
    letter.rename(letter.parent / "replaced" / letter.name)
    shutil.copy(typed, letter)
    answer = clerk("register", "verify")
    assert (answer.status, "начато и не закончено" in answer.out) == (3, True)
    assert "Повторите его" in answer.out
    assert clerk("register", "attach", "219", str(typed), "--reason", "опечатка").status == 0
    assert fault_codes(clerk) == []


def test_days_that_do_not_follow_each_other_are_a_note(clerk: Clerk, workspace: Path) -> None:
    for day in ("19.04.2023", "18.04.2023", "20.04.2023", "17.04.2023"):
        reserve(clerk, day=day)
    clerk("register", "annul", "222", "--year", "2023", "--reason", "ошибка")
    report = clerk("register", "verify", "--json")
    early = [note["number"] for note in report.json["notes"] if note["code"] == "days-out-of-order"]
    assert (report.status, early) == (0, [["01-16/220"]])
