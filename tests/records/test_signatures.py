"""Detached electronic signatures, kept with the files whose bytes they sign."""

from __future__ import annotations

from pathlib import Path

from clerk import TYPED, Clerk, entry
from edits import write_typed

SIGNATURE = b"\x30\x82\x01\x00 a CMS message"


def attach(clerk: Clerk, workspace: Path, name: str, content: bytes = SIGNATURE) -> str:
    """Attach a signature of that name; what was said where it is refused."""
    (workspace / name).write_bytes(content)
    answer = clerk("register", "attach", "219", name, "--year", "2023")
    return answer.err if answer.status else ""


def paths(clerk: Clerk) -> list[str]:
    """Where the signatures of the document lie."""
    files = entry(clerk, "219")["files"]
    return [file["path"] for file in files if file["role"] == "signature"]


def test_a_signature_lies_beside_what_it_signs(clerk: Clerk, workspace: Path, letter: Path) -> None:
    before = letter.read_bytes()
    assert attach(clerk, workspace, "подпись.sig") == ""
    assert attach(clerk, workspace, "вторая.sig") == ""
    assert attach(clerk, workspace, "01-16_219 Письмо приложение 1.docx.sig") == ""
    assert paths(clerk) == [
        "letters/2023/01-16_219 Письмо.docx.sig",
        "letters/2023/01-16_219 Письмо.docx.2.sig",
        "letters/2023/01-16_219 Письмо приложение 1.docx.sig",
    ]
    assert letter.read_bytes() == before, "no mark of a signature is drawn"
    assert (workspace / paths(clerk)[0]).read_bytes() == SIGNATURE
    assert clerk("register", "verify").status == 0
    assert (
        "электронная подпись: letters/2023"
        in clerk("register", "show", "219", "--year", "2023").out
    )


def test_a_document_signed_electronically_is_signed_and_needs_no_scan(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    assert clerk("register", "signed", "219", "--year", "2023").status == 0
    assert entry(clerk, "219")["needs_scan"] is True
    assert attach(clerk, workspace, "подпись.sig") == ""
    assert "needs_scan" not in entry(clerk, "219")
    moved = clerk("register", "redate", "219", "--year", "2023", "--to", "19.04.2023")
    assert (moved.status, "01-16/219" in moved.err) == (1, True)


def test_what_is_signed_electronically_isnt_exchanged(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    before = letter.read_bytes()
    assert attach(clerk, workspace, "подпись.sig") == ""
    write_typed(workspace / "новое.docx")
    answer = clerk(
        "register", "attach", "219", "новое.docx", "--reason", "другой текст", "--year", "2023"
    )
    assert (answer.status, "подписан" in answer.err) == (1, True)
    assert letter.read_bytes() == before
    assert len(paths(clerk)) == 1


def test_what_is_no_signature_is_refused(clerk: Clerk, workspace: Path, letter: Path) -> None:
    for content in (b"", b"PK\x03\x04 a document"):
        assert "Это не электронная подпись" in attach(clerk, workspace, "подпись.sig", content)


def test_a_number_without_a_document_has_nothing_to_sign(clerk: Clerk, workspace: Path) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    assert "нет файла, который можно подписать" in attach(clerk, workspace, "подпись.sig")
