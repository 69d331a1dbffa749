"""PDFs to print: each page as it was alone, behind a list with the pages that it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
from benchmarks.offices import make_office
from clerk import PRINTED_NOTICES, PRINTED_WEEK, Clerk
from processes import PROGRAM, finished

from letters_gen.outputs.pdf_pages import page_texts

LINE = re.compile(r"(01-16/[0-9]+)\s")


def sizes(path: Path) -> list[tuple[float, float]]:
    """The size of each page."""
    document = pypdfium2.PdfDocument(path)
    return [document.get_page_size(number) for number in range(len(document))]


def pdf_among(files: list[str]) -> str:
    """The one PDF of the files to print."""
    [path] = [file for file in files if file.endswith(".pdf")]
    return path


def listed_pages(texts: list[str], front: int) -> dict[str, int]:
    """On which page the list says that each number begins: the column before the place to sign."""
    found = {}
    for line in "\n".join(texts[:front]).splitlines():
        match = re.match(r"[0-9]+ (01-16/[0-9]+) .* ([0-9]+)\s*$", line)
        if match:
            found[match[1]] = int(match[2])
    return found


def test_the_pdf_to_print_lists_each_notice_with_its_page_and_head(
    clerk: Clerk, workspace: Path
) -> None:
    answer = clerk(*PRINTED_NOTICES, "--yes", "--print", "--pdf", "--json")
    assert answer.status == 0, answer.err
    path = pdf_among(answer.json["print_files"])
    assert path == "letters/2023/print/01-16_219–01-16_223 Уведомление.pdf"
    texts = page_texts(workspace / path)
    assert len(texts) == 6
    front = " ".join(texts[0].split())
    for at, document in enumerate(answer.json["documents"], 1):
        assert texts[at] == page_texts(workspace / document["pdf"])[0]
        assert document["number"] in front
    assert "Черных О.В." in front
    assert [int(page) for page in re.findall(r"(?:[А-Я]\.){1,2} ([0-9]+)\b", front)] == [
        2,
        3,
        4,
        5,
        6,
    ]


def test_both_sides_of_a_sheet_are_printed_on_with_blank_pages_between(
    clerk: Clerk, workspace: Path
) -> None:
    given = ("--yes", "--print", "--pdf", "--duplex", "--json")
    path = pdf_among(clerk(*PRINTED_NOTICES, *given).json["print_files"])
    texts = page_texts(workspace / path)
    assert [bool(text.strip()) for text in texts] == [True, False] * 6
    front = " ".join(texts[0].split())
    assert re.findall(r"(?:[А-Я]\.){1,2} ([0-9]+)\b", front) == ["3", "5", "7", "9", "11"]
    assert clerk(*PRINTED_NOTICES, "--yes", "--duplex").status == 2


def test_documents_of_any_run_and_kind_are_joined_page_by_page(
    clerk: Clerk, workspace: Path
) -> None:
    clerk(*PRINTED_WEEK)
    clerk(*PRINTED_NOTICES, "--yes", "--only", "Хупринская")
    answer = clerk("print", "219", "220", "--year", "2023", "--pdf", "--json")
    assert answer.status == 0, answer.err
    path = workspace / pdf_among(answer.json["print_files"])
    assert path.name == "01-16_219–01-16_220 Документы.pdf"
    alone = [
        page
        for name in ("01-16_219 Письмо", "01-16_220 Уведомление МКОУ Хупринская ООШ")
        for page in page_texts(workspace / f"letters/2023/{name}.pdf")
    ]
    assert page_texts(path)[1:] == alone
    assert len(set(sizes(path))) == 1


def test_without_libreoffice_a_pdf_to_print_is_refused(
    clerk: Clerk, workspace: Path, monkeypatch: Any
) -> None:
    clerk(*PRINTED_WEEK)
    monkeypatch.setenv("PATH", "")
    assert clerk("print", "219", "--year", "2023", "--pdf").status == 4
    assert not (workspace / "letters/2023/print").exists()


def test_three_hundred_notices_are_one_pdf_with_right_page_numbers(tmp_path: Path) -> None:
    workspace = make_office(tmp_path / "office", 300, 1)
    given = ("notices", "--date", "18.04.2023", "--yes", "--print", "--pdf")
    answer = finished([*PROGRAM, *given], cwd=workspace)
    assert answer.returncode == 0, answer.stderr
    [path] = (workspace / "letters/2023/print").glob("*.pdf")
    texts = page_texts(path)
    begins: dict[str, int] = {}
    for page, text in enumerate(texts, 1):
        own = re.search(r"№\s*(01-16/[0-9]+)", text)
        if own:
            begins.setdefault(own[1], page)
    front = min(begins.values()) - 1
    assert len(begins) == 300
    assert listed_pages(texts, front) == begins
