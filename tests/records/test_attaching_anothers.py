"""A file that isn't of the document it is attached to, and one that has been signed: neither is
taken in without a word.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from clerk import PRINTED_NOTICES, SHEET, TYPED, Clerk, entry
from edits import write_typed
from scanner import small_scan
from terminal import typed

ATTACH = ("register", "attach")
REASON = ("--year", "2023", "--reason", "правка")


@pytest.fixture
def notices(clerk: Clerk, workspace: Path) -> list[Path]:
    """The notices 219 to 223."""
    assert clerk(*PRINTED_NOTICES, "--yes").status == 0
    return sorted((workspace / "letters/2023").glob("01-16_2*.docx"))


def resaved(path: Path, to: Path, was: str = "", now: str = "") -> Path:
    """A document as Word saves it anew: other bytes, the same words but for `was`."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if was and was in run.text:
                run.text = run.text.replace(was, now)
    document.save(str(to))
    assert to.read_bytes() != path.read_bytes()
    return to


def refused(clerk: Clerk, number: str, file: Path, *words: str) -> None:
    """The file isn't taken in where nobody can be asked, for a reason that says these words."""
    before = entry(clerk, number)["files"]
    answer = clerk(*ATTACH, number, str(file), *REASON)
    assert answer.status == 1, answer.out
    for word in words:
        assert word in answer.err
    assert entry(clerk, number)["files"] == before
    assert clerk("register", "verify").status == 0


def test_another_letters_document_is_told_by_its_bytes_and_by_its_number(
    clerk: Clerk, workspace: Path, notices: list[Path]
) -> None:
    other = shutil.copy(notices[0], workspace / "письмо.docx")
    refused(clerk, "220", other, "Этот же файл уже хранится под № 01-16/219")
    again = resaved(notices[0], workspace / "правка.docx")
    refused(clerk, "220", again, "В файле стоит № 01-16/219", "под № 01-16/220")
    assert clerk(*ATTACH, "219", str(again), *REASON).status == 0, "it is this one's"


def test_another_date_than_the_journals_is_told(
    clerk: Clerk, workspace: Path, notices: list[Path]
) -> None:
    again = resaved(notices[0], workspace / "правка.docx", "18.04.2023", "20.04.2023")
    refused(clerk, "219", again, "стоит дата 20.04.2023", "в журнале — 18.04.2023")


def test_a_typed_letter_that_names_others_is_taken_in(clerk: Clerk, workspace: Path) -> None:
    clerk(*TYPED, "--date", "19.04.2023")
    clerk(*TYPED, "--date", "19.04.2023")
    file = workspace / "набрано.docx"
    for text in (
        "На № 01-16/219 от 19.04.2023",
        "В дополнение к письму от 19.04.2023 № 01-16/219 сообщаем:",
        "от 19.04.2023   № 01-16/220",
    ):
        write_typed(file, text)
        answer = clerk(*ATTACH, "220", str(file), *REASON)
        assert answer.status == 0, answer.err


def test_a_scan_is_told_by_its_name_and_by_whose_it_is_already(
    clerk: Clerk, workspace: Path, notices: list[Path]
) -> None:
    scan = workspace / "01-16_219 Уведомление скан.pdf"
    scan.write_bytes(small_scan())
    refused(clerk, "220", scan, "В файле стоит № 01-16/219")
    assert clerk(*ATTACH, "219", str(scan), "--year", "2023").status == 0
    plain = shutil.copy(scan, workspace / "скан.pdf")
    refused(clerk, "220", plain, "уже хранится под № 01-16/219")


def test_a_table_may_go_with_many_letters(
    clerk: Clerk, workspace: Path, notices: list[Path]
) -> None:
    for number in ("219", "220"):
        answer = clerk(*ATTACH, number, str(workspace / SHEET), "--year", "2023")
        assert answer.status == 0, answer.err


def test_a_clerk_at_a_terminal_is_asked(clerk: Clerk, workspace: Path, notices: list[Path]) -> None:
    again = resaved(notices[0], workspace / "правка.docx")
    command = (*ATTACH, "220", str(again), *REASON)
    question = "В файле стоит № 01-16/219, а принимается он под № 01-16/220. Всё равно принять?"
    status, shown = typed(workspace, [(question, "\r")], *command)
    assert (status, "Ничего не принято" in shown) == (0, True)
    assert notices[1].read_bytes() != again.read_bytes()
    status, shown = typed(workspace, [(question, "д\r")], *command)
    assert (status, "принят в журнал" in shown) == (0, True)
    assert notices[1].read_bytes() == again.read_bytes()


def test_a_blank_that_holds_another_letter_isnt_signed(clerk: Clerk, workspace: Path) -> None:
    for addressee in ("Главе", "Министру"):
        given = ("--subject", f"О дороге: {addressee}", "--addressee", addressee)
        answer = clerk("issue", "blank", *given, "--date", "19.04.2023", "--yes")
        assert answer.status == 0, answer.err
    first, second = sorted((workspace / "letters/2023").glob("01-16_2*.docx"))
    second.chmod(0o644)
    resaved(first, workspace / "тот же.docx")
    shutil.copy(workspace / "тот же.docx", second)
    for command in (("signed", "220"), ("sent", "220")):
        answer = clerk("register", *command, "--year", "2023")
        assert (answer.status, "В файле стоит № 01-16/219" in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("act", "words"), [("signed", "подписан"), ("sent", "отправлен"), ("scan", "подписан")]
)
def test_what_was_signed_or_sent_isnt_exchanged(
    clerk: Clerk, workspace: Path, notices: list[Path], act: str, words: str
) -> None:
    if act == "scan":
        (workspace / "скан.pdf").write_bytes(small_scan())
        assert clerk(*ATTACH, "219", "скан.pdf", "--year", "2023").status == 0
    else:
        assert clerk("register", act, "219", "--year", "2023").status == 0
    again = resaved(notices[0], workspace / "правка.docx")
    refused(clerk, "219", again, words, "не заменяют", "--new-edition")


RTF = r"""{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}}
{\*\generator Word;}{\info{\title \u8470? 01-16/219}}{\pict\pngblip 8950}\trowd
\f0 \'cc\'ca\'d3 \'ab\'d3\'ce\'bb\cell \uc1 18.04.2023 \u8470\'b9 01-16/219\cell\row
\'ce \'f8\'ea\'ee\'eb\'e5\par}"""


def to_doc(path: Path) -> Path:
    """A document as Word saved it before 2007."""
    command = ("soffice", "--headless", "--convert-to", "doc", "--outdir", str(path.parent))
    subprocess.run([*command, str(path)], check=True, capture_output=True)
    return path.with_suffix(".doc")


@pytest.mark.parametrize("name", ["письмо.rtf", "письмо.doc"])
def test_rich_text_is_read_whatever_its_name(
    clerk: Clerk, workspace: Path, notices: list[Path], name: str
) -> None:
    file = workspace / name
    file.write_text(RTF, encoding="ascii")
    refused(clerk, "220", file, "В файле стоит № 01-16/219", "под № 01-16/220")
    answer = clerk(*ATTACH, "219", str(file), *REASON)
    assert answer.status == 0, answer.err


def test_an_old_document_of_word_is_read(
    clerk: Clerk, workspace: Path, notices: list[Path]
) -> None:
    file = to_doc(Path(shutil.copy(notices[0], workspace / "письмо.docx")))
    refused(clerk, "220", file, "В файле стоит № 01-16/219", "под № 01-16/220")


def test_an_old_document_that_nobody_can_read_is_asked_about(
    clerk: Clerk, workspace: Path, notices: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workspace / "письмо.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(1000))
    monkeypatch.setattr("letters_gen.records.file_text.office_program", lambda: None)
    refused(clerk, "220", file, "Прочитать файл здесь не удалось", ".docx")
    command = (*ATTACH, "220", str(file), *REASON)
    status, shown = typed(workspace, [("Всё равно принять?", "д\r")], *command)
    assert (status, "принят в журнал" in shown) == (0, True)


CUT = small_scan()[:-10]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("скан.pdf", CUT),
        ("скан.pdf", b"<html>404</html>"),
        ("скан.pdf", bytes(range(256))),
        ("скан.jpg", b"\xff\xd8\xff\xe0 cut"),
        ("скан.png", small_scan()),
        ("скан.tif", b"II*\0 cut"),
    ],
)
def test_a_scan_that_cant_be_opened_makes_nothing_signed(
    clerk: Clerk, workspace: Path, notices: list[Path], name: str, content: bytes
) -> None:
    scan = workspace / name
    scan.write_bytes(content)
    refused(clerk, "219", scan, "Файл не открывается")
    status, shown = typed(
        workspace, [("Всё равно принять?", "д\r")], *ATTACH, "219", str(scan), "--year", "2023"
    )
    assert (status, "принят в журнал" in shown) == (0, True)


def test_a_damaged_letter_isnt_entered(clerk: Clerk, workspace: Path) -> None:
    (workspace / "скан.pdf").write_bytes(CUT)
    (workspace / "пусто.docx").write_bytes(b"")
    told = ("--from", "Глава", "--number", "5", "--date", "18.04.2023", "--received", "19.04.2023")
    for name in ("скан.pdf", "пусто.docx"):
        answer = clerk("register", "incoming", *told, "--file", name)
        assert (answer.status, name in answer.err) == (1, True)
    assert clerk("register", "incoming", *told).status == 0, "it isn't there twice"
