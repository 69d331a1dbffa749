"""A file that isn't of the document it is attached to, and one that has been signed: neither is
taken in without a word.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from clerk import PRINTED_NOTICES, SHEET, TYPED, Clerk, entry
from edits import write_typed
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
    scan.write_bytes(b"scan")
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
        (workspace / "скан.pdf").write_bytes(b"scan")
        assert clerk(*ATTACH, "219", "скан.pdf", "--year", "2023").status == 0
    else:
        assert clerk("register", act, "219", "--year", "2023").status == 0
    again = resaved(notices[0], workspace / "правка.docx")
    refused(clerk, "219", again, words, "не заменяют", "--new-edition")
