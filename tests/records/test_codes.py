"""The code of a document: what it says, where it stands, and whether it is this office's."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import zxingcpp
from clerk import PRINTED_WEEK, Clerk, entry
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from scan_office import PRINTED, paper, with_codes
from scanner import papers

from letters_gen.model.document_code import read_code
from letters_gen.register.book import Register
from letters_gen.word.names import WP

SAID = re.compile(r"МКУ «УОМПСиТ», № 01-16/219 от 18\.04\.2023, код \w{4}-\w{4}-\w{4}")


@pytest.fixture
def coded(office_with_codes: Path, workspace: Path) -> Path:
    """A copy of that office, where the clerk works."""
    return shutil.copytree(office_with_codes, workspace, dirs_exist_ok=True)


def codes(page: Image.Image) -> list[zxingcpp.Barcode]:
    """The codes on a page."""
    return zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)


def said(workspace: Path, seq: int) -> str:
    """What the code on a document's first page says."""
    [code] = codes(next(papers(paper(workspace, seq))))
    return str(code.text)


def test_a_code_stands_bottom_right_of_the_first_sheet_and_over_nothing(coded: Path) -> None:
    [page] = papers(paper(coded, 219))
    [code] = codes(page)
    assert SAID.fullmatch(code.text)
    corner = code.position.top_left
    assert corner.x > page.width * 0.8 and corner.y > page.height * 0.9
    # The executor's frame, bottom left, is left alone; beside the code is nothing.
    strip = page.crop((page.width // 2, corner.y, corner.x - 20, page.height))
    assert strip.getextrema()[0] > 250


def test_only_the_first_page_of_a_letter_has_its_code(clerk: Clerk, workspace: Path) -> None:
    with_codes(workspace, "weekly")
    assert clerk(*PRINTED_WEEK, "--pdf").status == 0
    first, second = papers(workspace / "letters/2023/01-16_219 Письмо.pdf")
    assert SAID.fullmatch(codes(first)[0].text) and not codes(second)


def test_the_office_says_to_whom_and_when_a_coded_document_was_issued(
    clerk: Clerk, coded: Path
) -> None:
    text = said(coded, 219)
    told = clerk("register", "verify-code", text)
    assert told.status == 0, told.err
    assert told.out.startswith("Выпущен этим учреждением: № 01-16/219 от 18.04.2023 – выпущен\n")
    assert "  кому: Директору МКОУ" in told.out
    reported = clerk("register", "verify-code", *text.split(), "--json").json
    assert (reported["ok"], reported["entry"]["number"]) == (True, "01-16/219")
    typed = text.lower().replace(",", "").replace(" ", "  ")
    assert read_code(typed) == replace(read_code(text), organisation="мку «уомпсит»")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (("01-16/219", "01-16/220"), "Документа № 01-16/220 от 18.04.2023 с таким кодом"),
        (("18.04.2023", "18.04.2024"), "Документа № 01-16/219 от 18.04.2024 с таким"),
        (("01-16/219", "01-16/999"), "Документа № 01-16/999 от 18.04.2023 с таким кодом"),
        (("УОМПСиТ», № 01-16/219", "Соседи», № 7"), "Код другого учреждения: МКУ «Соседи», № 7"),
        ((", код", ""), "Это не код документа"),
        (("18.04.2023", "31.02.2023"), "Это не код документа"),
    ],
)
def test_a_forged_code_is_known(
    clerk: Clerk, coded: Path, changed: tuple[str, str], words: str
) -> None:
    told = clerk("register", "verify-code", said(coded, 219).replace(*changed))
    assert told.status == 1
    assert words.casefold() in told.err.casefold()


def test_a_code_outlives_a_lost_register(clerk: Clerk, coded: Path) -> None:
    text = said(coded, 220)
    assert clerk("register", "export").status == 0
    (coded / "letters/register.sqlite").unlink()
    [journal] = (coded / "letters/journals").glob("*.xlsx")
    assert clerk("register", "import", str(journal), "--yes").status == 0
    told = clerk("register", "verify-code", text)
    assert (told.status, "№ 01-16/220" in told.out) == (0, True), told.err


def test_a_corrected_document_bears_another_code(clerk: Clerk, coded: Path) -> None:
    former = said(coded, 219)
    directory = coded / "data/monitoring/2023-04-14.toml"
    text = directory.read_text(encoding="utf-8").replace("06-5649/06-18/23", "06-5650/06-18/23")
    directory.write_text(text, encoding="utf-8")
    answer = clerk(*PRINTED, "--correct", "номер письма", "--pdf")
    assert answer.status == 0, answer.err
    assert said(coded, 219) != former
    assert clerk("register", "verify-code", said(coded, 219)).status == 0
    told = clerk("register", "verify-code", former)
    assert (told.status, "Такой код был у № 01-16/219 до исправления" in told.err) == (1, True)


def test_a_rerun_after_a_crash_bears_the_code_that_was_reserved(
    clerk: Clerk, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_codes(workspace)
    with monkeypatch.context() as broken:
        broken.setattr("letters_gen.issuing.issue._write_all", _crash)
        assert clerk(*PRINTED).status == 1
    tokens = _tokens(workspace)
    assert len(set(tokens)) == 5
    assert clerk(*PRINTED, "--pdf").status == 0
    assert _tokens(workspace) == tokens
    assert said(workspace, 219).replace("-", "").endswith(tokens[0])


def _crash(*_: object) -> None:
    raise OSError("the power is gone")


def _tokens(workspace: Path) -> list[str]:
    book = Register.at(workspace / "letters/register.sqlite", "", "uompsit")
    tokens = [one.own.token for one in book.entries()]
    book.close()
    return tokens


def test_nothing_bears_a_code_that_no_type_asks_for(clerk: Clerk, letter: Path) -> None:
    with zipfile.ZipFile(letter) as package:
        assert (
            b"\xd0\xba\xd0\xbe\xd0\xb4"
            not in package.read("word/document.xml").split(b"sectPr")[-1]
        )
        drawings = etree.fromstring(package.read("word/document.xml")).iter(f"{WP}anchor")
        assert not list(drawings)
    assert "token" not in json.dumps(entry(clerk, "219"))


def test_a_statement_bears_its_code_and_an_annexed_one_none(clerk: Clerk, workspace: Path) -> None:
    with_codes(workspace, "statement")
    with_codes(workspace, "order")
    week = ("data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes", "--pdf")
    assert clerk("issue", "statement", *week).status == 0
    first, *others = papers(workspace / "letters/2023/1-С Справка.pdf")
    [code] = codes(first)
    assert "№ 1-С от 18.04.2023" in code.text
    corner = code.position.top_left
    assert corner.x > first.width * 0.8 and corner.y > first.height * 0.9
    assert not any(map(codes, others))
    assert clerk("order", *week).status == 0
    annex = papers(workspace / "letters/2023/45-ОД Приказ приложение 1.pdf")
    assert not any(map(codes, annex)), "a second code would begin another document"


def test_a_code_needs_its_place_in_the_template(clerk: Clerk, workspace: Path) -> None:
    with_codes(workspace, "statement")
    template = workspace / "templates/statement.docx"
    document = docx.Document(str(template))
    for drawing in list(document.element.iter(qn("w:drawing"))):
        drawing.getparent().remove(drawing)
    template.chmod(0o644)
    document.save(str(template))
    answer = clerk(
        "issue", "statement", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--yes"
    )
    assert answer.status == 1
    assert "types.statement.code требует QR-код, а места для него в шаблоне нет" in answer.err
    assert "письмо.код" in answer.err


def test_a_preview_bears_no_code_of_a_document(clerk: Clerk, workspace: Path) -> None:
    with_codes(workspace)
    answer = clerk(
        "preview", "notice", "data/monitoring/2023-04-14.xlsx", "--date", "18.04.2023", "--json"
    )
    assert answer.status == 0, answer.err
    page = next(papers(next((workspace / "preview").rglob("*.pdf"))))
    assert [code.text for code in codes(page)] == ["ПРОЕКТ"]
