"""Files taken in under a number: the text of a typed letter, scans, a replaced document."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from pathlib import Path

import pytest
from clerk import PRINTED_WEEK, TYPED, Clerk, entry
from edits import write_typed
from faults import no_room_for_documents
from processes import ended, started
from scanner import small_scan


def test_the_text_of_a_typed_letter_and_its_scan_are_taken_in(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    write_typed(workspace / "набрано.docx")
    (workspace / "скан.pdf").write_bytes(small_scan())
    (workspace / "ещё скан.pdf").write_bytes(small_scan("another"))
    for name in ("набрано.docx", "скан.pdf", "ещё скан.pdf"):
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


def test_the_text_of_a_typed_letter_taken_in_twice_is_said_to_be_there(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    write_typed(workspace / "набрано.docx")
    attach = ("register", "attach", "219", "набрано.docx", "--year", "2023")
    assert clerk(*attach).status == 0
    again = clerk(*attach)
    assert (again.status, "уже принят под № 01-16/219" in again.err) == (1, True)
    reasoned = (*attach, "--reason", "файл пропал")
    document = workspace / "letters/2023/01-16_219 Письмо.docx"
    document.unlink()
    assert clerk(*reasoned).status == 0, "a lost one is brought back"
    assert clerk(*reasoned).status == 0, "as after a kill of the act that was done"
    assert document.is_file()
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
    assert "former-unkept" in [note["code"] for note in verified.json["notes"]], (
        "Word kept no copy of the former text"
    )


def test_a_replaced_document_is_kept(clerk: Clerk, letter: Path, workspace: Path) -> None:
    before = letter.read_bytes()
    written = write_typed(workspace / "новое.docx")
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
    assert letter.read_bytes() == written
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
        scan.write_bytes(small_scan(str(number)))
    runs = [started(workspace, "register", "attach", "219", str(scan)) for scan in scans]
    answers = [ended(run) for run in runs]
    assert [run.returncode for run in runs] == [0] * len(scans), answers
    files = clerk("register", "show", "219", "--json").json["files"]
    assert sum(file["role"] == "scan" for file in files) == len(scans)
    assert clerk("register", "verify").status == 0


def test_a_document_in_another_format_takes_the_place_of_the_former(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    new = workspace / "новое.ODT"
    with zipfile.ZipFile(new, "w") as archive:
        archive.writestr("content.xml", "<text/>")
    command = ("register", "attach", "219", "новое.ODT", "--reason", "правка")
    assert clerk(*command).status == 0
    assert (letter.exists(), letter.with_suffix(".odt").read_bytes()) == (False, new.read_bytes())
    assert (workspace / "letters/2023/replaced" / letter.name).exists()
    assert clerk("register", "verify").status == 0


def test_a_scan_changed_where_it_lies_is_taken_in_its_own_place(
    clerk: Clerk, letter: Path, workspace: Path
) -> None:
    (workspace / "скан.pdf").write_bytes(small_scan())
    clerk("register", "attach", "219", "скан.pdf")
    scan = workspace / entry(clerk, "219")["files"][-1]["path"]
    scan.chmod(0o644)
    scan.write_bytes(small_scan("turned upright"))
    again = ("register", "attach", "219", str(scan))
    assert clerk(*again).status == 2, "it takes the place of another: the reason is asked"
    assert clerk(*again, "--reason", "повёрнут").status == 0
    assert [file["role"] for file in entry(clerk, "219")["files"]].count("scan") == 1
    assert clerk("register", "verify").status == 0


def test_nothing_is_attached_to_a_number_whose_document_is_not_yet_made(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_room_for_documents(monkeypatch):
        assert clerk(*PRINTED_WEEK).status == 1
    (workspace / "скан.pdf").write_bytes(small_scan())
    answer = clerk("register", "attach", "219", "скан.pdf", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "entry-not-issued")


@pytest.mark.parametrize("name", ["письмо.docx", "таблица.xlsx"])
@pytest.mark.parametrize("content", [b"", b"scan", "another"])
def test_a_document_that_is_none_is_not_taken_in(
    clerk: Clerk, letter: Path, workspace: Path, name: str, content: bytes | str
) -> None:
    taken = workspace / name
    if isinstance(content, bytes):
        taken.write_bytes(content)
    else:  # a package of another kind
        with zipfile.ZipFile(taken, "w") as archive:
            archive.writestr("content.xml", content)
    answer = clerk("register", "attach", "219", name, "--reason", "правка", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "attach-damaged")
    assert name in answer.err
    assert clerk("register", "verify").status == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("скан.pdf", b"", "attach-empty"),
        ("скан.png", b"", "attach-empty"),
        ("письмо.odt", b"", "attach-damaged"),
        ("письмо.odt", b"PK\3\4cut short", "attach-damaged"),
    ],
)
def test_what_is_empty_or_cut_short_makes_nothing_signed(
    clerk: Clerk, letter: Path, workspace: Path, name: str, content: bytes, code: str
) -> None:
    (workspace / name).write_bytes(content)
    answer = clerk("register", "attach", "219", name, "--reason", "правка", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, code)
    assert len(entry(clerk, "219")["files"]) == 3
