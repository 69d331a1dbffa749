"""Files taken in under a number: the text of a typed letter, scans, a replaced document."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from clerk import TYPED, Clerk, entry
from processes import ended, started


def test_the_text_of_a_typed_letter_and_its_scan_are_taken_in(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    for name in ("набрано.docx", "скан.pdf", "ещё скан.pdf"):
        (workspace / name).write_bytes(name.encode())
        assert clerk("register", "attach", "219", name, "--year", "2023").status == 0
    files = entry(clerk, "219")["files"]
    assert isinstance(files, list)
    assert [(file["role"], file["path"]) for file in files] == [
        ("document", "letters/2023/01-16_219 Письмо.docx"),
        ("scan", "letters/2023/01-16_219 Письмо скан 1.pdf"),
        ("scan", "letters/2023/01-16_219 Письмо скан 2.pdf"),
    ]
    for file in files:
        path = workspace / file["path"]
        assert file["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert not path.stat().st_mode & stat.S_IWUSR
    assert clerk("register", "verify").status == 0


def test_a_document_saved_in_word_after_its_issue_is_named_and_can_be_taken(
    clerk: Clerk, letter: Path
) -> None:
    letter.chmod(0o644)
    letter.write_bytes(letter.read_bytes() + b" ")
    faults = clerk("register", "verify", "--json").json["faults"]
    assert [fault["code"] for fault in faults] == ["file-changed"]
    assert "Сам журнал цел; изменён или пропал 1 файл" in clerk("register", "verify").out
    refused = clerk("register", "attach", "219", str(letter), "--year", "2023")
    assert (refused.status, "--reason" in refused.err) == (2, True)
    taken = clerk(
        "register", "attach", "219", str(letter), "--reason", "опечатка в слове", "--year", "2023"
    )
    assert taken.status == 0
    verified = clerk("register", "verify", "--json")
    assert (verified.status, verified.json["faults"]) == (0, [])
    assert "replaced-lost" in [note["code"] for note in verified.json["notes"]], (
        "Word kept no copy of the former text"
    )


def test_a_replaced_document_is_kept(clerk: Clerk, letter: Path, workspace: Path) -> None:
    before = letter.read_bytes()
    (workspace / "новое.docx").write_bytes(b"new")
    command = (
        "register",
        "attach",
        "219",
        "новое.docx",
        "--reason",
        "другая редакция текста",
        "--year",
        "2023",
    )
    assert clerk(*command).status == 0
    assert letter.read_bytes() == b"new"
    assert (workspace / "letters/2023/replaced" / letter.name).read_bytes() == before
    assert clerk("register", "verify", "--json").json == {
        **clerk("register", "verify", "--json").json,
        "ok": True,
        "faults": [],
    }


def test_only_documents_and_scans_are_attached(clerk: Clerk, letter: Path, workspace: Path) -> None:
    (workspace / "a.exe").write_bytes(b"")
    answer = clerk("register", "attach", "219", "a.exe", "--year", "2023")
    assert (answer.status, ".docx" in answer.err) == (1, True)
    assert clerk("register", "attach", "219", "нет.pdf", "--year", "2023").status == 1


def test_two_scans_attached_at_once_are_both_kept(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    scans = [workspace / f"{number}.pdf" for number in range(4)]
    for number, scan in enumerate(scans):
        scan.write_bytes(b"scan %d" % number)
    runs = [started(workspace, "register", "attach", "219", str(scan)) for scan in scans]
    answers = [ended(run) for run in runs]
    assert [run.returncode for run in runs] == [0] * len(scans), answers
    files = clerk("register", "show", "219", "--json").json["files"]
    assert sum(file["role"] == "scan" for file in files) == len(scans)
    assert clerk("register", "verify").status == 0
