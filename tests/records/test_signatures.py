"""Detached electronic signatures, kept with the files whose bytes they sign."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from clerk import PRINTED_NOTICES, TYPED, Clerk, entry
from cryptography.hazmat.primitives.serialization import Encoding
from edits import write_typed
from electronic_signatures import by_gost, signature

LETTER = "letters/2023/01-16_219 Письмо"


def attach(
    clerk: Clerk, workspace: Path, name: str, content: bytes | None = None, number: str = "219"
) -> str:
    """Attach a signature of that name, of the letter if no other is given; what was said where it
    is refused.
    """
    if content is None:
        content = signature((workspace / f"{LETTER}.docx").read_bytes())
    (workspace / name).write_bytes(content)
    answer = clerk("register", "attach", number, name, "--year", "2023")
    return answer.err if answer.status else ""


def paths(clerk: Clerk) -> list[str]:
    """Where the signatures of the document lie."""
    files = entry(clerk, "219")["files"]
    return [file["path"] for file in files if file["role"] == "signature"]


def test_a_signature_lies_beside_what_it_signs(clerk: Clerk, workspace: Path, letter: Path) -> None:
    before, own = letter.read_bytes(), signature(letter.read_bytes())
    appendix = (workspace / f"{LETTER} приложение 1.docx").read_bytes()
    assert attach(clerk, workspace, "подпись.sig", own) == ""
    assert attach(clerk, workspace, "вторая.sig", signature(before, detached=False)) == ""
    assert attach(clerk, workspace, "01-16_219 Письмо.docx.sig", signature(appendix)) == ""
    assert paths(clerk) == [
        f"{LETTER}.docx.sig",
        f"{LETTER}.docx.2.sig",
        f"{LETTER} приложение 1.docx.sig",
    ], "what it signs counts, not its name"
    assert letter.read_bytes() == before, "no mark of a signature is drawn"
    assert (workspace / paths(clerk)[0]).read_bytes() == own
    assert clerk("register", "verify").status == 0
    assert (
        "электронная подпись: letters/2023"
        in clerk("register", "show", "219", "--year", "2023").out
    )


@pytest.mark.parametrize("written", ["der", "pem", "base64", "s/mime"])
def test_a_signature_is_read_however_it_is_written_down(
    clerk: Clerk, workspace: Path, letter: Path, written: str
) -> None:
    content = signature(letter.read_bytes())
    if written == "pem":
        content = signature(letter.read_bytes(), encoding=Encoding.PEM)
    elif written == "base64":
        content = base64.encodebytes(content).replace(b"\n", b"\r\n")
    elif written == "s/mime":
        headers = b"MIME-Version: 1.0\r\nContent-Type: application/x-pkcs7-signature;\r\n"
        headers += b' name="smime.p7s"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        content = headers + base64.encodebytes(content)
    (workspace / "подпись.sig").write_bytes(content)
    answer = clerk("register", "attach", "219", "подпись.sig", "--year", "2023")
    assert answer.status == 0, answer.err
    assert "по контрольной сумме она от файла 01-16_219 Письмо.docx" in answer.out


@pytest.mark.parametrize("detached", [True, False])
def test_a_signature_of_another_file_is_refused(
    clerk: Clerk, workspace: Path, letter: Path, detached: bool
) -> None:
    other = signature(b"another document", detached=detached)
    told = attach(clerk, workspace, "01-16_219 Письмо.docx.sig", other)
    assert "подпись от другого файла" in told and "letters-gen pdf 01-16/219" in told
    assert paths(clerk) == []


def test_what_cant_be_compared_is_told_as_unchecked(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    (workspace / "подпись.sig").write_bytes(by_gost(letter.read_bytes()))
    answer = clerk("register", "attach", "219", "подпись.sig", "--year", "2023")
    assert answer.status == 0, answer.err
    assert "не проверено" in answer.out


def test_what_cant_be_compared_and_is_named_after_another_document_is_asked_about(
    clerk: Clerk, workspace: Path, letter: Path
) -> None:
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    [notice] = (workspace / "letters/2023").glob("01-16_220*.docx")
    of_notice = by_gost(notice.read_bytes())
    said = attach(clerk, workspace, f"{notice.name}.sig", of_notice)
    assert ("№ 01-16/220" in said, paths(clerk)) == (True, []), said
    assert attach(clerk, workspace, f"{notice.name}.sig", of_notice, "220") == ""


def test_a_signature_is_taken_in_once(clerk: Clerk, workspace: Path, letter: Path) -> None:
    clerk(*PRINTED_NOTICES, "--yes")
    content = by_gost(letter.read_bytes())
    assert attach(clerk, workspace, "подпись.sig", content) == ""
    again = attach(clerk, workspace, "ещё раз.sig", content)
    assert f"уже принят под № 01-16/219: {LETTER}.docx.sig" in again
    told = attach(clerk, workspace, "подпись.sig", content, "220")
    assert "уже хранится под № 01-16/219" in told
    assert (len(paths(clerk)), len(entry(clerk, "220")["files"])) == (1, 1)


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
    whole = signature(letter.read_bytes())
    nobody = b"\x30\x82\x01\x00 a CMS message"
    for content in (b"", b"PK\x03\x04 a document", nobody, b"MIabc", whole[:200]):
        assert "Это не электронная подпись" in attach(clerk, workspace, "подпись.sig", content)


def test_a_number_without_a_document_has_nothing_to_sign(clerk: Clerk, workspace: Path) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    assert "нет файла, который можно подписать" in attach(
        clerk, workspace, "подпись.sig", signature(b"")
    )
