"""A folder of scans filed by the codes on the papers, and whatever may lie in such a folder."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from clerk import PRINTED_WEEK, Answer, Clerk, entry
from PIL import Image, ImageDraw, ImageFont
from scan_office import paper, scan, with_codes
from scanner import papers, saved, scanned
from terminal import typed


@pytest.fixture
def workspace(office_with_codes: Path, tmp_path: Path) -> Path:
    """A copy of that office for one test."""
    return shutil.copytree(office_with_codes, tmp_path / "РУО")


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """Where the scanner writes."""
    folder = tmp_path / "сканы"
    folder.mkdir()
    return folder


def filing(clerk: Clerk, scans: Path) -> Answer:
    """What the command reports of the folder."""
    return clerk("register", "attach", "--scans", str(scans), "--json")


def numbers(answer: Answer) -> list[str]:
    """The documents that were filed."""
    return [one["number"] for one in answer.json["filed"]]


def left(answer: Answer) -> list[tuple[str, str]]:
    """The files that are left, each with why."""
    return [(one["from"][0]["file"], one["code"]) for one in answer.json["left"]]


def roles(clerk: Clerk, seq: int) -> list[str]:
    """The roles of the files of a document."""
    files: list[dict[str, Any]] = entry(clerk, str(seq))["files"]
    return [file["role"] for file in files]


def test_papers_in_one_pdf_and_in_pictures_are_filed_as_signed_copies(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    scan(scans, "пачка.pdf", paper(workspace, 219), paper(workspace, 221), paper(workspace, 220))
    scan(scans, "снимок.jpg", paper(workspace, 222))
    answer = filing(clerk, scans)
    assert answer.status == 0, answer.err
    assert sorted(numbers(answer)) == [f"01-16/{seq}" for seq in (219, 220, 221, 222)]
    for seq in (219, 220, 221, 222):
        assert roles(clerk, seq) == ["document", "pdf", "scan"]
    assert [path.name for path in scans.iterdir()] == ["разнесено"]
    assert {path.name for path in (scans / "разнесено").iterdir()} == {"пачка.pdf", "снимок.jpg"}
    assert clerk("register", "verify").status == 0
    refused = clerk("notices", "--date", "18.04.2023", "--correct", "опечатка", "--yes")
    assert "01-16/219" not in refused.out, "a signed document isn't corrected"


def test_a_filed_page_says_what_was_scanned(clerk: Clerk, workspace: Path, scans: Path) -> None:
    scan(scans, "пачка.pdf", paper(workspace, 219), paper(workspace, 221))
    filing(clerk, scans)
    for seq in (219, 221):
        [kept] = (workspace / "letters/2023").glob(f"01-16_{seq} *скан 1.pdf")
        document = pypdfium2.PdfDocument(kept)
        assert len(document) == 1
        document.close()


def test_what_isnt_recognised_stays_is_listed_and_can_be_given_its_number(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    scan(scans, "пачка.pdf", paper(workspace, 219))
    blank = Image.new("L", (1654, 2339), 255)
    [read] = papers(paper(workspace, 219))
    saved([blank, read], scans / "пачка.pdf")
    answer = filing(clerk, scans)
    assert (answer.status, numbers(answer)) == (1, ["01-16/219"])
    assert left(answer) == [("пачка.pdf", "scan-without-code")]
    assert answer.json["left"][0]["from"] == [{"file": "пачка.pdf", "pages": [1]}]
    assert "letters-gen register attach" in answer.json["left"][0]["mend"]
    rest = scans / "пачка, с. 1.pdf"
    assert rest.exists() and not (scans / "пачка.pdf").exists()
    assert clerk("register", "attach", "220", str(rest), "--year", "2023").status == 0
    assert roles(clerk, 220)[-1] == "scan"


def test_the_terminal_names_the_pages_that_are_left(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    blank = Image.new("L", (1654, 2339), 255)
    [read] = papers(paper(workspace, 219))
    saved([blank, read], scans / "пачка.pdf")
    answer = clerk("register", "attach", "--scans", str(scans))
    assert "Разнесён скан 1 документа.\n  01-16/219: пачка.pdf, с. 2" in answer.out
    assert "Остались в папке:\n✗ пачка.pdf, с. 1: Код документа не читается." in answer.out


def written_sheet(like: Image.Image) -> Image.Image:
    """A sheet with one line of text."""
    sheet = Image.new("L", like.size, 255)
    font = ImageFont.load_default(size=36)
    ImageDraw.Draw(sheet).text((250, 400), "A sheet of another paper, laid by", 0, font)
    return sheet


def blank_back(like: Image.Image, seed: int = 1) -> Image.Image:
    """The back of a sheet as a scanner sees it: grey, noisy, with specks."""
    return scanned(Image.new("L", like.size, 255), random.Random(seed))


def test_a_document_with_a_sheet_too_many_isnt_filed(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    [read] = papers(paper(workspace, 219))
    saved([read, written_sheet(read)], scans / "скан.pdf")
    answer = filing(clerk, scans)
    assert (answer.status, numbers(answer)) == (1, [])
    [one] = answer.json["left"]
    assert (one["code"], one["number"]) == ("scan-length-differs", "01-16/219")
    assert one["text"] == "№ 01-16/219: страниц в скане без пустых: 2, в документе: 1."
    assert [path.name for path in scans.iterdir()] == ["скан.pdf"]


def test_the_blank_backs_of_sheets_scanned_on_both_sides_are_no_pages(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    pages = []
    for seq in (219, 220):
        [read] = papers(paper(workspace, seq))
        pages += [read, blank_back(read, seq)]
    saved(pages, scans / "пачка.pdf")
    answer = filing(clerk, scans)
    assert (answer.status, sorted(numbers(answer))) == (0, ["01-16/219", "01-16/220"]), answer.out
    assert answer.json["left"] == []


def test_a_document_that_lacks_a_sheet_isnt_made_up_by_a_blank_back(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    with_codes(workspace, "weekly")
    assert clerk(*PRINTED_WEEK, "--pdf").status == 0
    first, second = papers(workspace / "letters/2023/01-16_224 Письмо.pdf")
    saved([first, blank_back(first)], scans / "скан.pdf")
    answer = filing(clerk, scans)
    assert (numbers(answer), left(answer)) == ([], [("скан.pdf", "scan-length-differs")])
    saved([first, blank_back(first), second, blank_back(first)], scans / "скан.pdf")
    assert numbers(filing(clerk, scans)) == ["01-16/224"]


def test_a_blank_back_in_a_file_of_its_own_follows_its_sheet(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    for number, seq in enumerate((219, 220)):
        [read] = papers(paper(workspace, seq))
        saved([read], scans / f"скан {2 * number + 1}.jpg")
        saved([blank_back(read, seq)], scans / f"скан {2 * number + 2}.jpg")
    answer = filing(clerk, scans)
    assert sorted(numbers(answer)) == ["01-16/219", "01-16/220"], answer.out
    assert answer.json["left"] == []


def test_pages_that_a_scanner_puts_into_files_of_their_own_are_one_document(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    with_codes(workspace, "weekly")
    assert clerk(*PRINTED_WEEK, "--pdf").status == 0
    pages = list(papers(workspace / "letters/2023/01-16_224 Письмо.pdf"))
    assert len(pages) == 2
    for number, page in enumerate([*pages, *papers(paper(workspace, 219))], 9):
        saved([page], scans / f"скан {number}.jpg")
    answer = filing(clerk, scans)
    assert sorted(numbers(answer)) == ["01-16/219", "01-16/224"], answer.out
    assert roles(clerk, 224).count("scan") == 2


def test_a_folder_without_pages_is_no_folder_of_scans(clerk: Clerk, scans: Path) -> None:
    (scans / "заметки.txt").write_text("не скан", encoding="utf-8")
    answer = clerk("register", "attach", "--scans", str(scans))
    assert (answer.status, "Сканов в папке нет" in answer.err) == (1, True)
    missing = clerk("register", "attach", "--scans", str(scans / "нет"))
    assert (missing.status, "Такой папки нет" in missing.err) == (1, True)


def test_what_the_register_keeps_isnt_taken_for_scans(clerk: Clerk, workspace: Path) -> None:
    answer = clerk("register", "attach", "--scans", str(workspace / "letters/2023"))
    assert (answer.status, "Это папка журнала" in answer.err) == (1, True)
    assert paper(workspace, 219).exists()


def test_protected_and_damaged_files_are_listed_and_the_others_filed(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    shutil.copy(Path(__file__).with_name("protected.pdf"), scans / "закрыт.pdf")
    (scans / "обрыв.pdf").write_bytes(b"%PDF-1.4 cut")
    (scans / "обрыв.jpg").write_bytes(b"\xff\xd8\xff cut")
    scan(scans, "скан.pdf", paper(workspace, 219))
    answer = filing(clerk, scans)
    assert numbers(answer) == ["01-16/219"]
    assert sorted(left(answer)) == [
        ("закрыт.pdf", "scan-protected"),
        ("обрыв.jpg", "scan-damaged"),
        ("обрыв.pdf", "scan-damaged"),
    ]
    assert "PDF защищён паролем." in {one["text"] for one in answer.json["left"]}


def test_the_programs_own_pdf_is_no_signed_paper(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    assert clerk("pdf", "219").status == 0
    own = next(Path(workspace, "letters/2023").glob("01-16_219 *.pdf"))
    shutil.copyfile(own, scans / "скан.pdf")
    answer = filing(clerk, scans)
    assert (numbers(answer), left(answer)) == ([], [("скан.pdf", "scan-is-own")])
    assert "scan" not in roles(clerk, 219)


def test_two_documents_on_one_page_are_nobodys(clerk: Clerk, workspace: Path, scans: Path) -> None:
    [first], [second] = papers(paper(workspace, 219)), papers(paper(workspace, 220))
    both = Image.new("L", (first.width * 2, first.height), 255)
    both.paste(first, (0, 0))
    both.paste(second, (first.width, 0))
    saved([both], scans / "две.jpg")
    answer = filing(clerk, scans)
    assert left(answer) == [("две.jpg", "scan-two-documents")]
    text = answer.json["left"][0]["text"]
    assert "На одной странице несколько документов" in text
    assert "01-16/219" in text and "01-16/220" in text


def test_a_code_of_another_office_isnt_ours(clerk: Clerk, workspace: Path, scans: Path) -> None:
    scan(scans, "скан.pdf", paper(workspace, 219))
    settings = workspace / "letters.toml"
    text = settings.read_text(encoding="utf-8").replace("МКУ «УОМПСиТ»", "МКУ «Соседи»")
    settings.write_text(text, encoding="utf-8")
    shutil.rmtree(workspace / "letters")
    answer = filing(clerk, scans)
    assert left(answer) == [("скан.pdf", "code-of-another")]
    assert "МКУ «УОМПСиТ», № 01-16/219 от 18.04.2023" in answer.json["left"][0]["text"]


def test_a_paper_of_an_annulled_number_isnt_filed(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    annulled = clerk("register", "annul", "219", "--year", "2023", "--reason", "ошибка в адресе")
    assert annulled.status == 0
    scan(scans, "скан.pdf", paper(workspace, 219))
    answer = filing(clerk, scans)
    assert left(answer) == [("скан.pdf", "scan-of-annulled")]
    assert answer.json["left"][0]["text"] == "№ 01-16/219 аннулирован: ошибка в адресе."


def test_a_paper_of_the_former_text_isnt_filed(clerk: Clerk, workspace: Path, scans: Path) -> None:
    scan(scans, "скан.pdf", paper(workspace, 219))
    moved = clerk(
        "register", "redate", "219-223", "--year", "2023", "--to", "19.04.2023", "--reason", "срок"
    )
    assert moved.status == 0, moved.err
    answer = filing(clerk, scans)
    assert left(answer) == [("скан.pdf", "code-former")]


def test_of_a_number_that_has_a_scan_the_clerk_is_asked(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    scan(scans, "скан.pdf", paper(workspace, 219))
    assert numbers(filing(clerk, scans)) == ["01-16/219"]
    scan(scans, "ещё раз.jpg", paper(workspace, 219))
    answer = filing(clerk, scans)
    assert left(answer) == [("ещё раз.jpg", "scan-there")], "nobody can be asked"
    command = ("register", "attach", "--scans", str(scans))
    status, shown = typed(workspace, [("Взять и этот?", "n\r")], *command)
    assert (status, "Скан № 01-16/219 уже есть." in shown) == (1, True)
    status, shown = typed(workspace, [("Взять и этот?", "д\r")], *command)
    assert status == 0, shown
    assert roles(clerk, 219).count("scan") == 2


def test_filing_that_was_cut_short_is_taken_up_again(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    file = scan(scans, "скан.pdf", paper(workspace, 219))
    assert clerk("register", "attach", "219", str(file), "--year", "2023").status == 0
    answer = filing(clerk, scans)
    assert (answer.status, numbers(answer)) == (0, ["01-16/219"])
    assert roles(clerk, 219).count("scan") == 1


def test_pages_are_counted_where_no_pdf_was_made(
    clerk: Clerk,
    workspace: Path,
    scans: Path,
    to_pdf: Callable[[Path], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_codes(workspace, "weekly")
    assert clerk(*PRINTED_WEEK).status == 0
    scan(scans, "скан.pdf", to_pdf(workspace / "letters/2023/01-16_224 Письмо.docx"))
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        answer = filing(clerk, scans)
        assert left(answer) == [("скан.pdf", "scan-length-unknown")]
        assert "letters-gen pdf 01-16/224" in answer.json["left"][0]["mend"]
    assert numbers(filing(clerk, scans)) == ["01-16/224"]


def test_a_document_signed_without_a_scan_is_listed(
    clerk: Clerk, workspace: Path, scans: Path
) -> None:
    assert clerk("register", "signed", "219-220", "--year", "2023").status == 0
    scan(scans, "скан.pdf", paper(workspace, 219))
    answer = filing(clerk, scans)
    assert answer.json["needs_scan"] == ["01-16/220"]
    listed = clerk("register", "list", "--needs-scan", "--json").json["entries"]
    assert [(one["number"], one["needs_scan"]) for one in listed] == [("01-16/220", True)]


def test_what_is_to_be_attached_must_be_clear(clerk: Clerk, workspace: Path, scans: Path) -> None:
    for command in (("219",), (), ("219", "скан.pdf", "--scans", str(scans))):
        answer = clerk("register", "attach", *command)
        assert (answer.status, "Неясно, что взять в журнал" in answer.err) == (2, True)
